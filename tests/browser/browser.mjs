// One browser for all tests, and the ways in which a page is shown.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
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

/** A tab in a context: it goes from page to page of the site, and lists what goes wrong on each. */
export async function newTab(context, site, media) {
  const page = await context.newPage();
  let faults = [];
  let url = '';
  let isMissing = false;
  // Only the status of the page for what is not there is to be 404.
  const expected = (at) => isMissing && at === url;
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
  const visit = async (address) => {
    faults = [];
    isMissing = address === '404.html';
    url = addressOf(site, address);
    await page.goto(url, { waitUntil: 'load' });
    return { page, faults };
  };
  return { page, visit };
}

/** Opens a page of the site in a context, with a list of what goes wrong while it loads. */
export async function open(context, site, address, media) {
  const { visit } = await newTab(context, site, media);
  return visit(address);
}

/**
 * Does the work for every address, in as many tabs at once as the machine has cores; what it finds
 * comes in the order of the addresses. The work gets the page, the list of what goes wrong on it
 * and its address.
 */
export async function visitEach(context, site, addresses, work, media) {
  const found = addresses.map(() => []);
  const waiting = addresses.entries();
  const inTab = async () => {
    const { page, visit } = await newTab(context, site, media);
    for (const [at, address] of waiting) found[at] = await work({ ...(await visit(address)), address });
    await page.close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, inTab));
  return found.flat();
}

/** How far a page scrolls sideways; empty when it does not. */
export async function sideways(page) {
  const told = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}` : '';
  });
  return told ? [`scrolls sideways: ${told}`] : [];
}

/**
 * What axe cannot decide, and why that is well: its rule, and either what it said itself or the
 * place. What is only out of sight here is measured where it is in sight.
 */
const explained = [
  { rule: 'color-contrast', said: 'nonBmp', why: 'signs without a letter, in the colours of text' },
  { rule: 'color-contrast', said: 'emptyValue', why: 'fields that nobody has filled in yet' },
  { rule: 'color-contrast', where: 'svg text, svg text *', why: 'letters on tiles and in charts: the palettes are measured' },
  { rule: 'color-contrast', where: '.scroll *, .table-scroll *', why: 'columns beyond the edge of a wide table' },
  { rule: 'color-contrast', where: '.desk-list *, .desk-item *', why: 'what lies below the bar of the copy desk' },
  { rule: 'color-contrast', where: '.map-block > .src', why: 'axe counts the closed table of a map as lying below it' },
  { rule: 'color-contrast', where: '.map-block > .h, .map-block .legend > li, .map-block summary', why: 'axe counts the edge of the table before it as lying below it' },
  { rule: 'label-content-name-mismatch', where: '[data-move]', why: 'an arrow, named by what it does' },
  { rule: 'frame-tested', where: '.desk iframe, .desk-mail', why: 'mails, which the tests of mail look at' },
];

/** What axe finds, and what it cannot decide and nobody has explained. On paper nothing is pressed. */
export async function inaccessible(page, media) {
  const options = {
    runOnly: { type: 'tag', values: rules },
    resultTypes: ['violations', 'incomplete'],
    rules: { 'target-size': { enabled: media !== 'print' } },
  };
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(
    async ({ options, explained }) => {
      const isExplained = (id, node) =>
        explained.some(({ rule, said, where }) => {
          if (rule !== id) return false;
          if (said) return node.any.some(({ data }) => data?.messageKey === said);
          return document.querySelector(node.target.at(-1))?.matches(where) ?? false;
        });
      const told = ({ id, nodes }) => ({
        id,
        nodes: nodes.map((node) => `${node.target.join(' ')} (${node.any[0]?.data?.messageKey ?? ''})`),
      });
      const { violations, incomplete } = await axe.run(document, options);
      const open = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isExplained(id, node)) }));
      return { violations: violations.map(told), incomplete: open.filter(({ nodes }) => nodes.length > 0).map(told) };
    },
    { options, explained },
  );
  const named = (kind) => ({ id, nodes }) => `${kind} ${id}: ${nodes.slice(0, 3).join(', ')}`;
  return [...violations.map(named('violation')), ...incomplete.map(named('undecided'))];
}
