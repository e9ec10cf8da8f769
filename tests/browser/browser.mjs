// One browser for all tests, and the ways in which a page is shown.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/** Starts Chromium: the one in CHROME, or the one where Debian puts it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
}

const wide = { width: 1280, height: 900 };

/** The ways in which a page is shown; `media` is set once it is open. */
export const modes = [
  { name: 'light', colorScheme: 'light', viewport: wide },
  { name: 'dark', colorScheme: 'dark', viewport: wide },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', viewport: wide },
  // As wide as a small telephone, and as a wide window at four times its size.
  { name: '320 px', colorScheme: 'light', viewport: { width: 320, height: 256 } },
  { name: 'print', colorScheme: 'light', viewport: { width: 760, height: 1100 }, media: 'print' },
];

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where a page stands; the one for what is not there is served at any depth. */
export function addressOf(site, page) {
  return `${site.origin}/${page === '404.html' ? 'no/such/page/' : page}`;
}

/** Opens a page of the site in a context, with a list of what goes wrong while it loads. */
export async function open(context, site, address, media) {
  const page = await context.newPage();
  const faults = [];
  const url = addressOf(site, address);
  // Only the status of the page for what is not there is to be 404.
  const expected = (at) => address === '404.html' && at === url;
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !expected(line.location().url)) faults.push(`console: ${line.text()}`);
  });
  page.on('request', (request) => {
    const own = request.url().startsWith(`${site.origin}/`) || /^(data|blob):/.test(request.url());
    if (!own) faults.push(`request to somebody else: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected(response.url())) faults.push(`${response.status()}: ${response.url()}`);
  });
  if (media) await page.emulateMedia({ media });
  await page.goto(url, { waitUntil: 'load' });
  return { page, faults };
}

/** How far a page scrolls sideways; empty when it does not. */
export async function sideways(page) {
  const told = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}` : '';
  });
  return told ? [`scrolls sideways: ${told}`] : [];
}

/** What axe cannot decide and why that is well: rule, place, reason. */
const explained = [
  // It does not see the tile below the letters; `theme::palette_tests` measures every class.
  ['color-contrast', /^text\[/, 'letters on tiles and in charts'],
  // Signs without a letter have no text to measure; they have the colours of text.
  ['color-contrast', /\.footnote-back|\.task-mark/, 'signs'],
  ['label-content-name-mismatch', /\.footnote-back|data-move/, 'an arrow, named by what it does'],
  // The bar of the copy desk stays in view over what lies below it, and a wide table scrolls.
  ['color-contrast', /desk-|^#s_|aria-describedby="s_/, 'below the bar of the desk'],
  ['color-contrast', /^\.scroll\[/, 'columns beyond the edge'],
  ['frame-tested', /iframe/, 'fragments of mail, which the tests of mail look at'],
];

function isExplained(id, node) {
  const place = node.target.join(' ');
  return explained.some(([rule, where]) => rule === id && where.test(place));
}

/** What axe finds, and what it cannot decide and nobody has explained. */
export async function inaccessible(page) {
  const options = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete } = await page.evaluate(`${axe}; axe.run(document, ${JSON.stringify(options)})`);
  const named = (kind) => ({ id, nodes }) =>
    `${kind} ${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`;
  const open = incomplete
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isExplained(id, node)) }))
    .filter(({ nodes }) => nodes.length > 0);
  return [...violations.map(named('violation')), ...open.map(named('undecided'))];
}
