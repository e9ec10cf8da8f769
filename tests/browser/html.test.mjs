// Every page is valid HTML. Mails and fragments follow the rules of mail programs instead.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import { files, isPage, root } from './site.mjs';

const jar = createRequire(import.meta.url)
  .resolve('vnu-jar/package.json')
  .replace('package.json', path.join('build', 'dist', 'vnu.jar'));

function messagesAbout(pages) {
  const args = ['-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...pages];
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done, failed) => {
    execFile('java', args, options, (error, _out, report) => {
      if (error) failed(error);
      else done(JSON.parse(report).messages);
    });
  });
}

/**
 * The recommended rules, those for whole pages and those for accessibility, and what is not
 * taken from them.
 */
const rules = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Our own files come from where the page comes from; nothing comes from elsewhere.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The title of a page says what was found, and is as long as that takes.
    'long-title': 'off',
    // A colon keeps the anchors of footnotes apart from those of headings; HTML allows it.
    'valid-id': ['error', { relaxed: true }],
    // A table that scrolls is a region without a heading; the other checker wants one in a section.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

test('no page breaks a rule of html-validate', { timeout: 600_000 }, async () => {
  const checker = new HtmlValidate(new StaticConfigLoader(rules));
  const pages = (await files()).filter(isPage);
  assert.ok(pages.length > 0, `there are no pages in ${root}`);
  const wrong = [];
  for (const page of pages) {
    const { results } = await checker.validateFile(path.join(root, page));
    for (const { messages } of results) {
      wrong.push(...messages.map(({ line, ruleId, message }) => `${page}:${line}: ${ruleId}: ${message}`));
    }
  }
  assert.deepEqual(wrong, []);
});

test('every page is valid HTML', { timeout: 600_000 }, async () => {
  const pages = (await files()).filter(isPage);
  assert.ok(pages.length > 0, `there are no pages in ${root}`);
  const told = [];
  // A command line has an end, and the checker takes long to start: some hundred at a time.
  for (let at = 0; at < pages.length; at += 400) {
    told.push(...(await messagesAbout(pages.slice(at, at + 400))));
  }
  const wrong = told
    .filter((message) => message.type !== 'info' || message.subType === 'warning')
    .map(({ url, lastLine, message }) => `${url.split('/').slice(-3).join('/')}:${lastLine}: ${message}`);
  assert.deepEqual(wrong, []);
});
