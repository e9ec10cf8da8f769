// Every page is valid HTML. Mails and fragments follow the rules of mail programs instead.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

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
