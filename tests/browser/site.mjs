// The finished site: its files, one page of each kind, and a server for it on 127.0.0.1.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder that is looked at: SITE, or public/ of the project. */
export const root = path.resolve(process.env.SITE ?? path.join(here, '../../public'));

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/** Every file of the site, relative to its root, sorted. */
export async function files() {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Whether a file is a page for readers, and not a mail or a fragment to paste. */
export function isPage(file) {
  const name = file.split('/').at(-1);
  return name.endsWith('.html') && !name.startsWith('mail') && !file.includes('/items/');
}

/** Whether a page only sends its reader on to a new address. */
async function sendsOn(file) {
  return (await readFile(path.join(root, file), 'utf8')).includes('http-equiv="refresh"');
}

/** The address of a page's file. */
function addressOf(file) {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/** The addresses of all pages that are read, and do not only send on. */
export async function everyPage() {
  const pages = (await files()).filter(isPage);
  const moved = await Promise.all(pages.map(sendsOn));
  return pages.filter((_, at) => !moved[at]).map(addressOf);
}

/** The largest page of each kind: pages that differ only in the name of a document are one kind. */
export async function onePageOfEachKind() {
  const pages = (await files()).filter(isPage);
  const largest = new Map();
  for (const file of pages) {
    if (await sendsOn(file)) continue;
    const { size } = await stat(path.join(root, file));
    const segments = file.split('/');
    if (segments.length > 2) segments[1] = '*';
    const kind = segments.join('/');
    if (size > (largest.get(kind)?.size ?? -1)) largest.set(kind, { file, size });
  }
  return [...largest.values()].map(({ file }) => addressOf(file));
}

/** The pages of the documents in a folder of the site. */
export async function pagesOf(folder) {
  const own = (await files()).filter(isPage).filter((file) => file.startsWith(`${folder}/`));
  return own.filter((file) => file.split('/').length === 3).map(addressOf);
}

/** What gets smaller when it is packed. */
const text = /^(text\/|application\/(json|xml)|image\/svg)/;

/** Serves a site as a host would: with the headers of its `_headers` file, and packed. */
export async function serve(folder = root) {
  const rules = await headerRules(folder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const found = await read(folder, pathname);
    const headers = { ...headersOf(pathname, rules), 'Content-Type': found.type };
    const packs = text.test(found.type) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    if (packs) headers['Content-Encoding'] = 'br';
    response.writeHead(found.status, headers);
    if (request.method === 'HEAD') response.end();
    else response.end(packs ? packed(found.bytes) : found.bytes);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => server.close() };
}

/** Each answer is packed once, as well as a host does it on the way out. */
const done = new Map();
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };

function packed(bytes) {
  const key = createHash('sha256').update(bytes).digest('hex');
  if (!done.has(key)) done.set(key, brotliCompressSync(bytes, { params }));
  return done.get(key);
}

async function read(folder, pathname) {
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  for (const candidate of [file, path.join(file, 'index.html')]) {
    if (!candidate.startsWith(folder)) break;
    const type = types[path.extname(candidate)] ?? 'application/octet-stream';
    const bytes = await readFile(candidate).catch(() => undefined);
    if (bytes) return { status: 200, type, bytes };
  }
  const bytes = await readFile(path.join(folder, '404.html')).catch(() => 'not found');
  return { status: 404, type: types['.html'], bytes };
}

/** The rules of `_headers`: a pattern, with the headers that it sets or takes back. */
async function headerRules(folder) {
  const text = await readFile(path.join(folder, '_headers'), 'utf8').catch(() => '');
  const rules = [];
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) {
      const escaped = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      const pattern = escaped.replace(/\*/g, '.*').replace(/:\w+/g, '[^/]+');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    }
    const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/) ?? [];
    if (name) rules.at(-1)?.headers.push([name, value]);
  }
  return rules;
}

/** The headers of an address: of two rules that set the same one, the later wins. */
function headersOf(pathname, rules) {
  const own = rules.filter(({ pattern }) => pattern.test(pathname));
  return Object.fromEntries(own.flatMap(({ headers }) => headers));
}
