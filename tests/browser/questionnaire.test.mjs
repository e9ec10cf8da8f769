// The questionnaire goes round: filled in on the page, downloaded, imported, built; the answers
// stand on the page of the region.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

import { serve } from './site.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.LEREND ?? path.join(project, 'target/release/lerend');

test('what a region answers on the page stands on its own page in the end', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lerend-vragen-'));
  const site = await serve();
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  const run = (...args) => promisify(execFile)(program, args, { cwd: folder });
  const page = async () => readFile(path.join(folder, 'public/regios/twente/index.html'), 'utf8');
  try {
    await cp(path.join(project, 'content'), path.join(folder, 'content'), { recursive: true });
    const tab = await browser.newPage();
    // Bears with a busy machine.
    tab.setDefaultTimeout(120_000);
    await tab.goto(`${site.origin}/eigen-evaluatie/tien-vragen/`);
    await tab.selectOption('select[name=_region]', 'twente');
    await tab.fill('textarea[name=goed]', 'De <b>partners</b> bellen elkaar.\n\n- Elke week\n- Zonder agenda');
    await tab.fill('textarea[name=trots]', '# Op de eerste groep');
    // That it is kept is told once, not at every letter.
    await tab.evaluate(() => {
      window.told = [];
      const status = document.querySelector('[data-status]');
      new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true });
    });
    await tab.locator('textarea[name=trots]').pressSequentially(' van allemaal');
    await tab.fill('textarea[name=trots]', '# Op de eerste groep');
    assert.deepEqual(await tab.evaluate(() => window.told), []);
    assert.equal(await tab.locator('[data-status]').textContent(), 'Bewaard op dit apparaat');
    // What was filled in is still there after a visit elsewhere.
    await tab.reload();
    assert.equal(await tab.inputValue('select[name=_region]'), 'twente');
    // On paper stands all that was filled in, and lines only where nothing was.
    await tab.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await tab.locator('.printed').allTextContents(), [
      'De <b>partners</b> bellen elkaar.\n\n- Elke week\n- Zonder agenda',
      '# Op de eerste groep',
    ]);
    await tab.emulateMedia({ media: 'print' });
    assert.deepEqual(
      [await tab.isVisible('textarea[name=goed]'), await tab.locator('textarea:visible').count() > 0],
      [false, true],
    );
    await tab.emulateMedia({ media: null });
    await tab.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await tab.locator('.printed').count(), 0);
    const download = tab.waitForEvent('download');
    await tab.click('button[type=submit]');
    await (await download).saveAs(path.join(folder, 'antwoorden.md'));

    const { stdout } = await run('import', 'antwoorden.md', '--language', 'nl');
    const [, draft] = stdout.match(/^(content\/reports\/tien-vragen-twente-\S+\.md) is gemaakt, als concept\./);
    await run('build', '--no-images');
    assert.ok(!(await page()).includes('bellen elkaar'), 'a draft is not published');

    // What an editor does: read it, choose a subject, take the line away that makes it a draft.
    const text = await readFile(path.join(folder, draft), 'utf8');
    const ready = text.replace(/^concept: ja\n/m, '').replace(/^onderwerpen:$/m, 'onderwerpen: [samenwerking]');
    assert.notEqual(ready, text);
    await writeFile(path.join(folder, draft), ready);
    await run('build', '--no-images');
    const html = await page();
    for (const part of [
      'Wat gaat goed?',
      'De &lt;b&gt;partners&lt;/b&gt; bellen elkaar.',
      'Elke week',
      'Waar ben je trots op, en waarom?',
      '# Op de eerste groep',
    ]) {
      assert.ok(html.includes(part), `${part}\n${html}`);
    }
  } finally {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
