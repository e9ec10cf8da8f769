// Reading without scripts, reading on paper, and a form that keeps its answers to itself.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { launch, newTab, open } from './browser.mjs';
import { everyPage, pagesOf, serve } from './site.mjs';

let site;
let browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** The pages of this site that a page leads to. */
async function ways(page) {
  const resolved = (links) => links.map((link) => new URL(link.getAttribute('href'), document.baseURI).href);
  const all = await page.locator('a[href]').evaluateAll(resolved);
  return all
    .filter((href) => href.startsWith(`${site.origin}/`))
    .map((href) => decodeURIComponent(new URL(href).pathname.slice(1)).replace(/index\.html$/, ''));
}

test('without scripts every page can be read, and found from home', { timeout: 900_000 }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const pages = new Set(await everyPage());
  const found = new Set(['']);
  const wrong = [];
  const { visit } = await newTab(context, site);
  for (const address of found) {
    if (!pages.has(address)) continue;
    const { page, faults } = await visit(address);
    wrong.push(...faults.map((fault) => `/${address}: ${fault}`));
    const main = page.locator('main');
    if (!(await main.innerText()).trim()) wrong.push(`/${address}: nothing to read`);
    for (const way of await ways(page)) found.add(way);
  }
  await context.close();
  const lost = [...pages].filter((page) => page !== '404.html' && !found.has(page));
  assert.deepEqual({ wrong, lost }, { wrong: [], lost: [] });
});

test('a factsheet prints on at most two sides of A4', { timeout: 300_000 }, async () => {
  const page = await browser.newPage();
  const sheets = await pagesOf('factsheets');
  assert.ok(sheets.length > 0, 'there are no factsheets');
  const sides = {};
  for (const address of sheets) {
    await page.goto(`${site.origin}/${address}`, { waitUntil: 'load' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    sides[address] = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
    const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], address);
  }
  await page.close();
  const long = Object.entries(sides).filter(([, count]) => count > 2);
  assert.deepEqual(long, []);
});

test('a printed factsheet shows its sources, its address and a code, and nothing to click', async () => {
  const context = await browser.newContext();
  const [address] = await pagesOf('factsheets');
  const { page } = await open(context, site, address, 'print');
  for (const shown of ['.source-list', '.citation', '.qr']) {
    assert.ok(await page.locator(shown).first().isVisible(), shown);
  }
  for (const hidden of ['.menu', '.crumbs', '.pager', '.page-foot', '.part-link']) {
    assert.equal(await page.locator(hidden).filter({ visible: true }).count(), 0, hidden);
  }
  await context.close();
});

test('on paper no figure and no row of a table is cut, and links say where they lead', async () => {
  const context = await browser.newContext();
  for (const address of await pagesOf('factsheets')) {
    const { page } = await open(context, site, address, 'print');
    const wrong = await page.evaluate(() => {
      const shown = (element) => element.checkVisibility();
      const all = (found) => [...document.querySelectorAll(found)].filter(shown);
      const cut = all('main figure, main tr').filter((own) => getComputedStyle(own).breakInside !== 'avoid');
      const behind = (link) => getComputedStyle(link, '::after').content;
      const links = all('.prose a[href^="http"], .source-list a[href^="http"]');
      const untold = links.filter((link) => !behind(link).includes(link.href.replace(/\/$/, '')));
      return [...cut, ...untold].map((own) => own.outerHTML.slice(0, 80));
    });
    assert.deepEqual(wrong, [], address);
    await page.close();
  }
  await context.close();
});

/** The pages of documents that stand on sources. */
async function printedPages() {
  const folders = ['verhalen', 'bevindingen', 'rapporten', 'eigen-evaluatie', 'handreikingen', 'factsheets'];
  return (await Promise.all(folders.map(pagesOf))).flat();
}

test('on paper every source has its address to read, and the page has its own once', async () => {
  const context = await browser.newContext();
  let seen = 0;
  for (const address of await printedPages()) {
    const { page } = await open(context, site, address, 'print');
    const wrong = await page.evaluate(() => {
      const all = (found) => [...document.querySelectorAll(found)].filter((own) => own.checkVisibility());
      const behind = (link) => getComputedStyle(link, '::after');
      const isRead = (link) => behind(link).content.includes(link.href) && parseFloat(behind(link).fontSize) > 6;
      const sources = all('.source-list .small a[href^="http"]').filter((link) => !isRead(link));
      const twice = all('.citation a').filter((link) => behind(link).content !== 'none');
      return [...sources, ...twice].map((own) => own.outerHTML.slice(0, 80));
    });
    seen += await page.locator('.source-list .small a[href^="http"]').count();
    assert.deepEqual(wrong, [], address);
    await page.close();
  }
  assert.ok(seen > 0, 'no source has an address');
  await context.close();
});

test('on paper key figures keep what they mean, and stay with their heading', async () => {
  const context = await browser.newContext();
  for (const address of [...(await pagesOf('factsheets')), ...(await pagesOf('regios'))]) {
    const { page } = await open(context, site, address, 'print');
    const wrong = await page.evaluate(() => {
      const first = [...document.querySelectorAll('.figures > li:first-child')];
      const loose = first.filter((own) => getComputedStyle(own).breakBefore !== 'avoid');
      const hidden = [...document.querySelectorAll('.figures .src')].filter((own) => !own.checkVisibility());
      return [...loose, ...hidden].map((own) => own.textContent);
    });
    assert.deepEqual(wrong, [], address);
    await page.close();
  }
  await context.close();
});

test('on a telephone a table that is wider than the screen shows that there is more', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const { page } = await open(context, site, 'regios/');
  const wide = await page.locator('.scroll').evaluateAll((all) =>
    all
      .filter((own) => own.scrollWidth > own.clientWidth)
      .map((own) => getComputedStyle(own).backgroundAttachment.includes('local')),
  );
  assert.ok(wide.length > 0 && wide.every(Boolean), `${wide}`);
  await context.close();
});

test('a questionnaire keeps its answers in the browser, hands them out and sends nothing', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const [address] = await pagesOf('eigen-evaluatie');
  const { page } = await open(context, site, address);
  const sent = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) sent.push(request.url());
  });
  const answer = 'We belden in plaats van te schrijven.';
  await page.locator('textarea').first().fill(answer);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-questionnaire] button[type=submit]').click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  assert.match(text, /^---\nquestionnaire: /);
  assert.ok(text.includes(answer), text);
  await page.reload();
  assert.equal(await page.locator('textarea').first().inputValue(), answer);
  assert.deepEqual(sent.filter((url) => !url.startsWith(site.origin)), []);
  page.on('dialog', (dialog) => dialog.accept());
  await page.locator('[data-clear]').click();
  await page.reload();
  assert.equal(await page.locator('textarea').first().inputValue(), '');
  await context.close();
});
