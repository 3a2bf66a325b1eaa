/** Installs Odoo 14 and PostgreSQL 13 from Debian's packages into a folder of their own, and makes an empty database. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, whyNoPackages } from '../debian.ts';
import { runInside } from './root.ts';
import { asUser, DATABASE, odooSettings, POSTGRES, postgresSettings } from './settings.ts';

/** Part of the cache's name: an installation made otherwise is not taken for this one. */
const VERSION = 1;
const SUITE = 'bullseye';
/** Debian moves suites there when it no longer supports them. */
const ARCHIVE = 'http://archive.debian.org/debian';
const LANGUAGES = ['en_US', 'de_DE', 'fr_FR'];
const CACHE = join(tmpdir(), `sideline-odoo14-${VERSION}`);

/** The folder with the system, and in it the stopped, empty database that each run copies. */
export const ROOT = join(CACHE, 'root');
export const READY = join(ROOT, 'srv/ready');

/** The Debian mirror that this system itself uses; null where it names none. */
function mirror(): string | null {
  const folder = '/etc/apt/sources.list.d';
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const lines = ['/etc/apt/sources.list', ...files.filter((name) => /\.(list|sources)$/.test(name))]
    .filter((name) => existsSync(name))
    .flatMap((name) => readFileSync(name, 'utf8').split('\n'));
  const own = lines.find((line) => /^(deb|URIs:)\s.*\/debian\/?(\s|$)/.test(line));
  return /https?:\/\/\S+/.exec(own ?? '')?.[0] ?? null;
}

/** A folder of this name that somebody else made is not to be trusted as root. */
function isInstalled(): boolean {
  if (!existsSync(CACHE)) return false;
  const { uid, mode } = lstatSync(CACHE);
  if (uid !== 0 || (mode & 0o077) !== 0 || !lstatSync(CACHE).isDirectory())
    throw new Error(`${CACHE} is not a folder of root's own.`);
  return existsSync(READY);
}

/** Why the server cannot be had here, as one sentence; null: it is installed. */
export function installOdoo(): string | null {
  const reason = whyNoPackages('Odoo');
  if (reason !== null) return reason;
  if (isInstalled()) return null;
  const apart = spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']);
  if (apart.status !== 0) return 'Odoo needs mounts of its own, which are not allowed here.';
  if (!existsSync('/usr/sbin/debootstrap') && !installPackages(['debootstrap']))
    return 'The package debootstrap could not be installed.';
  const folder = mkdtempSync(join(tmpdir(), 'sideline-odoo14-new-'));
  try {
    bootstrap(folder);
    prepare(folder);
    // Another run may have been faster, and be using what it made.
    if (isInstalled()) return null;
    rmSync(CACHE, { recursive: true, force: true });
    renameSync(folder, CACHE);
  } catch (error) {
    return `Odoo could not be installed: ${error}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return null;
}

function bootstrap(folder: string): void {
  const root = join(folder, 'root');
  const log = join(folder, 'install.log');
  const from = [mirror() ?? ARCHIVE, ARCHIVE].find((source) => {
    // Its mounts end with it.
    const own = ['--mount', 'debootstrap', '--variant=minbase', SUITE, root, source];
    return spawnSync('unshare', own, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  });
  if (!from) throw new Error('no Debian mirror has its base system.');
  const write = (path: string, ...lines: string[]) => writeFileSync(join(root, path), `${lines.join('\n')}\n`);
  write('etc/apt/sources.list', `deb ${from} ${SUITE} main`);
  // How this system reaches its mirror: proxies and the like.
  cpSync('/etc/apt/apt.conf.d', join(root, 'etc/apt/apt.conf.d'), { recursive: true });
  for (const path of ['/etc/resolv.conf', '/etc/hosts']) copyFileSync(path, join(root, path));
  // No service starts by itself, no cluster is made, and a folder that can be made again needs no syncing.
  write('usr/sbin/policy-rc.d', '#!/bin/sh', 'exit 101');
  chmodSync(join(root, 'usr/sbin/policy-rc.d'), 0o755);
  mkdirSync(join(root, 'etc/postgresql-common'), { recursive: true });
  write('etc/postgresql-common/createcluster.conf', 'create_main_cluster = false');
  write('etc/dpkg/dpkg.cfg.d/fast', 'force-unsafe-io', 'force-confold', 'path-exclude=/usr/share/doc/*');
  const script =
    'apt-get update -q && apt-get install -qy --no-install-recommends odoo-14 postgresql-13 && apt-get clean';
  runInside({ root, script, log }, 400_000);
}

/** The database with CRM and its languages, and nothing else in it. */
function prepare(folder: string): void {
  const root = join(folder, 'root');
  const data = join(root, 'srv/making');
  mkdirSync(join(root, 'srv/run'), { recursive: true });
  mkdirSync(data);
  writeFileSync(join(data, 'postgresql.conf'), postgresSettings(5432).join('\n'));
  writeFileSync(join(data, 'odoo.conf'), odooSettings(8069, 5432).join('\n'));
  const script = [
    'cd /srv/run && mkdir pg data && chown postgres pg && chown odoo data',
    asUser('postgres', `${POSTGRES}/initdb -D pg -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync -U odoo`),
    'cat postgresql.conf >> pg/postgresql.conf',
    asUser('postgres', `${POSTGRES}/pg_ctl -D pg -w -l pg/log start`),
    asUser(
      'odoo',
      `odoo -c odoo.conf -d ${DATABASE} -i crm --without-demo=all --load-language=${LANGUAGES} --stop-after-init`,
    ),
    asUser('postgres', `${POSTGRES}/pg_ctl -D pg -w -m fast stop`),
  ];
  runInside({ root, script: script.join(' && '), log: join(folder, 'install.log'), data }, 300_000);
  renameSync(data, join(root, 'srv/ready'));
}
