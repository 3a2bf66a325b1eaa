/** Starts the Odoo that was installed, on a copy of its database in a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInZone } from '../../../lib/deal/day.ts';
import { freePort, untilAnswers } from '../serve.ts';
import { READY, ROOT } from './install.ts';
import { endInside, startInside } from './root.ts';
import { type Call, connect, type Sown, sow } from './seed.ts';
import { asUser, odooSettings, POSTGRES, postgresSettings } from './settings.ts';

export type Odoo = Sown & {
  origin: string;
  /** The day on which the deals were made. */
  today: string;
  call: Call;
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
    const sown = await sow(call);
    return { origin, today: await sownOn(call), call, stop, ...sown };
  } catch (error) {
    const tail = readFileSync(log, 'utf8').slice(-2_000);
    await stop();
    throw new Error(`Odoo did not start: ${error}\n${tail}`);
  }
}

/** In the time zone of the browsers, which Odoo shows times in; a run may pass midnight. */
async function sownOn(call: Call): Promise<string> {
  const [first] = await call<{ create_date: string }[]>('crm.lead', 'search_read', [[], ['create_date']], { limit: 1 });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return dayInZone(Date.parse(`${first?.create_date.replace(' ', 'T')}Z`), timeZone);
}
