// Pictures and films as readers get them, of a site of its own: a photo full of what a camera
// writes, a gallery, and a film that stands elsewhere.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.LEREND ?? path.join(project, 'target/release/lerend');

const written = {
  'content/site.yaml': 'title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n',
  'content/index.md': '---\ntitle: Begin\n---\nWelkom.\n',
  'content/pages/foto.md': '---\ntitle: Foto\n---\nEen foto.\n\n![](media:foto)\n',
  'content/pages/galerij.md': '---\ntitle: Galerij\n---\nBeelden.\n\n```gallery\nitems: [foto, heel]\n```\n',
  'content/pages/film.md': '---\ntitle: Film\n---\nEen film.\n\n![](media:elders)\n',
  'content/media/foto.jpg.yaml':
    'kind: photo\nalt: Een vlak\ncaption: De eerste\nmaker: Zichtbare Maker\nlicence: CC-BY-4.0\npeople: none\n',
  'content/media/heel.jpg.yaml':
    'kind: photo\nalt: Nog een vlak\nmaker: Zichtbare Maker\nlicence: CC-BY-4.0\npeople: none\npublish-original: yes\n',
  'content/media/elders.yaml':
    'kind: film\nmaker: Iemand\nlicence: all-rights-reserved\npermission: mail\npeople: none\n' +
    'transcript: Wat er te zien is.\nembed: {service: youtube, id: abcdefghijk}\n',
};

let folder;
let browser;
let site;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lerend-media-'));
  for (const [name, text] of Object.entries(written)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 2000, height: 1300 } });
  await page.setContent('<body style="background:linear-gradient(45deg,teal,orange)">');
  const photo = await page.screenshot({ type: 'jpeg' });
  await page.close();
  for (const name of ['foto.jpg', 'heel.jpg']) {
    const file = path.join(folder, 'content/media', name);
    await writeFile(file, photo);
    execFileSync('exiftool', [
      '-q', '-overwrite_original', '-GPSLatitude=52.37', '-GPSLatitudeRef=N', '-GPSLongitude=4.9',
      '-GPSLongitudeRef=E', '-SerialNumber=SN-12345', '-OwnerName=Geheim', '-Artist=Geheim',
      '-Software=Geheim', '-Make=Geheim', '-DateTimeOriginal=2021:01:01 10:00:00', '-Comment=Geheim',
      '-XMP-dc:Creator=Geheim', '-IPTC:By-line=Geheim', '-XMP-exif:GPSLatitude=52.37', file,
    ]);
  }
  execFileSync(program, ['build', '--cold'], { cwd: folder, stdio: 'pipe' });
  process.env.SITE = path.join(folder, 'public');
  const { serve } = await import('./site.mjs');
  site = await serve();
});

after(async () => {
  site?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

test('no file tells what the camera wrote, and every picture tells who made it', () => {
  const said = execFileSync('exiftool', ['-r', '-j', '-G1', path.join(folder, 'public')], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const files = JSON.parse(said);
  const pictures = files.filter(({ SourceFile }) => /\.(jpg|webp)$/.test(SourceFile));
  assert.ok(pictures.length >= 13, `${pictures.length} pictures`);
  for (const file of files) {
    const name = path.relative(folder, file.SourceFile);
    assert.doesNotMatch(JSON.stringify({ ...file, SourceFile: '' }), /Geheim|SN-12345/, name);
    const known = Object.keys(file).filter((key) => /GPS|Serial|Owner|Software|:Make$|DateTimeOriginal/.test(key));
    assert.deepEqual(known, [], name);
  }
  const originals = pictures.filter(({ SourceFile }) => /heel\.[0-9a-f]+\.jpg$/.test(SourceFile));
  assert.equal(originals.length, 1);
  for (const file of pictures.filter((own) => !originals.includes(own))) {
    const name = path.relative(folder, file.SourceFile);
    assert.equal(file['XMP-dc:Creator'], 'Zichtbare Maker', name);
    assert.match(file['XMP-dc:Rights'], /CC BY 4\.0/, name);
    assert.equal(file['XMP-xmpRights:WebStatement'], 'https://creativecommons.org/licenses/by/4.0/', name);
    if (name.endsWith('.jpg')) assert.equal(file['IPTC:By-line'], 'Zichtbare Maker', name);
  }
});

test('the browser takes the smallest file that is sharp enough', async () => {
  for (const width of [360, 768, 1280]) {
    for (const deviceScaleFactor of [1, 2]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor });
      const page = await context.newPage();
      await page.goto(`${site.origin}/foto/`);
      const picture = page.locator('main figure img').first();
      await picture.scrollIntoViewIfNeeded();
      await page.waitForFunction(() => document.querySelector('main figure img').currentSrc !== '');
      const { source, shown } = await picture.evaluate((img) => ({
        source: img.currentSrc,
        shown: img.getBoundingClientRect().width,
      }));
      const name = `${width} px, ${deviceScaleFactor}x`;
      const [, taken] = source.match(/foto-(\d+)\.[0-9a-f]+\.webp$/) ?? [];
      assert.ok(taken, `${name}: ${source}`);
      const needed = Math.min(shown * deviceScaleFactor, 1440);
      const enough = [480, 960, 1440].find((own) => own >= needed - 1);
      assert.equal(Number(taken), enough, `${name}: shown at ${shown}`);
      await context.close();
    }
  }
});

test('nothing is asked of another site before somebody starts the film', async () => {
  const page = await browser.newPage();
  const foreign = [];
  await page.route('**/*', (route) => {
    if (route.request().url().startsWith(site.origin)) return route.continue();
    foreign.push(route.request().url());
    return route.abort();
  });
  await page.goto(`${site.origin}/film/`, { waitUntil: 'networkidle' });
  const link = page.locator('a[data-player]');
  await link.hover();
  assert.deepEqual(foreign, []);
  await link.focus();
  await page.keyboard.press('Enter');
  const frame = page.locator('iframe.film-player');
  await frame.waitFor();
  assert.equal(await frame.getAttribute('title'), 'elders');
  await page.waitForFunction(() => document.activeElement.matches('iframe.film-player'));
  assert.deepEqual([...new Set(foreign)], ['https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1']);
  await page.close();
});

test('pictures of a gallery open over the page, with the keyboard alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/galerij/`);
  const first = page.locator('a.enlarge').first();
  await first.focus();
  await page.keyboard.press('Enter');
  const box = page.locator('dialog.lightbox');
  await box.waitFor();
  const source = () => box.locator('img').getAttribute('src');
  assert.match(await source(), /foto-1440\./);
  const status = box.getByRole('status');
  assert.match(await status.textContent(), /^1 van 2 · De eerste · Zichtbare Maker/);
  await page.keyboard.press('ArrowRight');
  // Heard while the focus stays where it is, and told by the name of the dialog.
  assert.match(await status.textContent(), /^2 van 2/);
  assert.equal(await page.getByRole('dialog', { name: 'Afbeelding 2 van 2' }).count(), 1);
  assert.match(await source(), /heel\.[0-9a-f]+\.jpg$/);
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.className), 'enlarge');
  await page.close();
});

test('without scripts a picture of a gallery is a link to the large one', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/galerij/`);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/beeld/foto-1440')),
    page.locator('a.enlarge').first().click(),
  ]);
  assert.equal(answer.status(), 200);
  await context.close();
});
