/** A Debian 11 in a folder: the last Debian that packages Odoo. Whatever runs in it sees its own mounts and processes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** More of a log than this says nothing more of what went wrong. */
const LOG_TAIL = 2_000;

/**
 * A shell script inside the folder. Its mounts and all its processes end with it, however it ends: nothing is left to
 * unmount. `data` on the outside is `/srv/run` on the inside.
 */
export type Inside = { root: string; script: string; log: string; data?: string };

function commandOf({ root, script, data }: Inside): string[] {
  const mounts = ['mount -t proc proc "$0/proc"', 'mount --rbind /dev "$0/dev"'];
  if (data !== undefined) mounts.push('mount --bind "$2" "$0/srv/run"');
  const outside = `${mounts.join(' && ')} && exec chroot "$0" sh -c "$1"`;
  const own = ['--mount', '--pid', '--fork', '--kill-child'];
  return [...own, 'sh', '-c', outside, root, script, data ?? ''];
}

const env = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  DEBIAN_FRONTEND: 'noninteractive',
  LC_ALL: 'C.UTF-8',
};

export function runInside(inside: Inside, timeout: number): void {
  const log = openSync(inside.log, 'a');
  const { status, signal } = spawnSync('unshare', commandOf(inside), { env, stdio: ['ignore', log, log], timeout });
  closeSync(log);
  if (status !== 0)
    throw new Error(`Ended with ${status ?? signal}: ${readFileSync(inside.log, 'utf8').slice(-LOG_TAIL)}`);
}

/** Runs on until its standard input is closed, which this process does by ending, be it killed. */
export function startInside(inside: Inside): ChildProcess {
  const log = openSync(inside.log, 'a');
  const script = `{ ${inside.script}\n} </dev/null & cat >/dev/null`;
  const child = spawn('unshare', commandOf({ ...inside, script }), { env, stdio: ['pipe', log, log] });
  closeSync(log);
  return child;
}

/** Returns once everything in it has ended. */
export async function endInside(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  await ended;
}
