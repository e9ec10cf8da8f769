// One browser for all tests, and what a page is opened with.

import { chromium } from 'playwright-core';

/** Starts Chromium: the one in CHROME, or the one where Debian puts it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
}
