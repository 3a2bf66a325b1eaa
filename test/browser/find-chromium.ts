/**
 * Finds a Chromium that loads unpacked extensions, and installs one where none stands: an environment variable, an
 * installed Chromium or Chrome for Testing, Playwright's own, Playwright's download, Debian's package.
 * Branded Google Chrome is left out: since version 137 it ignores `--load-extension`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The manifest's `minimum_chrome_version`: Temporal is native from there on. */
const OLDEST = 144;

const NOTHING_FOUND =
  'No Chromium was found: install Chromium 144 or newer (or Chrome for Testing), or set SIDELINE_CHROMIUM to its path, and run this again.';

function installedPlaces(): string[] {
  const home = process.env.HOME ?? '';
  switch (process.platform) {
    case 'darwin':
      return ['', home].flatMap((root) => [
        `${root}/Applications/Chromium.app/Contents/MacOS/Chromium`,
        `${root}/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
      ]);
    case 'win32':
      return [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
        .filter((root) => root !== undefined)
        .flatMap((root) => [
          join(root, 'Chromium', 'Application', 'chrome.exe'),
          join(root, 'Google', 'Chrome for Testing', 'Application', 'chrome.exe'),
        ]);
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/lib/chromium/chromium',
        '/opt/chrome-for-testing/chrome',
      ];
  }
}

/** Windows programs print no version to a console; what stands there is taken as it is. */
function isNewEnough(path: string): boolean {
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return Number(/(\d+)\.\d+\.\d+/.exec(stdout ?? '')?.[1] ?? 0) >= OLDEST;
}

function isUsable(path: string | undefined): path is string {
  return path !== undefined && path !== '' && existsSync(path) && isNewEnough(path);
}

function installThroughPlaywright(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  console.log('No Chromium found; asking Playwright to download one…');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 240_000 });
}

function installThroughDebian(): void {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.log("Installing the system's chromium package…");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env, timeout: 180_000 });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    env,
    timeout: 420_000,
  });
}

/** Path of a usable Chromium. Throws one plain sentence where there is none and none can be installed. */
export function findChromium(): string {
  const named = process.env.SIDELINE_CHROMIUM;
  if (named) {
    if (isUsable(named)) return named;
    throw new Error(`SIDELINE_CHROMIUM names ${named}, which is no Chromium ${OLDEST} or newer.`);
  }
  const look = () => [...installedPlaces(), chromium.executablePath()].find(isUsable);
  for (const install of [() => {}, installThroughPlaywright, installThroughDebian]) {
    install();
    const found = look();
    if (found) return found;
  }
  throw new Error(NOTHING_FOUND);
}
