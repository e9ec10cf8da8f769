// What four editors keep of an item that is copied at a desk and pasted with the keyboard.
// The editors are of four families; they are used here only and never shipped.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

import { root, serve } from './site.mjs';

const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules');
const edition = 'nieuwsbrieven/2021-03';
const item = 'factsheet-vertraging';

/** A page per editor: it puts the editor into `#box` and says how to read what is in it. */
const editors = {
  TinyMCE: `
    <script src="/tinymce/tinymce.min.js"></script>
    <div id="box"></div>
    <script>
      tinymce.init({ selector: '#box', license_key: 'gpl', inline: false, promotion: false, plugins: 'image link lists', convert_urls: false, paste_data_images: false })
        .then(([editor]) => { window.start = () => editor.focus(); window.held = () => editor.getContent(); window.ready = true; });
    </script>`,
  CKEditor: `
    <link rel="stylesheet" href="/ckeditor5/dist/browser/ckeditor5.css">
    <script src="/ckeditor5/dist/browser/ckeditor5.umd.js"></script>
    <div id="box"></div>
    <script>
      const { ClassicEditor, Essentials, Paragraph, Heading, Bold, Link, Image, ImageBlock, ImageInline, LinkImage, ImageResize, PasteFromOffice, Clipboard } = CKEDITOR;
      ClassicEditor.create(document.querySelector('#box'), { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Heading, Bold, Link, Image, ImageBlock, ImageInline, LinkImage, ImageResize, PasteFromOffice, Clipboard] })
        .then((editor) => { window.start = () => editor.focus(); window.held = () => editor.getData(); window.ready = true; });
    </script>`,
  Quill: `
    <script src="/quill/dist/quill.js"></script>
    <div id="box"></div>
    <script>
      const quill = new Quill('#box', { theme: null });
      window.start = () => quill.focus(); window.held = () => quill.root.innerHTML; window.ready = true;
    </script>`,
  roosterjs: `
    <script src="/roosterjs/dist/rooster-min.js"></script>
    <div id="box" contenteditable style="min-height:200px"></div>
    <script>
      const box = document.querySelector('#box');
      const editor = roosterjs.createEditor(box);
      window.start = () => editor.focus(); window.held = () => box.innerHTML; window.ready = true;
    </script>`,
};

let site;
let browser;
let server;

before(async () => {
  site = await serve();
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const page = editors[pathname.slice(1)];
    if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="nl"><title>x</title><body>${page}</body></html>`);
      return;
    }
    const bytes = await readFile(path.join(modules, path.normalize(pathname))).catch(() => undefined);
    const types = { '.js': 'text/javascript', '.css': 'text/css' };
    response.writeHead(bytes ? 200 : 404, { 'Content-Type': types[path.extname(pathname)] ?? 'text/plain' });
    response.end(bytes);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  site?.close();
});

const values = (html, attribute) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value.replaceAll('&amp;', '&'));

for (const name of Object.keys(editors)) {
  test(`${name} keeps heading, linked picture and every link`, { timeout: 120_000 }, async () => {
    const context = await browser.newContext();
    const desk = await context.newPage();
    await desk.goto(`${site.origin}/${edition}/kopieren/`);
    await desk.selectOption('#s_tool', 'laposta');
    await desk.locator(`li:has(#s_${item}) button[data-copy=""]`).click();

    const page = await context.newPage();
    // The pictures of the sample are on no server.
    await page.route('https://voorbeeld.example/**', (route) => route.abort());
    await page.goto(`http://127.0.0.1:${server.address().port}/${name}`);
    await page.waitForFunction(() => window.ready);
    await page.evaluate(() => window.start());
    await page.keyboard.press('Control+V');
    await page.waitForFunction(() => window.held().includes('<h2'));
    const held = await page.evaluate(() => window.held());
    await context.close();

    const rich = await readFile(path.join(root, `${edition}/items/${item}.rich.html`), 'utf8');
    const heading = rich.match(/<h2><a[^>]*>(.*?)<\/a><\/h2>/)[1];
    assert.match(held, /<h2\b/);
    assert.ok(held.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ').includes(heading), held);
    const links = new Set(values(rich, 'href'));
    for (const link of links) {
      const count = (html) => values(html, 'href').filter((own) => own === link).length;
      assert.equal(count(held), count(rich), `${link}\n${held}`);
    }
    assert.match(held, /<a\b[^>]*>(?:<(?!\/a>)[^>]*>)*<img\b/, `the picture is no link\n${held}`);
    for (const attribute of ['src', 'alt', 'width', 'height']) {
      assert.equal(values(held, attribute)[0], values(rich, attribute)[0], `${attribute}\n${held}`);
    }
  });
}
