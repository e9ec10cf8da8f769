// The copy desks: what their buttons put on the clipboard, on every way to open them, and how
// they and the mails look.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

import { files, root, serve } from './site.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const edition = 'nieuwsbrieven/2021-03';
const desk = `${edition}/kopieren/`;
const item = 'factsheet-vertraging';
const read = (file) => readFile(path.join(root, file), 'utf8');

let site;
let browser;

before(async () => {
  site = await serve();
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', `--host-resolver-rules=MAP ${os.hostname()} 127.0.0.1`],
  });
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** A desk, with every paste recorded as the bytes that an application would get. */
async function open(url, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // Of a policy for https a browser says over plain http that it leaves it out.
  const isOfHttps = (text) => text.startsWith('The Cross-Origin-Opener-Policy header has been ignored');
  page.on('console', (line) => line.type() === 'error' && !isOfHttps(line.text()) && faults.push(line.text()));
  // What is near is loaded last, and takes its place.
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, faults, close: () => context.close() };
}

/** What a paste into a box of another page gives, as HTML and as text. */
async function pasted(context) {
  const page = await context.newPage();
  await page.setContent('<textarea id="box"></textarea>');
  await page.evaluate(() => {
    document.addEventListener('paste', (event) => {
      globalThis.got = {
        html: event.clipboardData.getData('text/html'),
        text: event.clipboardData.getData('text/plain'),
      };
    });
  });
  await page.focus('#box');
  await page.keyboard.press('Control+V');
  const got = await page.evaluate(() => globalThis.got);
  await page.close();
  return got;
}

/** Presses a button that copies, and waits until the desk says that it did. */
async function press(page, button) {
  await page.locator('[data-status]').evaluate((own) => {
    own.textContent = '';
  });
  await button.click();
  await page.waitForFunction(() => document.querySelector('[data-status]').textContent);
}

const li = (page, id) => page.locator(`li:has(#s_${id})`);

