/**
 * Writes `expected.json` of fixtures that have none, or of those named on the command line, to be read by a person
 * before it is committed: `npx node test/crm/write-expected.ts [crm | crm/case …]`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pastOfPage } from '../../lib/crm/past-of-page.ts';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf, summariseReading } from './summarise-reading.ts';

const named = process.argv.slice(2);
for (const { crm, name, folder, html, page, expected } of loadFixtures()) {
  const wanted = named.length > 0 ? named.includes(crm) || named.includes(`${crm}/${name}`) : expected === undefined;
  if (!wanted) continue;
  const document = openInJsdom(html, page.url);
  const [url, options] = [new URL(page.url), optionsOf(page)];
  const reading = readPage(readers, document, url, options);
  const past = reading && pastOfPage(readers, document, url, options, reading);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(summariseReading(reading, past), null, 2)}\n`);
  console.log(`${crm}/${name}`);
}
