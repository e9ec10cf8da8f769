// Pictures of every kind of page in three widths, light and dark, and what prints as PDF.

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { launch } from './browser.mjs';
import { onePageOfEachKind, pagesOf, serve } from './site.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.env.SHOTS ?? path.join(here, '../../target/shots'));
const widths = [360, 768, 1280];
const schemes = ['light', 'dark'];
const printed = ['factsheets', 'eigen-evaluatie'];

/** `factsheets/opzet/` → `factsheets-page`, `factsheets/` → `factsheets`. */
function nameOf(address) {
  const [first = '', second, third] = address.replace(/index\.html$/, '').split('/').filter(Boolean);
  if (!first) return 'home';
  return [first.replace(/\.html$/, ''), second && 'page', third].filter(Boolean).join('-');
}

async function shoot(browser, origin, pages) {
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const context = await browser.newContext({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      for (const address of pages) {
        await page.goto(`${origin}/${address === '404.html' ? 'no/such/page/' : address}`);
        await allPictures(page);
        const folder = path.join(out, nameOf(address));
        await mkdir(folder, { recursive: true });
        await page.screenshot({ path: path.join(folder, `${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
}

/** What loads or is laid out when a reader comes near is there now. */
async function allPictures(page) {
  await page.evaluate(async () => {
    const everything = new CSSStyleSheet();
    everything.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(everything);
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.allSettled(pictures.map((picture) => picture.decode()));
    const next = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await next();
    }
    scrollTo(0, 0);
  });
  await page.waitForLoadState('networkidle');
}

async function print(browser, origin, pages) {
  const folder = path.join(out, 'print');
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  for (const address of pages) {
    await page.goto(`${origin}/${address}`);
    await allPictures(page);
    const name = address.split('/').filter(Boolean).join('-');
    const file = path.join(folder, `${name}.pdf`);
    await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    // Pictures of its pages, where poppler is there to make them.
    const made = promisify(execFile)('pdftoppm', ['-r', '80', '-png', file, file.replace(/\.pdf$/, '')]);
    await made.catch((error) => error.code === 'ENOENT' || Promise.reject(error));
  }
  await page.close();
}

const wanted = process.argv.slice(2);
const isWanted = (address) =>
  wanted.length === 0 || wanted.some((name) => nameOf(address) === name || nameOf(address).startsWith(`${name}-`));
const { origin, close } = await serve();
const browser = await launch();
try {
  const pages = (await onePageOfEachKind()).filter(isWanted);
  await shoot(browser, origin, pages);
  const onPaper = await Promise.all(printed.map(pagesOf));
  await print(browser, origin, onPaper.flat().filter(isWanted));
  console.log(`${pages.length} kinds of pages in ${out}`);
} finally {
  await browser.close();
  close();
}
