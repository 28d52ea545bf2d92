import { execFileSync } from 'node:child_process';
import { findChromium } from './chromium.ts';

/** Before the browser tests: finds a Chromium; on Debian as root installs the package where there is none. */
export default function setup(): void {
  try {
    findChromium();
  } catch (error) {
    const installed = process.platform === 'linux' && process.getuid?.() === 0 && installPackage();
    if (!installed) throw error;
    findChromium();
  }
}

function installPackage(): boolean {
  process.stdout.write('No Chromium was found; installing the Debian package chromium …\n');
  const run = (...args: string[]): void => {
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  try {
    run('update', '-qq');
    run('install', '-y', '-qq', 'chromium', 'fonts-noto-cjk');
    return true;
  } catch {
    return false;
  }
}
