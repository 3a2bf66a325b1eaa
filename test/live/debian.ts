/** What the live tier takes from Debian: packages on this system, as root. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why packages cannot be installed here, as one sentence; null: they can. */
export function whyNoPackages(crm: string): string | null {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    return `${crm} is set up from Debian packages; this system has none.`;
  if (process.getuid?.() !== 0) return `Installing the ${crm} packages needs root.`;
  return null;
}

/** The servers of this tier are set up at the same time, and apt's lists have a lock that nobody waits for. */
export function installPackages(packages: readonly string[]): boolean {
  const apt = 'apt-get -qq -o DPkg::Lock::Timeout=300';
  const script = `${apt} update; ${apt} install -y --no-install-recommends ${packages.join(' ')}`;
  const { status } = spawnSync('flock', [join(tmpdir(), 'sideline-apt.lock'), 'sh', '-c', script], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
    timeout: 400_000,
  });
  return status === 0;
}
