// Adds up what the tiers wrote to test-results/ and prints the closing line. A tier that broke before any of its tests
// could fail (lint, types, a build) counts as one failure, so that it can never look green.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const brokenTiers = Number(process.argv[2] ?? 0);
const files = existsSync('test-results')
  ? readdirSync('test-results').filter((name) => /^(unit|deep|browser-.*)\.json$/.test(name))
  : [];
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of files) {
  const report = JSON.parse(readFileSync(`test-results/${file}`, 'utf8'));
  const flaky = report.stats?.flaky ?? 0;
  if (flaky > 0) console.log(`${flaky} of ${file} passed on the second try only`);
  passed += report.numPassedTests ?? (report.stats ? report.stats.expected + flaky : 0);
  failed += report.numFailedTests ?? report.stats?.unexpected ?? 0;
  skipped += report.numPendingTests ?? report.stats?.skipped ?? 0;
}
if (brokenTiers > 0 && failed === 0) failed = brokenTiers;
if (passed === 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