// A browser on its way to the clipboard of the system may put a charset mark before the HTML.
const html = (got) => got.html.replace(/^<meta charset=['"]utf-8['"]>/, '');

const ways = [
  ['on this machine', () => `${site.origin}/${desk}`],
  ['over plain http under another name', () => `${site.origin.replace('127.0.0.1', os.hostname())}/${desk}`],
  ['from disk', () => `${pathToFileURL(path.join(root, desk, 'index.html'))}`],
];

for (const [name, url] of ways) {
  test(`the buttons copy byte for byte ${name}`, { timeout: 120_000 }, async () => {
    const { page, faults, close } = await open(url());
    const rich = await read(`${edition}/items/${item}.rich.html`);
    const block = await read(`${edition}/items/${item}.block.html`);
    const text = await read(`${edition}/items/${item}.txt`);

    await page.selectOption('#s_tool', 'laposta');
    await press(page, li(page, item).locator('button[data-copy=""]'));
    let got = await pasted(page.context());
    assert.equal(html(got), rich);
    assert.equal(got.text, text);
    assert.match(await page.locator('[data-status]').textContent(), /^Gekopieerd: .*kB$/);

    await page.selectOption('#s_tool', 'mailchimp');
    await press(page, li(page, item).locator('button[data-copy=""]'));
    got = await pasted(page.context());
    assert.equal(got.text, block);
    assert.equal(got.html, '', 'code is text alone');

    await page.selectOption('#s_tool', 'spotler');
    await press(page, li(page, item).locator('button[data-copy=""]'));
    got = await pasted(page.context());
    assert.ok(!got.html.includes('utm_'), 'Spotler sets its own marks');
    assert.ok(got.html.includes('/factsheets/vertraging/"'));

    for (const tool of ['mailchimp', 'brevo', 'spotler', 'laposta']) {
      await page.selectOption('#s_tool', tool);
      await press(page, page.locator('button[data-whole]'));
      got = await pasted(page.context());
      assert.equal(got.text, await read(`${edition}/mail.${tool}.html`), tool);
    }
    // Marks of a link elsewhere are its own.
    const own = 'https://ander.example/a?utm_source=x&amp;b=2#deel';
    await page.selectOption('#s_tool', 'spotler');
    await page.locator('[data-letter]').evaluate((letter, own) => (letter.value += own), own);
    await press(page, page.locator('button[data-whole]'));
    assert.ok((await pasted(page.context())).text.endsWith(own));
    const fragments = (await files()).filter((file) => file.startsWith(`${edition}/items/`) && file.endsWith('.md'));
    await press(page, page.locator('button[data-save="copy"]'));
    got = await pasted(page.context());
    assert.equal(got.text.match(/^ {2}- item: /gm).length, fragments.length);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('nothing moves while a desk loads', { timeout: 120_000 }, async () => {
  for (const width of [412, 1350]) {
    for (const address of ['kopieren/', desk]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.addInitScript(() => {
        globalThis.moved = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) globalThis.moved += value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${site.origin}/${address}`, { waitUntil: 'networkidle' });
      const moved = await page.evaluate(() => globalThis.moved);
      assert.ok(moved < 0.02, `${address} at ${width}: ${moved}`);
      await page.close();
    }
  }
});

test('the keyboard alone chooses, moves and copies', { timeout: 120_000 }, async () => {
  const { page, faults, close } = await open(`${site.origin}/${desk}`);
  const order = () => page.$$eval('li[data-block]', (all) => all.map((own) => own.dataset.block.split('"')[1]));
  const first = await order();
  await page.focus('#s_tool');
  await page.keyboard.type('Laposta');
  // To the second item: each has a tick, three buttons, a frame and "Meer".
  const down = li(page, 'factsheet-vertraging').locator('button[data-move="1"]');
  for (let tabs = 0; tabs < 80 && !(await down.evaluate((own) => own === document.activeElement)); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const [one, two, three, ...rest] = first;
  assert.deepEqual(await order(), [one, three, two, ...rest]);
  assert.ok(await down.evaluate((own) => own === document.activeElement), 'the button keeps the focus');
  assert.match(await page.locator('[data-status]').textContent(), /plek 3 van/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  // What is chosen is heard, and not that the first goes up.
  const status = page.locator('[data-status]');
  await page.locator('[data-pick]').first().press('Space');
  assert.match(await status.textContent(), new RegExp(`^${first.length - 1} gekozen, [0-9]+,[0-9] van 100 kB`));
  await page.locator('[data-pick]').first().press('Space');
  const chosen = await status.textContent();
  await li(page, one.replace(':', '-')).locator('button[data-move="-1"]').press('Enter');
  assert.equal(await status.textContent(), chosen);
  await li(page, 'factsheet-vertraging').locator('button[data-copy=""]').focus();
  await page.keyboard.press('Enter');
  assert.equal(html(await pasted(page.context())), await read(`${edition}/items/factsheet-vertraging.rich.html`));
  assert.deepEqual(faults, []);
  await close();
});

test('a selection becomes an edition and a copy of several', { timeout: 120_000 }, async () => {
  const { page, close } = await open(`${site.origin}/kopieren/`);
  await page.locator('[data-pick]').nth(2).check();
  await page.locator('[data-pick]').nth(0).check();
  assert.match(await page.locator('[data-count]').first().textContent(), /^2 /);
  const written = await page.locator('[data-edition]').inputValue();
  assert.equal(written.match(/- item: /g).length, 2);
  assert.ok(written.startsWith('---\n') && written.trimEnd().endsWith('---'));
  // It is of the day on which it is saved, and takes no other's place.
  const day = await page.evaluate(() => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });
  assert.match(written, new RegExp(`^date: ${day}$`, 'm'));
  const button = page.locator('button[data-save]').first();
  const month = day.slice(0, 7);
  for (const [taken, name] of [['2021-03', `${month}.md`], [`${month} ${month}-2`, `${month}-3.md`]]) {
    await button.evaluate((own, ids) => { own.dataset.taken = ids; }, taken);
    const saved = page.waitForEvent('download');
    await button.click();
    assert.equal((await saved).suggestedFilename(), name);
  }
  await page.selectOption('#s_tool', 'html');
  await press(page, page.locator('.desk-bar button[data-copy]'));
  const got = await pasted(page.context());
  assert.equal(got.text.match(/<table role="presentation" lang/g).length, 2);
  await close();
});

test('without scripts every form is there to copy and to download', async () => {
  const { page, close } = await open(`${site.origin}/${desk}`, { javaScriptEnabled: false });
  const own = li(page, item);
  assert.equal(await own.locator('button:visible').count(), 0);
  await own.locator('summary').click();
  assert.equal(await own.locator('textarea:visible').count(), 4);
  const source = await own.locator('[data-form="formatted"]').inputValue();
  assert.equal(source, await read(`${edition}/items/${item}.rich.html`));
  for (const link of await own.locator('a[download]').all()) {
    const address = new URL(await link.getAttribute('href'), `${site.origin}/${desk}`);
    assert.ok((await files()).includes(address.pathname.slice(1)), address.pathname);
  }
  await close();
});

test('a selection of the newest goes on over pages', { timeout: 120_000 }, async () => {
  const { page, faults, close } = await open(`${site.origin}/kopieren/`);
  const file = () => page.locator('[data-edition]').inputValue();
  const count = () => page.locator('[data-count]').first().textContent();
  const chosen = [];
  const choose = async () => {
    const box = page.locator('[data-pick]').first();
    await box.check();
    const yaml = await page.locator('[data-block]').first().getAttribute('data-block');
    chosen.push(yaml);
  };
  await choose();
  await page.goto(`${site.origin}/kopieren/2/`);
  assert.ok((await file()).includes(chosen[0]));
  await choose();
  assert.match(await count(), /^1 gekozen, en 1 op andere pagina/);
  const whole = await file();
  assert.ok(whole.includes(chosen.join('')), whole);
  await page.goto(`${site.origin}/kopieren/`);
  assert.ok(await page.locator('[data-pick]').first().isChecked());
  await page.locator('[data-tick=""]').click();
  assert.equal((await file()).match(/- item:/g), null);
  assert.equal(await count(), '0 gekozen');
  assert.deepEqual(faults, []);
  await close();
});

const looks = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'narrow', viewport: { width: 320, height: 640 } },
];

for (const { name, ...options } of looks) {
  test(`desks and edition are accessible: ${name}`, { timeout: 240_000 }, async () => {
    for (const address of [desk, 'kopieren/', `${edition}/`]) {
      const { page, faults, close } = await open(`${site.origin}/${address}`, options);
      await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${address} scrolls sideways by ${wide}`);
      const { violations } = await page.evaluate(`${axe}
        axe.run(document, { iframes: false, resultTypes: ['violations'] })`);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')}`);
      assert.deepEqual(found, [], address);
      assert.deepEqual(faults, [], address);
      await close();
    }
  });
}

test('a mail without its styles and pictures fits every screen', { timeout: 120_000 }, async () => {
  const mails = (await files()).filter((file) => file.endsWith('/mail.html'));
  assert.ok(mails.length >= 3);
  for (const width of [320, 600]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.route('**/*', (route) => (route.request().resourceType() === 'image' ? route.abort() : route.continue()));
    for (const mail of mails) {
      await page.goto(`${site.origin}/${mail}`);
      const found = await page.evaluate(() => {
        for (const style of document.querySelectorAll('style')) style.remove();
        for (const own of document.querySelectorAll('[class]')) own.removeAttribute('class');
        return document.documentElement.scrollWidth;
      });
      assert.ok(found <= width, `${mail} is ${found} wide at ${width}`);
    }
    await context.close();
  }
});
