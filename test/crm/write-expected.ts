/**
 * Writes `expected.json` of fixtures that have none, or of those named on the command line, to be read by a person
 * before it is committed: `npx node test/crm/write-expected.ts [crm | crm/case …]`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf, summariseReading } from './summarise-reading.ts';

const named = process.argv.slice(2);
for (const { crm, name, folder, html, page, expected } of loadFixtures()) {
  const wanted = named.length > 0 ? named.includes(crm) || named.includes(`${crm}/${name}`) : expected === undefined;
  if (!wanted) continue;
  const reading = readPage(readers, openInJsdom(html, page.url), new URL(page.url), optionsOf(page));
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(summariseReading(reading), null, 2)}\n`);
  console.log(`${crm}/${name}`);
}
