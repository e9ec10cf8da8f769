// The mails themselves: what mail clients support of them, what other programs read in them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { caniemail } from 'caniemail';

import { files, root } from './site.mjs';

const read = (file) => readFile(path.join(root, file), 'utf8');
const all = await files();
const editions = all.filter((file) => file.endsWith('/mail.html')).map((file) => path.posix.dirname(file));
const clients = [
  'outlook.windows', 'outlook.macos', 'outlook.ios', 'outlook.android', 'gmail.desktop-webmail', 'gmail.ios',
  'gmail.android', 'apple-mail.macos', 'samsung-email.android', 'thunderbird.macos',
];

/** What a client does not support at all, told once each. */
function unsupported(code) {
  const { issues } = caniemail({ clients, html: code });
  const titles = [...issues.errors.values()].flat().map((issue) => issue.title ?? issue.feature ?? String(issue));
  return [...new Set(titles)].sort();
}

test('no fragment has anything that one of ten clients does not support', () => {
  return Promise.all(
    all.filter((file) => /\.(rich|block)\.html$/.test(file)).map(async (file) => {
      assert.deepEqual(unsupported(await read(file)), [], file);
    }),
  );
});

test('a whole mail has no more than its body element', async () => {
  assert.ok(editions.length >= 3);
  for (const edition of editions) {
    const found = unsupported(await read(`${edition}/mail.html`));
    assert.deepEqual(found.filter((title) => !/body|overflow/i.test(title)), [], edition);
  }
});

test('the table of the program says what the data says', async () => {
  const kept = new URL('node_modules/caniemail/data/caniemail.json', import.meta.url);
  const data = JSON.parse(await readFile(kept, 'utf8'));
  const table = new URL('../../src/render/outputs/newsletter/lint/caniemail.txt', import.meta.url);
  const lines = (await readFile(table, 'utf8')).split('\n').filter((line) => line && !line.startsWith('#'));
  const codes = { ow: 'outlook.windows', om: 'outlook.macos', oi: 'outlook.ios', oa: 'outlook.android', gd: 'gmail.desktop-webmail', gi: 'gmail.ios', ga: 'gmail.android', am: 'apple-mail.macos', sa: 'samsung-email.android', tb: 'thunderbird.macos' };
  const lacks = (slug, code) => {
    const [family, platform] = codes[code].split('.');
    const versions = data.data.find((own) => own.slug === slug)?.stats[family]?.[platform];
    return Object.values(versions ?? {}).at(-1)?.startsWith('n') ?? false;
  };
  const slugs = { property: (name) => `css-${name}`, image: (name) => `image-${name}` };
  let compared = 0;
  for (const line of lines) {
    const [kind, name, ...lacking] = line.split(' ');
    const slug = slugs[kind]?.(name);
    if (!slug || !data.data.some((own) => own.slug === slug)) continue;
    compared += 1;
    const expected = Object.keys(codes).filter((code) => lacks(slug, code));
    assert.deepEqual(lacking.filter((code) => code !== '-').sort(), expected.sort(), line);
  }
  assert.ok(compared > 60, `${compared} lines`);
});

test('every address of a mail is in its text, in short lines, with nothing that is not seen', async () => {
  for (const edition of editions) {
    const [mail, text] = [await read(`${edition}/mail.html`), await read(`${edition}/mail.txt`)];
    for (const [, address] of mail.matchAll(/ (?:href|src)="(https?:[^"]*)"/g)) {
      assert.ok(text.split(/\s+/).includes(address.replaceAll('&amp;', '&')), `${edition}: ${address}`);
    }
    for (const line of text.split('\n')) {
      assert.ok([...line].length <= 72 || /^\S*https?:\S+$/.test(line), `${edition}: ${line}`);
    }
    assert.doesNotMatch(text, /[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/);
  }
});

test('a message opens in another program with both parts as they are', async () => {
  const script = `
import email, email.policy, sys
edition = sys.argv[1]
raw = open(edition + '/mail.eml', 'rb').read()
message = email.message_from_bytes(raw, policy=email.policy.default)
def defects(part):
    found = list(part.defects)
    for inner in part.iter_parts() if part.is_multipart() else []: found += defects(inner)
    return found
assert not defects(message), defects(message)
assert message.get_content_type() == 'multipart/alternative'
text, page = list(message.iter_parts())
def same(part, name):
    kept = open(edition + '/' + name, encoding='utf-8', newline='').read()
    # Lines end in CR LF in a message, and in LF in a file.
    said = part.get_content().replace('\\r\\n', '\\n')
    assert said.rstrip('\\n') == kept.rstrip('\\n'), name
same(text, 'mail.txt'); same(page, 'mail.html')
assert text.get_content_type() == 'text/plain' and page.get_content_type() == 'text/html'
assert b'\\n' not in raw.replace(b'\\r\\n', b''), 'every line ends in CR LF'
assert max(len(line) for line in raw.split(b'\\r\\n')) <= 78
for part in (text, page): assert part['Content-Transfer-Encoding'] in ('quoted-printable', '7bit'), part['Content-Transfer-Encoding']
assert message['Date'] and message['Message-ID'] and message['Subject']
`;
  for (const edition of editions) {
    execFileSync('python3', ['-c', script, path.join(root, edition)], { stdio: 'pipe' });
  }
});

test('sizes stay within their budget', async () => {
  for (const edition of editions) {
    const mail = await read(`${edition}/mail.html`);
    const items = JSON.parse(await read(`${edition}/edition.json`)).items.length;
    assert.ok(Buffer.byteLength(mail) <= 16_000 + Math.max(0, items - 6) * 2_100, `${edition}: ${Buffer.byteLength(mail)}`);
  }
});

test('addresses of people stand only where the site allows them', async () => {
  const allowed = new Set(['redactie@voorbeeld.example']);
  const mails = all.filter((file) => /^nieuwsbrieven\/|^kopieren\//.test(file) && /\.(html|txt|md|json|xml|eml)$/.test(file));
  for (const file of mails) {
    const text = (await read(file)).replaceAll('=\r\n', '').replace(/^Message-ID:.*$/m, '');
    for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)) {
      assert.ok(allowed.has(address), `${file}: ${address}`);
    }
  }
});
