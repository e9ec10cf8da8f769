// Lighthouse on one page of the kinds that readers land on, on a telephone and a desk, three times each; the
// median counts. The site is served packed and with the headers of its own `_headers`.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';

import { onePageOfEachKind, root, serve } from '../../tests/browser/site.mjs';

const { default: lighthouse, desktopConfig } = await import(process.env.LIGHTHOUSE);
const rounds = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const kinds = ['', 'factsheets/*/', 'verhalen/*/', 'regios/*/', 'bevindingen/', 'kopieren/'];

/** The largest page of each kind. */
async function pages() {
  const all = await onePageOfEachKind();
  const isKind = (kind) => new RegExp(`^${kind.replace('*', '[^/]+')}$`);
  return kinds.map((kind) => all.find((page) => isKind(kind).test(page)));
}

/** Starts Chromium with a profile of its own, and gives its port. */
async function chromium(profile) {
  const browser = spawn(process.env.CHROME ?? '/usr/bin/chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank',
  ], { stdio: 'ignore' });
  for (;;) {
    const told = await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    if (told) return { browser, port: Number(told.split('\n')[0]) };
    await wait(100);
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(url, port, config) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    const { lhr } = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' }, config);
    runs.push(lhr);
  }
  const scores = categories.map((name) => median(runs.map((run) => Math.round(run.categories[name].score * 100))));
  const wrong = Object.values(runs[0].audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
    .map(({ id }) => id);
  return { scores, wrong };
}

/** Kilobytes of the page and its style sheet, packed. */
async function weight(page) {
  const html = await readFile(path.join(root, page, 'index.html'), 'utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
  const files = await Promise.all(sheets.map((href) => readFile(path.join(root, page, href))));
  const bytes = [Buffer.from(html), ...files].map((file) => brotliCompressSync(file).length);
  return bytes.reduce((sum, own) => sum + own, 0) / 1000;
}

const profile = await mkdtemp(path.join(os.tmpdir(), 'lerend-lighthouse-'));
const { browser, port } = await chromium(profile);
const site = await serve();
console.log(`| page | on | ${categories.join(' | ')} | HTML + CSS, kB |`);
console.log(`| --- | --- |${' --: |'.repeat(categories.length + 1)}`);
try {
  for (const page of await pages()) {
    for (const [name, config] of [['telephone', undefined], ['desk', desktopConfig]]) {
      const { scores, wrong } = await measure(`${site.origin}/${page}`, port, config);
      console.log(`| /${page} | ${name} | ${scores.join(' | ')} | ${(await weight(page)).toFixed(1)} |`);
      if (wrong.length > 0) console.error(`/${page}, ${name}: ${wrong.join(', ')}`);
    }
  }
} finally {
  site.close();
  browser.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
