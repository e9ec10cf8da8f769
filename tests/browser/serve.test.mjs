// `lerend serve` as an editor sees it: a mistake shows and goes, the page stays where it was,
// styles change without a load, and a long day of writing costs nothing.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.LEREND ?? path.join(project, 'target/release/lerend');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder;
let server;
/** What it said on the terminal. */
let said = '';
let origin;
let browser;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lerend-serve-'));
  await cp(path.join(project, 'content'), path.join(folder, 'content'), { recursive: true });
  await cp(path.join(project, 'themes'), path.join(folder, 'themes'), { recursive: true });
  server = spawn(program, ['serve', '--port', '0', '--language', 'nl', '--date', '2026-11-23', '--timings'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  origin = await new Promise((found, failed) => {
    server.on('exit', () => failed(new Error(`serve stopped: ${said}`)));
    server.stderr.on('data', (bytes) => {
      said += bytes;
      const [, url] = said.match(/^(http:\S+)\/$/m) ?? [];
      if (url) found(url);
    });
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  server?.removeAllListeners('exit');
  server?.kill();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const file = (name) => path.join(folder, name);
const overlay = 'lerend-problems';

/** A place in the browser that bears with a busy machine. */
async function room(options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(120_000);
  return context;
}

/** A page that is shown, with the site built. */
async function open(context, address) {
  const page = await context.newPage();
  await page.goto(`${origin}${address}`, { waitUntil: 'load' });
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => document.querySelector('header'));
  return page;
}

test('the terminal says where the time of a build went', async () => {
  const context = await room();
  await open(context, '/contact/');
  await context.close();
  for (const station of ['lezen', 'samenbrengen', 'pagina’s maken', 'verzamelen en nakijken']) {
    assert.match(said, new RegExp(`^ +[\\d.]+ ms {2}${station}$`, 'm'));
  }
});

test('a broken edit shows the overlay and mending it removes it, a hundred times in a row', { timeout: 600_000 }, async () => {
  const context = await room();
  const page = await open(context, '/contact/');
  const source = file('content/pages/contact.md');
  const good = await readFile(source, 'utf8');
  const broken = good.replace('title:', 'tilte:');
  for (let round = 0; round < 100; round += 1) {
    await writeFile(source, broken);
    await page.waitForSelector(overlay, { state: 'attached' });
    if (round === 0) {
      const shown = await page.evaluate((name) => document.querySelector(name).shadowRoot.textContent, overlay);
      assert.match(shown, /fout\[front-matter\/unknown-key\]: onbekend veld `tilte`/);
      assert.match(shown, /content\/pages\/contact\.md:2:1/);
      const href = await page.locator(`${overlay} a[href^="vscode:"]`).first().getAttribute('href');
      assert.match(href, /^vscode:\/\/file\/.*\/content\/pages\/contact\.md:\d+:\d+$/);
      assert.deepEqual(await faults(page), []);
      assert.equal(await page.locator('main h1').count(), 1, 'the last good site stays');
    }
    await writeFile(source, good);
    await page.waitForSelector(overlay, { state: 'detached' });
  }
  await context.close();
});

test('what is saved is seen, and the reader stays where they were', { timeout: 600_000 }, async (t) => {
  const context = await room({ viewport: { width: 800, height: 500 } });
  const page = await open(context, '/privacy/');
  const source = file('content/pages/privacy.md');
  const text = await readFile(source, 'utf8');
  await page.evaluate(() => {
    scrollTo(0, 400);
    window.loaded = 'once';
  });
  const times = [];
  for (let round = 1; round <= 21; round += 1) {
    const mark = `teken${round}.`;
    const start = performance.now();
    await writeFile(source, `${text}\n\n${mark}\n`);
    await page.waitForFunction((mark) => document.querySelector('main')?.innerText.includes(mark), mark, { polling: 'raf' });
    times.push(performance.now() - start);
    await page.waitForFunction(() => scrollY === 400);
  }
  await writeFile(source, text);
  await page.waitForFunction(() => !document.querySelector('main')?.innerText.includes('teken21.'));
  assert.equal(await page.evaluate(() => window.loaded), 'once', 'another text needs no page load');
  times.sort((a, b) => a - b);
  // Said, not judged: how fast it is depends on the machine.
  t.diagnostic(`save to seen: median ${times[10].toFixed(0)} ms, slowest ${times[20].toFixed(0)} ms`);
  await context.close();
});

/** A text of a file with another title. */
const titled = (title) => (text) => text.replace(/^title: .*$/m, `title: ${title}`);

test('a page in whose text a script works, or that changes elsewhere, is loaded again', { timeout: 600_000 }, async () => {
  const context = await room();
  const page = await open(context, '/factsheets/');
  const changes = [
    ['/factsheets/', 'main', 'content/factsheets/vertraging.md', 'Anders dan eerst'],
    ['/eigen-evaluatie/tien-vragen/', 'main', 'content/questionnaires/tien-vragen.md', 'Andere vragen'],
    ['/privacy/', 'header', 'content/site.yaml', 'Andere naam'],
  ];
  for (const [path, part, name, title] of changes) {
    const text = await readFile(file(name), 'utf8');
    await page.goto(`${origin}${path}`);
    await page.evaluate(() => { window.loaded = 'once'; });
    const shows = (wanted) => page.waitForFunction(
      ([part, title, wanted]) => document.querySelector(part)?.innerText.includes(title) === wanted, [part, title, wanted]);
    await writeFile(file(name), titled(title)(text));
    await shows(true);
    assert.equal(await page.evaluate(() => window.loaded), undefined, path);
    await writeFile(file(name), text);
    await shows(false);
  }
  await context.close();
});

test('a factsheet is changed in place, and its button prints after that as before', { timeout: 600_000 }, async (t) => {
  const context = await room();
  const page = await open(context, '/factsheets/vertraging/');
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => { window.printed += 1; };
  });
  const button = page.locator('main button[data-print]');
  await button.click();
  const source = file('content/factsheets/vertraging.md');
  const text = await readFile(source, 'utf8');
  const shows = (title) => page.waitForFunction(
    (title) => document.querySelector('main')?.innerText.includes(title), title, { polling: 'raf' });
  const times = [];
  for (let round = 1; round <= 11; round += 1) {
    const title = `Anders, keer ${round} van de elf`;
    const start = performance.now();
    await writeFile(source, titled(title)(text));
    await shows(title);
    times.push(performance.now() - start);
  }
  await button.click();
  assert.equal(await page.evaluate(() => window.printed), 2, 'the page was loaded again, or its button is dead');
  await writeFile(source, text);
  times.sort((a, b) => a - b);
  t.diagnostic(`save to seen on a factsheet: median ${times[5].toFixed(0)} ms, slowest ${times[10].toFixed(0)} ms`);
  await context.close();
});

test('a style sheet changes without a page load', { timeout: 120_000 }, async () => {
  const context = await room();
  const page = await open(context, '/');
  await page.evaluate(() => { window.stays = true; });
  const source = file('themes/default/styles/base.css');
  const css = await readFile(source, 'utf8');
  const mark = (wanted) => getComputedStyle(document.documentElement).getPropertyValue('--proef').trim() === wanted;
  // No words that the page would have to take for a script: it is served under the policy of its host.
  const marked = (wanted) => page.waitForFunction(mark, wanted);
  await writeFile(source, `${css}\n:root { --proef: later; }\n`);
  await marked('later');
  assert.equal(await page.evaluate(() => window.stays), true, 'the page was loaded again');
  await writeFile(source, css);
  await marked('');
  // One beside the content wins over that of the theme.
  await mkdir(file('styles'));
  await writeFile(file('styles/base.css'), `${css}\n:root { --proef: eigen; }\n`);
  await marked('eigen');
  await rm(file('styles'), { recursive: true });
  await marked('');
  assert.equal(await page.locator('link[rel=stylesheet]').count(), 1);
  await context.close();
});

test('what asks for attention is listed, and can be filtered', { timeout: 120_000 }, async () => {
  const context = await room();
  await writeFile(file('content/pages/straks.md'), '---\ntitle: Nog niet klaar\ndraft: yes\nreview-by: 2026-12-01\n---\n\nTekst.\n');
  await writeFile(file('content/pages/later.md'), '---\ntitle: Komt later\nembargo: 2026-12-24\nexpires: 2027-01-31\n---\n\nTekst.\n');
  const page = await context.newPage();
  await page.goto(`${origin}/_lerend/`);
  await page.waitForSelector('text=Nog niet klaar');
  assert.match(await page.innerText('section:has(#scheduled)'), /Komt later\s+vanaf 2026-12-24/);
  assert.match(await page.innerText('section:has(#expires)'), /tot en met 2027-01-31/);
  assert.match(await page.innerText('section:has(#review)'), /nakijken voor 2026-12-01/);
  assert.deepEqual(await faults(page), []);
  await page.selectOption('#group', 'draft');
  await page.fill('#q', 'nog niet');
  await page.click('button');
  assert.equal(await page.locator('li').count(), 1);
  // The list keeps up with the files, and keeps its filter.
  await writeFile(file('content/pages/straks.md'), '---\ntitle: Nog niet af\ndraft: yes\n---\n\nTekst.\n');
  await page.waitForSelector('text=Nog niet af');
  assert.equal(await page.inputValue('#q'), 'nog niet');
  await rm(file('content/pages/straks.md'));
  await rm(file('content/pages/later.md'));
  await page.waitForSelector('text=Er is niets dat hierbij past.');
  // A mistake stands in the list, and nothing lies over the list.
  await page.goto(`${origin}/_lerend/`);
  await writeFile(file('content/pages/kapot.md'), '---\ntitle: A: b\n---\n\nTekst.\n');
  await page.waitForSelector('section:has(#error) >> text=yaml/unquoted-colon');
  assert.equal(await page.locator('lerend-problems').count(), 0);
  await rm(file('content/pages/kapot.md'));
  await page.waitForSelector('section:has(#error)', { state: 'detached' });
  await context.close();
});

test('a hundred builds leave no file handles and no growing memory', { timeout: 600_000 }, async (t) => {
  if (process.platform !== 'linux') return t.skip('/proc is of Linux');
  const source = file('content/pages/privacy.md');
  const text = await readFile(source, 'utf8');
  const handles = async () => (await readdir(`/proc/${server.pid}/fd`)).length;
  const memory = async () => Number((await readFile(`/proc/${server.pid}/status`, 'utf8')).match(/VmRSS:\s+(\d+)/)[1]);
  const build = async (round) => {
    await writeFile(source, `${text}\n\nronde${round}.\n`);
    await until(async () => (await fetch(`${origin}/privacy/`).then((r) => r.text())).includes(`ronde${round}.`));
  };
  for (let round = 0; round < 30; round += 1) await build(round);
  const before = [await handles(), await memory()];
  for (let round = 30; round < 130; round += 1) await build(round);
  const after = [await handles(), await memory()];
  await writeFile(source, text);
  t.diagnostic(`handles ${before[0]} -> ${after[0]}, memory ${before[1]} -> ${after[1]} kB`);
  // Connections of the test itself come and go.
  assert.ok(after[0] <= before[0] + 2, `${before[0]} -> ${after[0]} handles`);
  assert.ok(after[1] <= before[1] * 1.2, `${before[1]} -> ${after[1]} kB`);
});

test('another origin hears nothing and another name is refused', { timeout: 60_000 }, async () => {
  const status = (headers, at = '/_lerend/events') =>
    new Promise((done, failed) => {
      const { hostname, port } = new URL(origin);
      const asked = request({ hostname, port, path: at, headers }, (response) => {
        done(response.statusCode);
        response.destroy();
      });
      asked.on('error', failed);
      asked.end();
    });
  assert.equal(await status({}), 200);
  assert.equal(await status({ Origin: 'https://kwaad.example' }), 403);
  assert.equal(await status({ Origin: 'null' }), 403);
  assert.equal(await status({ Host: 'kwaad.example' }, '/'), 403);
});

/** Waits until something holds. */
async function until(holds) {
  while (!(await holds()));
}

/** What is not accessible on a page. */
async function faults(page) {
  const { violations } = await page.evaluate(`${axe}
    axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
