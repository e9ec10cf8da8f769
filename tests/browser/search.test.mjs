// Search in a browser: what is found, by keyboard and by address, under the policy of the page;
// and the same site without scripts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch } from './browser.mjs';
import { serve } from './site.mjs';

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

/** Opens a page; what goes wrong on it is collected. */
async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && faults.push(line.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.origin}/`)) faults.push(`asked of others: ${request.url()}`);
  });
  await page.goto(`${site.origin}/${address}`, { waitUntil: 'load' });
  return { page, faults, close: () => context.close() };
}

test('words in another form are found, and marked on the page that a result leads to', async () => {
  const { page, faults, close } = await open('zoeken/');
  // It is there before it says anything: only then is it heard.
  assert.equal(await page.getByRole('status').filter({ has: page.locator('xpath=self::*[@data-search-status]') }).count(), 1);
  await page.getByRole('searchbox').fill('werkgever');
  const results = page.locator('.results > li');
  await results.first().waitFor();
  // Dutch stemming: `werkgever` finds `werkgevers`.
  const marked = await page.locator('.results mark').allTextContents();
  assert.ok(marked.some((word) => /werkgevers/i.test(word)), marked.join(', '));
  assert.match(await page.locator('[data-search-status]').textContent(), /^\d+ resultaten voor ‘werkgever’$/);
  for (const facet of ['type', 'region', 'topic', 'year']) {
    assert.ok((await page.locator(`select[name=${facet}] option`).count()) > 1, facet);
  }
  assert.ok((await results.first().locator('.kind').textContent()).length > 3);
  await results.first().locator('h3 a').click();
  await page.locator('main mark').first().waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('on a telephone the first result stands in the first view, and what limits them folds out', async () => {
  const { page, faults, close } = await open('zoeken/?q=zorg', { viewport: { width: 360, height: 740 } });
  const first = page.locator('.results h3 a').first();
  await first.waitFor();
  assert.ok((await first.boundingBox()).y < 700, 'the first result lies below the first view');
  const limits = page.locator('select[name=type]');
  assert.equal(await limits.isVisible(), false);
  await page.locator('[data-search-facets] > summary').click();
  await limits.selectOption({ index: 1 });
  assert.match(await page.locator('[data-search-status]').textContent(), /zorg/);
  await page.setViewportSize({ width: 1280, height: 740 });
  assert.equal(await limits.isVisible(), true);
  assert.deepEqual(faults, []);
  await close();
});

test('a search is done by keyboard, and its address can be shared', async () => {
  const { page, faults, close } = await open('zoeken/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('vertrouwen');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 's_found');
  assert.equal(new URL(page.url()).search, '?q=vertrouwen');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.results h3 > a')));
  await page.keyboard.press('ArrowUp');
  assert.ok(await page.evaluate(() => document.activeElement.matches('#s_query')));
  assert.deepEqual(faults, []);
  await close();
});

test('facets limit what is found and count what they would leave', async () => {
  const { page, faults, close } = await open('zoeken/?q=werk&type=Verhaal');
  const results = page.locator('.results > li');
  await results.first().waitFor();
  const kinds = await page.locator('.results .kind').allTextContents();
  assert.ok(kinds.length > 0 && kinds.every((kind) => kind.startsWith('Verhaal')), kinds.join('; '));
  const chosen = await page.locator('select[name=type] option:checked').textContent();
  const [, n] = chosen.match(/^Verhaal \((\d+)\)$/);
  assert.match(await page.locator('[data-search-status]').textContent(), new RegExp(`^${n} `));
  await page.locator('[data-search-clear]').click();
  assert.equal(new URL(page.url()).search, '');
  assert.equal(await results.count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test('the newest come first, and what has no day stays among what is found', async () => {
  const { page, faults, close } = await open('zoeken/?q=werk');
  const results = page.locator('.results > li');
  await results.first().waitFor();
  const status = page.locator('[data-search-status]');
  const said = await status.textContent();
  const days = () => page.locator('.results time').evaluateAll((all) => all.map((own) => own.dateTime));
  const best = await days();
  assert.notDeepEqual(best, [...best].sort().reverse(), 'the best are in another order');
  await page.locator('select[name=order]').selectOption('date');
  await page.waitForFunction((before) => {
    const shown = [...document.querySelectorAll('.results time')].map((own) => own.dateTime);
    return shown.length > 0 && shown.join() !== before;
  }, best.join());
  const newest = await days();
  assert.deepEqual(newest, [...newest].sort().reverse());
  assert.ok(newest[0] >= [...best].sort().at(-1));
  assert.equal(await status.textContent(), said);
  assert.deepEqual(faults, []);
  await close();
});

test('where no page has all words, those with most of them are found, and it says so', async () => {
  const { page, faults, close } = await open('zoeken/');
  const box = page.getByRole('searchbox');
  const status = page.locator('[data-search-status]');
  /** What is found for words, once the status begins as it should. */
  const found = async (words, said) => {
    await box.fill(words);
    await page.waitForFunction((said) => {
      const status = document.querySelector('[data-search-status]').textContent;
      const count = Number(/\d+/.exec(status)?.[0] ?? 0);
      return new RegExp(said, 'u').test(status) && document.querySelectorAll('.results h3').length === Math.min(count, 10);
    }, said);
    return (await page.locator('.results h3').allTextContents()).sort();
  };
  const bakery = await found('bakkerij', 'resultaten voor ‘bakkerij’$');
  const zeeland = await found('zeeland', 'resultaten voor ‘zeeland’$');
  const either = [...bakery, ...zeeland].sort();
  assert.ok(either.length < 10, 'all of them are shown at once');
  const most = `^Geen pagina met al deze woorden. Wel ${either.length} met een deel van ‘bakkerij zeeland’.$`;
  assert.deepEqual(await found('bakkerij zeeland', most), either);
  // Those with two of three words leave out those with one.
  const two = await found('bakkerij vertrouwen zeeland', '^Geen pagina .* Wel 1 met');
  assert.ok(bakery.includes(two[0]) && !zeeland.includes(two[0]), two.join());
  // By day they are the same ones, in the order of their days.
  await found('bakkerij zeeland', most);
  const first = await page.locator('.results').textContent();
  await page.locator('select[name=order]').selectOption('date');
  await page.waitForFunction((first) => document.querySelector('.results').textContent !== first, first);
  assert.match(await status.textContent(), new RegExp(most, 'u'));
  const days = await page.locator('.results time').evaluateAll((all) => all.map((own) => own.dateTime));
  assert.deepEqual(days, [...days].sort().reverse());
  // A word that nobody wrote is still nothing.
  assert.deepEqual(await found('xylofoon', '^Niets gevonden'), []);
  assert.deepEqual(faults, []);
  await close();
});

test('a town leads to its region', async () => {
  const { page, close } = await open('zoeken/?q=enschede');
  const first = page.locator('.results > li').first();
  await first.waitFor();
  assert.equal(await first.locator('h3').textContent(), 'Twente');
  await close();
});

test('a region is found by the word that everybody uses', async () => {
  const { page, close } = await open('zoeken/?q=regio+achterhoek');
  const first = page.locator('.results > li').first();
  await first.waitFor();
  assert.equal(await first.locator('h3').textContent(), 'Achterhoek');
  await close();
});

test('without scripts the search page is an index from A to Z', async () => {
  const { page, close } = await open('zoeken/', { javaScriptEnabled: false });
  assert.equal(await page.getByRole('searchbox').count(), 0);
  assert.ok((await page.locator('.letters a').count()) > 10);
  assert.ok((await page.locator('.index a').count()) > 50);
  await close();
});

test('paper says what a list was filtered by, and nothing of a list that is whole', async () => {
  const { page, close } = await open('bevindingen/');
  const labels = page.locator('[data-filters] label').filter({ visible: true });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await labels.count(), 0);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('select[name=verdict]').selectOption({ index: 1 });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await labels.count(), 1);
  assert.match(await labels.first().textContent(), /Oordeel/);
  assert.ok(await page.locator('[data-count]').isVisible());
  await close();
});

test('filters narrow a list, sort it and can be shared', async () => {
  const { page, faults, close } = await open('bevindingen/');
  const shown = page.locator('[data-facets]:visible');
  const all = await shown.count();
  await page.locator('select[name=verdict]').selectOption({ index: 1 });
  const some = await shown.count();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  const [, n] = (await page.locator('select[name=verdict] option:checked').textContent()).match(/\((\d+)\)$/);
  assert.equal(Number(n), some);
  const address = page.url();
  assert.match(address, /\?verdict=/);
  await page.goto(address, { waitUntil: 'load' });
  assert.equal(await shown.count(), some);
  await page.locator('[data-reset]').click();
  assert.equal(await shown.count(), all);
  assert.equal(await page.locator('[data-reset]').isVisible(), false);
  assert.deepEqual(faults, []);
  await close();
});

test('without scripts every choice of a filter is a link or a list', async () => {
  const { page, close } = await open('bevindingen/', { javaScriptEnabled: false });
  assert.equal(await page.locator('[data-filters]').isVisible(), false);
  const ways = page.locator('.ways');
  assert.ok(await ways.isVisible());
  assert.ok((await ways.locator('a:visible').count()) > 5);
  const list = ways.locator('details').first();
  await list.locator('summary').click();
  assert.ok((await list.locator('a:visible').count()) > 0);
  await close();
});
