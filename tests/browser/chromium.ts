import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium or Chrome: `CHROMIUM_PATH`, the usual places, playwright's own download. */
export function findChromium(): string {
  const own = chromium.executablePath();
  const found = [process.env.CHROMIUM_PATH, ...usual, own].find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    'No Chromium was found. Install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), ' +
      'or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
