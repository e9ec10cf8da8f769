// Every link inside the site leads somewhere, anchors included.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinkChecker } from 'linkinator';

import { files, isPage, serve } from './site.mjs';

test('no link inside the site is broken', async () => {
  const { origin, close } = await serve();
  try {
    const pages = (await files()).filter(isPage).filter((file) => file !== '404.html');
    const { links } = await new LinkChecker().check({
      path: pages.map((file) => `${origin}/${file.split('/').map(encodeURIComponent).join('/')}`),
      recurse: false,
      checkFragments: true,
      concurrency: 20,
      // Other sites are not ours to test, and the tests need no network.
      linksToSkip: async (link) => !link.startsWith(origin),
    });
    const broken = links
      .filter((link) => link.state === 'BROKEN')
      .map((link) => `${link.parent ?? ''} -> ${link.url} (${link.status})`.replaceAll(origin, ''));
    assert.deepEqual([...new Set(broken)], []);
    assert.ok(links.filter((link) => link.state === 'OK').length >= pages.length);
  } finally {
    close();
  }
});
