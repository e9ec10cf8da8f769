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

let folder;
let site;
let browser;

/** One page a day, in an order of names that is not that of the days. */
const dayOf = (at) => new Date(Date.UTC(2012, 0, 1 + ((at * 7) % PAGES))).toISOString().slice(0, 10);

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lerend-large-'));
  const pages = path.join(folder, 'content/pages');
  await mkdir(pages, { recursive: true });
  const settings = 'title: Groot\nbase-url: https://voorbeeld.nl/\nlanguage: nl\npictures: {social-cards: no}\n';
  await writeFile(path.join(folder, 'content/site.yaml'), settings);
  await writeFile(path.join(folder, 'content/index.md'), '---\ntitle: Groot\n---\nWelkom.\n');
  await Promise.all(Array.from({ length: PAGES }, (_, at) => {
    const word = at === 1234 ? 'vuurtoren' : 'molen';
    const text = `---\ntitle: Blad ${at}\ndate: ${dayOf(at)}\n---\nHier staat een ${word}.\n`;
    return writeFile(path.join(pages, `blad-${at}.md`), text);
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

/** The search page after a question, with what went wrong on it. */
async function ask(query) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && faults.push(line.text()));
  await page.goto(`${site.origin}/zoeken/?${query}`, { waitUntil: 'load' });
  await page.locator('.results > li').first().waitFor();
  const status = await page.locator('[data-search-status]').textContent();
  return { page, faults, status };
}

test('the index is in parts, and one search looks in all of them', async () => {
  const [script, ...parts] = (await readdir(path.join(folder, 'public/pagefind'))).sort().reverse();
  assert.equal(script, 'pagefind.js');
  assert.ok(parts.length > 1 && parts.every((name) => /^nl-\d$/.test(name)), parts.join(', '));
  const { page, faults, status } = await ask('q=molen');
  assert.equal(status, `${PAGES - 1} resultaten voor ‘molen’`);
  const years = await page.locator('select[name=year] option').allTextContents();
  const counted = years.map((text) => Number(text.match(/\((\d+)\)$/)?.[1] ?? 0));
  assert.equal(counted.reduce((sum, own) => sum + own, 0), PAGES - 1);
  const one = await ask('q=vuurtoren');
  assert.equal(one.status, '1 resultaat voor ‘vuurtoren’');
  assert.equal(await one.page.locator('.results h3').textContent(), 'Blad 1234');
  assert.deepEqual([...faults, ...one.faults], []);
  await one.page.close();
  await page.close();
});

test('the newest of all parts come first', async () => {
  const { page, faults, status } = await ask('q=molen&order=date');
  assert.equal(status, `${PAGES - 1} resultaten voor ‘molen’`);
  const days = () => page.locator('.results time').evaluateAll((all) => all.map((own) => own.dateTime));
  const newest = Array.from({ length: PAGES }, (_, at) => at).filter((at) => at !== 1234).map(dayOf);
  newest.sort().reverse();
  assert.deepEqual(await days(), newest.slice(0, 10));
  await page.locator('[data-search-more]').click();
  await page.locator('.results > li').nth(19).waitFor();
  assert.deepEqual(await days(), newest.slice(0, 20));
  await page.locator('select[name=order]').selectOption('');
  await page.locator('select[name=year]').selectOption({ index: 1 });
  assert.deepEqual(faults, []);
  await page.close();
});
