/** Starts a real Tryton with sale opportunities from Debian's packages, on SQLite in a temporary folder. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, whyNoPackages } from '../debian.ts';
import { freePort, untilAnswers } from '../serve.ts';

const PACKAGES = ['tryton-server', 'tryton-modules-sale-opportunity', 'tryton-sao', 'tryton-proteus'];
/** One file of each package. */
const NEEDED = [
  '/usr/bin/trytond',
  '/usr/lib/python3/dist-packages/trytond/modules/sale_opportunity/__init__.py',
  '/usr/share/tryton-sao/www/index.html',
  '/usr/lib/python3/dist-packages/proteus/__init__.py',
];
const DATABASE = 'livecrm';
const here = fileURLToPath(new URL('.', import.meta.url));

export type LiveUser = { name: string; login: string; password: string; language: string; locale: string };
export type LiveDeal = {
  name: string;
  account: string;
  owner: string;
  amount: string;
  probability: number;
  start: string;
  close: string | null;
  nextStep: string;
  state: 'lead' | 'opportunity' | 'lost';
};
export type LiveSeed = { company: string; users: LiveUser[]; deals: LiveDeal[] };
export type Tryton = {
  origin: string;
  database: string;
  /** Close dates by record id, as the server itself keeps them. */
  closeDates(): Record<string, string | null>;
  stop(): void;
};

export const seed: LiveSeed = JSON.parse(readFileSync(join(here, 'deals.json'), 'utf8'));

/** Why the server cannot be had here, as one sentence; null: its packages are installed. */
export function installTryton(): string | null {
  if (NEEDED.every((path) => existsSync(path))) return null;
  const reason = whyNoPackages('Tryton');
  if (reason !== null) return reason;
  if (!installPackages(PACKAGES)) return 'The Tryton packages could not be installed.';
  return null;
}

function run(folder: string, command: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 240_000,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error ?? stderr.slice(-2_000)}`);
  return stdout;
}

export async function startTryton(): Promise<Tryton> {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-tryton-'));
  mkdirSync(join(folder, 'db'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const conf = join(folder, 'trytond.conf');
  writeFileSync(
    conf,
    [
      '[web]',
      `listen = 127.0.0.1:${port}`,
      'root = /usr/share/tryton-sao/www',
      '[database]',
      'uri = sqlite://',
      `path = ${join(folder, 'db')}`,
      '[session]',
      'timeout = 86400',
      '',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'password'), 'admin-Passw0rd\n');
  writeFileSync(join(folder, 'db', `${DATABASE}.sqlite`), '');
  const env = { TRYTONPASSFILE: join(folder, 'password') };
  run(folder, 'trytond-admin', ['-c', conf, '-d', DATABASE, '--all', '--email', 'admin@example.com'], env);
  // Translations are loaded only for languages marked so, and the flag has no command of its own.
  const mark = `import sqlite3; c = sqlite3.connect('db/${DATABASE}.sqlite'); c.execute("update ir_lang set translatable = 1 where code in ('fr', 'de')"); c.commit()`;
  run(folder, '/usr/bin/python3', ['-c', mark]);
  run(
    folder,
    'trytond-admin',
    ['-c', conf, '-d', DATABASE, '-u', 'ir', 'res', 'sale_opportunity', '--activate-dependencies'],
    env,
  );
  run(folder, '/usr/bin/python3', ['-W', 'ignore', join(here, 'seed.py'), conf, DATABASE, join(here, 'deals.json')]);

  const log = openSync(join(folder, 'trytond.log'), 'w');
  const server = spawn('trytond', ['-c', conf, '-d', DATABASE], { cwd: folder, stdio: ['ignore', log, log] });
  await untilAnswers(`${origin}/`, server);
  return {
    origin,
    database: DATABASE,
    closeDates() {
      const query = `import json, sqlite3; c = sqlite3.connect('db/${DATABASE}.sqlite'); print(json.dumps(dict(c.execute('select id, end_date from sale_opportunity').fetchall())))`;
      return JSON.parse(run(folder, '/usr/bin/python3', ['-c', query]));
    },
    stop() {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
