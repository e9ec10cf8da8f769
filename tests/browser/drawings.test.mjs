// Every chart and every map on every page of the site says the same as its table, cell by cell.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visitEach } from './browser.mjs';
import { everyPage, pagesOf, serve } from './site.mjs';

let site;
let browser;
/** The drawings of every page, each with its place. */
let drawings;

before(async () => {
  site = await serve();
  browser = await launch();
  const context = await browser.newContext();
  drawings = await visitEach(context, site, await everyPage(), async ({ page, address }) => {
    const found = [...(await page.evaluate(maps)), ...(await page.evaluate(charts))];
    return found.map((own) => ({ ...own, where: `/${address}#${own.id}` }));
  });
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** The maps of the page that is open: their tiles, the rows of their lists, their legends. */
function maps() {
  const text = (element) => element?.textContent.trim() ?? '';
  const classOf = (element) => [...element.classList].find((name) => /^c\d$/.test(name));
  return [...document.querySelectorAll('figure.map')].map((figure) => ({
    kind: 'map',
    id: figure.id,
    tiles: [...figure.querySelectorAll('svg.drawing .tile')].map((tile) => ({
      said: text(tile.querySelector('title')),
      letters: text(tile.querySelector('text')),
      href: tile.getAttribute('href'),
      class: classOf(tile),
      marks: tile.querySelector('.mark')?.getAttribute('d').match(/M/g).length ?? 0,
    })),
    rows: [...figure.querySelectorAll('tbody tr')].map((row) => ({
      name: text(row.querySelector('th')),
      value: text(row.querySelector('td')),
      href: row.querySelector('a')?.getAttribute('href') ?? null,
    })),
    legend: [...figure.querySelectorAll('.legend > li')].map((own) => ({
      class: classOf(own.querySelector('.tile')),
      words: text(own),
    })),
  }));
}

/** All drawings of one kind. */
function every(kind) {
  return drawings.filter((own) => own.kind === kind);
}

/** The charts of the page that is open: the numbers that are drawn and those of the table. */
function charts() {
  const all = (figure, found) => [...figure.querySelectorAll(found)].map((own) => own.textContent.trim());
  return [...document.querySelectorAll('figure.chart')].map((figure) => ({
    kind: 'chart',
    id: figure.id,
    isLine: figure.querySelector('.drawing .l') !== null,
    drawn: all(figure, '.drawing .v').sort(),
    table: all(figure, 'td.number').filter((value) => /\d/.test(value)).sort(),
    drawnMargins: all(figure, '.drawing .r').sort(),
    tableMargins: all(figure, 'td.margin').filter(Boolean).sort(),
    summary: all(figure, 'figcaption .summary')[0],
    described: all(figure, '.drawing desc')[0],
  }));
}

test('a map draws every region of its list, with its value, its link and a class that has words', () => {
  const found = every('map');
  for (const { tiles, rows, legend, where } of found) {
    assert.ok(tiles.length > 0 && legend.length > 0, where);
    assert.equal(tiles.length, rows.length, where);
    const classes = new Map();
    for (const row of rows) {
      // Each is called by the letters that it shows, too.
      const named = ({ letters }) => (row.name.includes(letters) ? row.name : `${row.name} (${letters})`);
      const isIts = (tile) => tile.said === `${named(tile)}: ${row.value}` || tile.said.startsWith(`${named(tile)}: ${row.value} `);
      const own = tiles.filter(isIts);
      assert.equal(own.length, 1, `${where}: ${row.name}, ${row.value}`);
      const [tile] = own;
      assert.equal(tile.href, row.href, `${where}: ${row.name}`);
      assert.ok(legend.some((known) => known.class === tile.class && known.words), `${where}: ${tile.class}`);
      // Seen without colours: as many marks as the class is high.
      assert.equal(tile.marks, Number(tile.class.slice(1)), `${where}: ${row.name}`);
      assert.equal(classes.get(row.value) ?? tile.class, tile.class, `${where}: ${row.value} in two classes`);
      classes.set(row.value, tile.class);
    }
  }
  assert.ok(found.length > 10, `${found.length} maps`);
});

test('every topic and every factsheet that was seen somewhere has its map', async () => {
  for (const [folder, least] of [['onderwerpen', 1], ['factsheets', 1]]) {
    const pages = await pagesOf(folder);
    const mapsOf = (address) => every('map').filter(({ where }) => where.startsWith(`/${address}#`));
    const without = pages.filter((address) => mapsOf(address).length < least);
    assert.ok(pages.length > 0, folder);
    assert.deepEqual(without, [], folder);
  }
});

test('a chart draws the numbers of its table and no others', async () => {
  const found = every('chart');
  for (const { where, ...chart } of found) {
    assert.ok(chart.drawn.length > 0, where);
    if (chart.isLine) {
      // A line shows the values of its ends and turns; where it goes is compared elsewhere.
      assert.deepEqual(chart.drawn.filter((value) => !chart.table.includes(value)), [], where);
    } else {
      assert.deepEqual(chart.drawn, chart.table, where);
    }
    assert.deepEqual(chart.drawnMargins, chart.tableMargins, where);
    assert.ok(chart.summary && chart.summary === chart.described, where);
    const picture = await fetch(new URL(`${chart.id}.png`, site.origin + where));
    assert.equal(picture.headers.get('content-type'), 'image/png', where);
    assert.deepEqual([...new Uint8Array(await picture.arrayBuffer()).subarray(1, 4)], [...Buffer.from('PNG')], where);
  }
  assert.ok(found.length > 0, 'there are no charts');
});

/** The least contrast between the letters of a tile and the tile, over the page that is open. */
function tileContrast() {
  const light = (colour) => {
    const parts = colour.match(/\d+(\.\d+)?/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const fill = (own) => light(getComputedStyle(own).fill);
  const tiles = [...document.querySelectorAll('.map .tile:has(text)')].map((tile) => {
    const [one, two] = [fill(tile.querySelector('rect')), fill(tile.querySelector('text'))];
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  });
  return tiles.length > 0 ? Math.min(...tiles) : NaN;
}

test('the names on a map are read in light, in dark and in the colours of the reader', async () => {
  const pages = ['', 'regios/', ...(await pagesOf('factsheets')), (await pagesOf('regios'))[0]];
  for (const colorScheme of ['light', 'dark']) {
    for (const forcedColors of ['none', 'active']) {
      const context = await browser.newContext({ colorScheme, forcedColors });
      const page = await context.newPage();
      for (const address of pages) {
        await page.goto(`${site.origin}/${address}`, { waitUntil: 'load' });
        const least = await page.evaluate(tileContrast);
        assert.ok(least >= 4.5, `/${address}, ${colorScheme}, forced colours ${forcedColors}: ${least}`);
      }
      await context.close();
    }
  }
});
