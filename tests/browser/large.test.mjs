// Search in a site that is so large that its index is in parts: answers of all parts are one answer,
// the best or the newest first.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { launch } from './browser.mjs';
import { serve } from './site.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.LEREND ?? path.join(project, 'target/release/lerend');
const PAGES = 3200;
/** The page that is not about a mill. */
const LIGHTHOUSE = 1234;
/** One page in so many has no day. */
const UNDATED = 100;

let folder;
let site;
let browser;

/** One page a day, in an order of names that is not that of the days. */
const dayOf = (at) => new Date(Date.UTC(2012, 0, 1 + ((at * 7) % PAGES))).toISOString().slice(0, 10);

/** A page that fits a question for a mill well or less well, out of step with its day. */
function text(at) {
  const day = at % UNDATED === 0 ? '' : `date: ${dayOf(at)}\n`;
  const mills = 'Hier staat een molen. '.repeat(1 + (at % 3));
  const others = 'Daar staat een huis met een tuin. '.repeat(at % 5);
  const words = at === LIGHTHOUSE ? 'Hier staat een vuurtoren.' : `${others}${mills}`;
  return `---\ntitle: Blad ${at}\n${day}---\n${words}\n`;
}

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lerend-large-'));
  const pages = path.join(folder, 'content/pages');
  await mkdir(pages, { recursive: true });
  const settings = 'title: Groot\nbase-url: https://voorbeeld.nl/\nlanguage: nl\npictures: {social-cards: no}\n';
  await writeFile(path.join(folder, 'content/site.yaml'), settings);
  await writeFile(path.join(folder, 'content/index.md'), '---\ntitle: Groot\n---\nWelkom.\n');
  await Promise.all(Array.from({ length: PAGES }, (_, at) => {
    return writeFile(path.join(pages, `blad-${at}.md`), text(at));
  }));
  await promisify(execFile)(program, ['build', '--date', '2026-11-23'], { cwd: folder });
  site = await serve(path.join(folder, 'public'));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Days of pages about a mill, the newest first. */
const days = Array.from({ length: PAGES }, (_, at) => at)
  .filter((at) => at !== LIGHTHOUSE && at % UNDATED !== 0).map(dayOf).sort().reverse();

/** The search page with a question in its address, and what goes wrong on it. */
async function open(query) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && faults.push(line.text()));
  await page.goto(`${site.origin}/zoeken/?${query}`, { waitUntil: 'load' });
  return { page, faults };
}

/** The same with its answer. */
async function ask(query) {
  const opened = await open(query);
  await opened.page.locator('.results > li').first().waitFor();
  return { ...opened, status: await opened.page.locator('[data-search-status]').textContent() };
}

/** The days of the results that are shown. */
function shown(page) {
  return page.locator('.results time').evaluateAll((all) => all.map((own) => own.dateTime));
}

test('the index is in parts, and one search looks in all of them', async () => {
  const [script, ...parts] = (await readdir(path.join(folder, 'public/pagefind'))).sort().reverse();
  assert.equal(script, 'pagefind.js');
  assert.ok(parts.length > 1 && parts.every((name) => /^nl-\d$/.test(name)), parts.join(', '));
  const { page, faults, status } = await ask('q=molen');
  assert.equal(status, `${PAGES - 1} resultaten voor ‘molen’`);
  const years = await page.locator('select[name=year] option').allTextContents();
  const counted = years.map((text) => Number(text.match(/\((\d+)\)$/)?.[1] ?? 0));
  assert.equal(counted.reduce((sum, own) => sum + own, 0), days.length);
  const one = await ask('q=vuurtoren');
  assert.equal(one.status, '1 resultaat voor ‘vuurtoren’');
  assert.equal(await one.page.locator('.results h3').textContent(), `Blad ${LIGHTHOUSE}`);
  assert.deepEqual([...faults, ...one.faults], []);
  await one.page.close();
  await page.close();
});

test('the newest of all parts come first, and what has no day last', async () => {
  const { page, faults, status } = await ask('q=molen&order=date');
  assert.equal(status, `${PAGES - 1} resultaten voor ‘molen’`);
  assert.deepEqual(await shown(page), days.slice(0, 10));
  await page.locator('[data-search-more]').click();
  await page.locator('.results > li').nth(19).waitFor();
  assert.deepEqual(await shown(page), days.slice(0, 20));
  await page.locator('select[name=order]').selectOption('');
  await page.waitForFunction((newest) => document.querySelector('.results time')?.dateTime !== newest, days[0]);
  assert.notDeepEqual(await shown(page), days.slice(0, 10), 'the best are not the newest');
  assert.deepEqual(faults, []);
  await page.close();
});

test('what is filtered without words begins with the newest part', async () => {
  const { page, status } = await ask('type=Pagina');
  assert.match(status, new RegExp(`^${PAGES} `));
  const [first] = await shown(page);
  assert.ok(first > days[1600], first);
  await page.close();
});

test('an index that is not there is said, and found when it is there again', async () => {
  const { page } = await open('');
  await page.route('**/nl-1/pagefind-entry.json*', (route) => route.abort());
  await page.getByRole('searchbox').fill('molen');
  const status = page.locator('[data-search-status]');
  const failed = await status.getAttribute('data-failed');
  await page.waitForFunction((text) => document.querySelector('[data-search-status]').textContent === text, failed);
  await page.unroute('**/nl-1/pagefind-entry.json*');
  await page.getByRole('searchbox').press('Enter');
  await page.locator('.results > li').first().waitFor();
  assert.equal(await status.textContent(), `${PAGES - 1} resultaten voor ‘molen’`);
  await page.close();
});
