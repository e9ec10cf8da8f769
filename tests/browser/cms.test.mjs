// The configuration for a content management system: it loads in the packaged program, and the
// form of a factsheet has its fields in Dutch.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '../..');
const program = process.env.LEREND ?? path.join(project, 'target/release/lerend');
const cms = path.join(here, 'node_modules/decap-cms/dist');

let folder;
let server;
let browser;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lerend-cms-'));
  await cp(path.join(project, 'content'), path.join(folder, 'content'), { recursive: true });
  await promisify(execFile)(program, ['--root', folder, 'schema', '--editor', 'decap']);
  const files = {
    '/admin/': ['text/html', () => readFile(path.join(folder, 'admin/index.html'))],
    '/admin/config.yml': ['text/yaml', async () => {
      // A backend without a server, so that nothing leaves this machine.
      const text = await readFile(path.join(folder, 'admin/config.yml'), 'utf8');
      return text.replace('name: git-gateway', 'name: test-repo');
    }],
  };
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // The program comes in parts, which stand beside each other.
    const part = path.basename(pathname);
    const script = part.endsWith('.js') && ['text/javascript', () => readFile(path.join(cms, part))];
    const found = files[pathname] ?? script;
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${found[0]}; charset=utf-8` });
    return response.end(await found[1]());
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});

after(async () => {
  await browser?.close();
  await new Promise((resolve) => { server.close(resolve); });
  await rm(folder, { recursive: true, force: true });
});

test('the form of a factsheet has its fields in Dutch', { timeout: 240_000 }, async () => {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const address = `http://127.0.0.1:${server.address().port}/admin/`;
  // Nobody else is asked for anything.
  await page.route((url) => url.hostname !== '127.0.0.1', (route) => route.abort());
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('button', { name: /login|inloggen|aanmelden/i }).click({ timeout: 90_000 });
  await page.getByText('Factsheets', { exact: true }).first().waitFor({ timeout: 90_000 });
  await page.evaluate(() => { location.hash = '#/collections/factsheets/new'; });
  await page.getByText('Titel', { exact: false }).first().waitFor({ timeout: 90_000 });
  const text = await page.locator('body').innerText();
  for (const label of ['Titel', 'Datum', 'Periode', 'Gezien in', 'Onderwerpen', 'Bronnen', 'Sterkte', 'Kerncijfers', 'Samenvatting', 'Tekst']) {
    assert.match(text, new RegExp(label, 'i'), `no field ${label}`);
  }
  assert.doesNotMatch(text, /config errors|fout in de configuratie/i);
  assert.deepEqual(errors, []);
});
