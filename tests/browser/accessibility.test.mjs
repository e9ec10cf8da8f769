// The pages in a browser: accessible, without sideways scrolling, without errors, and without a
// request to anybody else. Every page in one way of showing it, one page of each kind in all
// ways; with MATRIX=full every page in all ways (tests/browser/matrix).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { inaccessible, launch, modes, sideways, visitEach } from './browser.mjs';
import { everyPage, onePageOfEachKind, serve } from './site.mjs';

const full = process.env.MATRIX === 'full';

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

for (const [at, { name, media, ...options }] of modes.entries()) {
  const all = full || at === 0;
  test(`${all ? 'every page' : 'every kind of page'} works: ${name}`, { timeout: 3_600_000 }, async (t) => {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const pages = all ? await everyPage() : await onePageOfEachKind();
    assert.ok(pages.length > 0, 'there are no pages');
    const look = async ({ page, faults, address }) => {
      // Paper does not scroll.
      if (media !== 'print') faults.push(...(await sideways(page)));
      faults.push(...(await inaccessible(page, media)));
      return faults.map((fault) => `/${address}: ${fault}`);
    };
    const wrong = await visitEach(context, site, pages, look, media);
    await context.close();
    t.diagnostic(`${pages.length} pages, ${wrong.length} faults`);
    assert.deepEqual(wrong, []);
  });
}

test('the menu takes the same two lines of a telephone on every kind of page', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const wrong = await visitEach(context, site, await onePageOfEachKind(), async ({ page, address }) => {
    const lines = await page.evaluate(
      () => new Set([...document.querySelectorAll('.menu li')].map((own) => own.getBoundingClientRect().top)).size,
    );
    return lines > 2 ? [`/${address}: ${lines} lines`] : [];
  });
  await context.close();
  assert.deepEqual(wrong, []);
});
