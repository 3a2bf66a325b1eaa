import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the extension, so that a bench never measures yesterday's. */
export function buildExtension(mode: 'production' | 'e2e'): void {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stderr } = spawnSync(process.execPath, [wxt, 'build', '--mode', mode], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be built: ${stderr.slice(-2_000)}`);
}
