/** Starts the Odoo that was installed, on a copy of its database in a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilAnswers } from '../serve.ts';
import { READY, ROOT } from './install.ts';
import { endInside, startInside } from './root.ts';
import { type Call, connect, sow } from './seed.ts';
import { asUser, odooSettings, POSTGRES, postgresSettings } from './settings.ts';

export type Odoo = {
  origin: string;
  call: Call;
  /** The server's own ids, in the order of the seed. */
  ids: number[];
  stop(): Promise<void>;
};

export async function startOdoo(): Promise<Odoo> {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-odoo-'));
  const log = join(folder, 'log');
  const data = join(folder, 'data');
  const [port, databasePort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  // Owners and times as they are: the database belongs to a user of the system inside.
  spawnSync('cp', ['-a', READY, data]);
  writeFileSync(join(data, 'odoo.conf'), odooSettings(port, databasePort).join('\n'));
  writeFileSync(join(data, 'pg/postgresql.auto.conf'), postgresSettings(databasePort).join('\n'));
  const script = [
    'cd /srv/run',
    `(${asUser('postgres', `${POSTGRES}/postgres -D pg`)}) &`,
    `until ${POSTGRES}/pg_isready -q -h 127.0.0.1 -p ${databasePort}; do sleep 0.2; done`,
    asUser('odoo', 'odoo -c odoo.conf'),
  ];
  const server = startInside({ root: ROOT, script: script.join('\n'), log, data });
  const stop = async () => {
    await endInside(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswers(`${origin}/web/login`, server);
    const call = await connect(origin);
    const ids = await sow(call);
    return { origin, call, ids, stop };
  } catch (error) {
    const tail = readFileSync(log, 'utf8').slice(-2_000);
    await stop();
    throw new Error(`Odoo did not start: ${error}\n${tail}`);
  }
}
