import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Build, buildFolder } from './extension.ts';

/** A copy of a build, with the right to read these sites: a folder that its maker removes. */
export function buildThatReads(build: Build, hosts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-reads-'));
  cpSync(buildFolder(build), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: hosts }));
  return folder;
}
