// What the sample has none of and editors do write: many series, long words, wide tables.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { launch, sideways } from './browser.mjs';
import { trial } from './trial.mjs';

const series = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const row = (name, from) => `  - {n: "${name}", ${series.map((key, at) => `${key}: ${((at * 3 + from) % 7) + 1}`).join(', ')}}`;
const chart = (kind, y) => `\`\`\`chart
soort: ${kind}
rijen:
${row('2019', 1)}
${row('2020', 4)}
x: n
y: [${y.join(', ')}]
titel: "Diagram ${kind}"
\`\`\`
`;

const long = 'Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersvergaderzaal';
const years = Array.from({ length: 10 }, (_, at) => String(2018 + at));
const rowOf = (cells) => `| ${cells.join(' | ')} |`;
const table = (last) => [rowOf(['naam', ...years, 'opmerking']), rowOf(Array(12).fill('---')), rowOf([long, ...years, last])].join('\n');

const files = {
  'factsheets/breed.md': `---
title: ${long}
date: 2026-11-20
period: {from: 2019, to: 2021}
seen-in: [twente]
topics: [matching]
sources: [pow-evaluatie]
strength: experience
summary: "Een factsheet met een titel van een woord, een brede tabel en een lange regel code."
---

## Wat zien we

Een zin boven de tabel, die lang genoeg is om een regel van een kolom te vullen.

${table('Eerste tabel')}

\`\`\`rust
fn main() { println!("een regel code die niet afbreekt, en dus breder is dan een kolom van een blad papier: {}", 1 < 2); }
\`\`\`

## Zo weten we dit

Een bron.

${table('Tweede tabel')}
`,
  'newsletters/lang.md': `---
title: "${long} doen mee"
date: 2026-11-20
subject: "Lange woorden doen mee"
blocks:
  - {item: "factsheet:breed", style: large}
---

Een inleiding met genoeg woorden om iets te zeggen.
`,
  'pages/lijst.md': `---
title: Lijsten in een tekst
summary: Een pagina met een lijst waaruit een lezer kan kiezen, en een waaruit dat niet kan.
---

\`\`\`items
type: story
filters: yes
\`\`\`

\`\`\`items
type: factsheet
\`\`\`
`,
  'pages/lijsten.md': `---
title: Twee lijsten om uit te kiezen
summary: Een pagina met twee lijsten waaruit een lezer apart kan kiezen, elk met een eigen adres.
---

\`\`\`items
type: story
filters: yes
\`\`\`

\`\`\`items
type: factsheet
filters: yes
\`\`\`
`,
  'pages/koppen.md': `---
title: Veel koppen
summary: Een pagina met zo veel koppen dat haar inhoud langer is dan een venster.
---

${Array.from({ length: 60 }, (_, at) => `## Kop nummer ${at}\n\nEen zin over iets.\n`).join('\n')}`,
  'pages/reeksen.md': `---
titel: Veel reeksen
samenvatting: Een pagina met elk soort diagram en met meer reeksen dan er kleuren zijn.
---

## Gestapeld

${chart('gestapelde-staaf', series)}
## Lijnen

${chart('lijn', series)}
## Groepen

${chart('gegroepeerde-staaf', series.slice(0, 6))}
## Punten

${chart('punt', series.slice(0, 6))}`,
};

let site;
let browser;

