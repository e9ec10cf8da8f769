// With the Tab key alone: every control is reached, in the order of the page, and one sees
// where one is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visitEach } from './browser.mjs';
import { onePageOfEachKind, serve } from './site.mjs';

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

/** Numbers what can be reached, as the page has it; a group of radio buttons is one stop. */
function numberStops() {
  const groups = new Set();
  const stops = [];
  const wanted = 'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex="0"]';
  for (const element of document.querySelectorAll(wanted)) {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.type === 'radio') {
      const group = `${element.form?.id ?? ''}/${element.name}`;
      if (groups.has(group)) continue;
      groups.add(group);
    }
    element.dataset.stop = String(stops.length);
    stops.push(element.outerHTML.slice(0, 100));
  }
  return stops;
}

/** Comes near everything, so that what loads late stands in its place before anybody goes there. */
async function loadAll() {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y);
    await frame();
    await frame();
  }
  const isThere = (own) => own.contentDocument?.readyState === 'complete' && own.contentDocument.URL !== 'about:blank';
  while (![...document.querySelectorAll('iframe[src]')].every(isThere)) await frame();
  await frame();
  scrollTo(0, 0);
}

/** Where the focus is: the number of the stop, and whether one sees it once the page stands still. */
async function whereAmI() {
  const element = document.activeElement;
  if (!element || element === document.body) return { end: true };
  const style = getComputedStyle(element);
  const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const tile = element.querySelector?.('rect');
  const stroke = tile ? parseFloat(getComputedStyle(tile).strokeWidth) >= 3 : false;
  const isInView = () => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  // On a busy machine the page scrolls to it some frames later.
  for (let frames = 0; frames < 30 && !isInView(); frames += 1) await new Promise(requestAnimationFrame);
  const inView = isInView();
  return { stop: element.dataset.stop, seen: (outline || stroke) && inView, html: element.outerHTML.slice(0, 100) };
}

test('in a table with names that stay in sight the focus is never below them', async () => {
  for (const width of [320, 640, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    await page.goto(`${site.origin}/regios/`);
    const links = page.locator('.matrix').first().locator('thead a');
    const count = await links.count();
    assert.ok(count > 4);
    await links.last().focus();
    // Back to the first, as whoever missed one goes.
    for (let left = count; left > 0; left -= 1) {
      const hidden = await page.evaluate(() => {
        const link = document.activeElement;
        const { left, top, width, height } = link.getClientRects()[0];
        const at = [1, 2, 3].map((part) => document.elementFromPoint(left + (width * part) / 4, top + height / 2));
        return link.closest('thead') && at.every((own) => own && !link.contains(own)) ? link.textContent : null;
      });
      assert.equal(hidden, null, `${width} px`);
      await page.keyboard.press('Shift+Tab');
    }
    await page.close();
  }
});

test('the Tab key reaches every control in order, and one sees where one is', { timeout: 900_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const wrong = await visitEach(context, site, await onePageOfEachKind(), async ({ page, address }) => {
    const wrong = [];
    await page.evaluate(loadAll);
    const stops = await page.evaluate(numberStops);
    let next = 0;
    for (let presses = 0; presses < 3 * stops.length + 10; presses += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(whereAmI);
      if (here.end) break;
      // A player has stops of its own within.
      if (here.stop === undefined || Number(here.stop) < next) continue;
      if (Number(here.stop) > next) wrong.push(`/${address}: not reached in order: ${stops[next]}`);
      if (!here.seen) wrong.push(`/${address}: one does not see the focus: ${here.html}`);
      next = Number(here.stop) + 1;
      if (next === stops.length) break;
    }
    if (next < stops.length) wrong.push(`/${address}: never reached: ${stops[next]}`);
    return wrong;
  });
  await context.close();
  assert.deepEqual(wrong.slice(0, 20), []);
});
