// One page of each kind in a browser: accessible, without sideways scrolling, without errors,
// and without a request to anybody else.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

import { onePageOfEachKind, serve } from './site.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const modes = [
  { name: 'light and wide', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark and wide', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'light and narrow', colorScheme: 'light', viewport: { width: 320, height: 640 } },
  { name: 'dark and narrow', colorScheme: 'dark', viewport: { width: 320, height: 640 } },
];

let site;
let browser;

before(async () => {
  site = await serve();
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** What is wrong with a page as it is shown in a context. */
async function faults(context, address) {
  const page = await context.newPage();
  const found = [];
  // The page for what is not there is served at any depth; only its own status is to be 404.
  const url = `${site.origin}/${address === '404.html' ? 'no/such/page/' : address}`;
  const expected = (at) => address === '404.html' && at === url;
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !expected(line.location().url)) found.push(`console: ${line.text()}`);
  });
  page.on('request', (request) => {
    const own = request.url().startsWith(`${site.origin}/`) || /^(data|blob):/.test(request.url());
    if (!own) found.push(`request to somebody else: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected(response.url())) found.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}` : '';
  });
  if (wide) found.push(`scrolls sideways: ${wide}`);
  const { violations } = await page.evaluate(`${axe}
    axe.run(document, {
      runOnly: { type: 'tag', values: ${JSON.stringify(rules)} },
      resultTypes: ['violations'],
    })`);
  for (const { id, nodes } of violations) {
    found.push(`${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
  }
  await page.close();
  return found;
}

for (const mode of modes) {
  test(`every kind of page works ${mode.name}`, { timeout: 600_000 }, async () => {
    const { name, ...options } = mode;
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const pages = await onePageOfEachKind();
    assert.ok(pages.length > 0, 'there are no pages');
    const wrong = [];
    for (const address of pages) {
      const found = await faults(context, address);
      wrong.push(...found.map((fault) => `/${address}: ${fault}`));
    }
    await context.close();
    assert.deepEqual(wrong, []);
  });
}