before(async () => {
  site = await trial(files);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const modes = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
  ['print', { colorScheme: 'light' }, 'print'],
];

/** What each chart of the page that is open fills its series with, in the drawing and the legend. */
function looks() {
  const fill = (own) => getComputedStyle(own)[own.matches('.l') ? 'stroke' : 'fill'];
  const own = (inside) => [...inside.querySelectorAll('rect:not(.over), .l, .m')].filter((part) => !part.closest('defs'));
  const of = (part) => [part.getAttribute('class').match(/s\d/)[0], fill(part)];
  return [...document.querySelectorAll('figure.chart')].map((figure) => ({
    title: figure.querySelector('.title').textContent,
    drawn: own(figure.querySelector('.drawing')).map(of),
    told: [...figure.querySelectorAll('.legend .swatch')].flatMap((swatch) => own(swatch).map(of)),
    over: [...figure.querySelectorAll('rect.over')].map(fill),
    patterns: [...figure.querySelectorAll('pattern')].map((pattern) => pattern.id),
  }));
}

for (const [name, options, media] of modes) {
  test(`each series of a chart has its colour, in the drawing as in the legend: ${name}`, async () => {
    const page = await browser.newPage(options);
    await page.emulateMedia({ media: media ?? 'screen' });
    await page.goto(`${site.origin}/reeksen/`);
    const found = await page.evaluate(looks);
    assert.equal(found.length, 4);
    for (const { title, drawn, told, over, patterns } of found) {
      const colours = new Map(drawn);
      for (const [own, colour] of [...drawn, ...told]) assert.equal(colour, colours.get(own), `${title}, ${own}`);
      // There are six colours; after these come shapes and hatching.
      assert.equal(new Set(colours.values()).size, 6, title);
      for (const fill of over) assert.ok(patterns.some((id) => fill.includes(`#${id}"`)), `${title}: ${fill}`);
    }
    assert.ok(found[0].over.length > 0);
    await page.close();
  });
}

test('on paper the table of a line chart stands below it, and no other', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/reeksen/`);
  const tables = () => page.locator('figure.chart table').filter({ visible: true });
  assert.equal(await tables().count(), 0);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await tables().count(), 1);
  assert.equal(await page.locator('.chart-line table').filter({ visible: true }).count(), 1);
  await page.close();
});

test('from disk lists can be filtered, and a questionnaire keeps its answers and hands them out', async () => {
  const onDisk = await trial({}, '--offline');
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const go = (address) => page.goto(pathToFileURL(path.join(onDisk.root, address, 'index.html')).href);
  try {
    await go('verhalen');
    await page.selectOption('[data-filters] select[name=region]', 'twente');
    assert.equal(await page.locator('[data-facets]').filter({ visible: true }).count(), 1);
    assert.equal(await page.locator('.ways').count(), 0);
    await go('eigen-evaluatie/tien-vragen');
    await page.locator('textarea').first().fill('Op papier was het mooier.');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[type=submit]').click()]);
    assert.equal(download.suggestedFilename(), 'tien-vragen.md');
    await page.reload();
    assert.equal(await page.locator('textarea').first().inputValue(), 'Op papier was het mooier.');
  } finally {
    await context.close();
    await onDisk.close();
  }
});

test('where a script does not come, what stands in for it shows, and nothing that does not work', async () => {
  for (const reducedMotion of ['no-preference', 'reduce']) {
    const page = await browser.newPage({ reducedMotion });
    await page.route('**/*.js', (route) => route.abort());
    for (const [address, dead, standIn] of [
      ['verhalen/', '[data-filters]', '.ways'],
      ['kopieren/', '.desk-bar', '.desk > .help'],
    ]) {
      await page.goto(`${site.origin}/${address}`);
      await page.locator(standIn).waitFor({ state: 'visible' });
      await page.locator(dead).waitFor({ state: 'hidden' });
    }
    await page.close();
  }
});

/** Whether the bar of the desk lies over all of what has the focus, once the page stands still. */
async function isCovered() {
  const own = document.activeElement;
  const frame = () => new Promise(requestAnimationFrame);
  const covered = () => {
    const box = own.getBoundingClientRect();
    const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    return places.every(([x, y]) => document.elementFromPoint(x, y)?.closest('.desk-bar'));
  };
  if (own.closest('.desk-bar')) return '';
  for (let frames = 0; frames < 30 && covered(); frames += 1) await frame();
  return covered() ? own.outerHTML.slice(0, 80) : '';
}

test('the bar of a copy desk never lies over what has the focus', { timeout: 240_000 }, async () => {
  for (const [width, height] of [[1280, 800], [360, 800], [320, 640], [320, 256]]) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`${site.origin}/kopieren/`);
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(isCovered), '', `${width} × ${height}`);
    }
    await page.close();
  }
});

test('a title of one long word fits a small telephone, also with the spacing of a reader', { timeout: 240_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 }, bypassCSP: true });
  const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';
  for (const address of ['', 'factsheets/', 'factsheets/breed/', 'factsheets/vertraging/', 'kopieren/', 'nieuwsbrieven/lang/', 'nieuwsbrieven/lang/kopieren/', 'nieuwsbrieven/2021-11/', 'rapporten/kamerbrief-hervorming-2024/']) {
    await page.goto(`${site.origin}/${address}`);
    assert.deepEqual(await sideways(page), [], `/${address}`);
    await page.addStyleTag({ content: spacing });
    assert.deepEqual(await sideways(page), [], `/${address}, with spacing`);
  }
  await page.close();
});

test('a mail with a long word is not wider than a telephone', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(`${site.origin}/nieuwsbrieven/lang/mail.html`);
  assert.deepEqual(await sideways(page), []);
  await page.close();
});

test('on paper nothing is wider than its place, and a wide table takes both columns', async () => {
  // The width of A4 between its margins.
  const page = await browser.newPage({ viewport: { width: 695, height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${site.origin}/factsheets/breed/`);
  const found = await page.evaluate(() => {
    const places = [...document.querySelectorAll('.prose :is(.table-scroll, .scroll, pre)')];
    return {
      count: places.length,
      cut: places.filter((own) => own.scrollWidth > own.clientWidth + 1).map((own) => own.outerHTML.slice(0, 60)),
      spans: places.map((own) => getComputedStyle(own).columnSpan),
      broken: [...document.querySelectorAll('td')].filter((cell) => /^\d{4}$/.test(cell.textContent) && cell.clientHeight > 30).length,
    };
  });
  assert.deepEqual(found, { count: 3, cut: [], spans: ['all', 'all', 'all'], broken: 0 });
  await page.close();
});

