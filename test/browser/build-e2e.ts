/** Builds the extension with the demo's hosts allowed, unless the build that stands there was made of the same sources. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { buildFolder } from './extension.ts';

const SOURCES = ['lib/**', 'components/**', 'entrypoints/**', 'public/**', 'wxt.config.ts', 'package-lock.json'];
const stamp = `${buildFolder('e2e')}.stamp`;

const hash = createHash('sha256');
for (const file of globSync(SOURCES, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort())
  hash.update(file).update('\0').update(readFileSync(file)).update('\0');
const made = hash.digest('hex');

if (existsSync(stamp) && existsSync(`${buildFolder('e2e')}/manifest.json`) && readFileSync(stamp, 'utf8') === made) {
  console.log('The e2e build is of these sources already.');
} else {
  execFileSync('npx', ['wxt', 'build', '--mode', 'e2e'], { stdio: 'inherit' });
  writeFileSync(stamp, made);
}