test('the focus stays in the window in a table of contents that is longer', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${site.origin}/koppen/`);
  await page.focus('.toc a');
  for (let presses = 0; presses < 59; presses += 1) {
    const box = await page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      // A browser scrolls by whole pixels.
      const inView = top > -1 && bottom < innerHeight + 1;
      return { top, bottom, inView, of: document.activeElement.closest('.toc') !== null };
    });
    assert.ok(box.inView && box.of, JSON.stringify(box));
    await page.keyboard.press('Tab');
  }
  await page.close();
});

test('two lists of a page keep their choices apart in the address, and leave what others put there', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/lijsten/?utm_source=mail`);
  const field = (at) => page.locator('[data-filters]').nth(at).locator('select[name=region]');
  const first = await field(0).locator('option:not([value=""])').first().getAttribute('value');
  const second = await field(1).locator('option:not([value=""])').last().getAttribute('value');
  await field(0).selectOption(first);
  await field(1).selectOption(second);
  const query = () => new URL(page.url()).searchParams.toString();
  assert.equal(query(), `utm_source=mail&region=${first}&region-2=${second}`);
  await page.reload();
  assert.deepEqual([await field(0).inputValue(), await field(1).inputValue()], [first, second]);
  await page.locator('[data-reset]').nth(0).click();
  assert.equal(query(), `utm_source=mail&region-2=${second}`);
  await page.close();
});

test('a list in a text is filtered by itself, and without scripts its choices are links', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/lijst/`);
  const lists = page.locator('main .items');
  const shown = (at) => lists.nth(at).locator('> li').filter({ visible: true }).count();
  const [stories, sheets] = [await shown(0), await shown(1)];
  await page.selectOption('[data-filtered] select[name=region]', 'twente');
  assert.deepEqual([await shown(0), await shown(1)], [1, sheets]);
  await page.locator('[data-reset]').click();
  assert.equal(await shown(0), stories);
  await page.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.origin}/lijst/`);
  assert.equal(await plain.locator('[data-filters]').isVisible(), false);
  const ways = plain.locator('[data-filtered] > .ways');
  assert.ok(await ways.isVisible());
  assert.ok((await ways.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).includes('../regios/twente/'));
  await context.close();
});
