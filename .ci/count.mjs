// Adds up what the tiers wrote to test-results/ and prints the closing line. A tier that broke before any of its tests
// could fail (lint, types, a build) counts as one failure, so that it can never look green.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const brokenTiers = Number(process.argv[2] ?? 0);
const files = existsSync('test-results')
  ? readdirSync('test-results').filter((name) => /^(unit|deep|browser-.*)\.json$/.test(name))
  : [];
const failures = [];
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of files) {
  const report = JSON.parse(readFileSync(`test-results/${file}`, 'utf8'));
  const flaky = report.stats?.flaky ?? 0;
  if (flaky > 0) console.log(`${flaky} of ${file} passed on the second try only`);
  passed += report.numPassedTests ?? (report.stats ? report.stats.expected + flaky : 0);
  failed += report.numFailedTests ?? report.stats?.unexpected ?? 0;
  failures.push(...(report.stats ? browserFailures(report.suites) : unitFailures(report)));
  skipped += report.numPendingTests ?? report.stats?.skipped ?? 0;
}
for (const { name, said } of failures) console.log(`failed: ${name}\n${said.slice(0, 3_000)}\n`);
if (brokenTiers > 0 && failed === 0) failed = brokenTiers;
if (passed === 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);

/** A failed test's name and message, so that the end of a long log says what went wrong. */
function unitFailures({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message) return [{ name, said: message }];
    return failed.map(({ fullName, failureMessages }) => ({
      name: fullName,
      said: shorten(failureMessages.join('\n')),
    }));
  });
}

function browserFailures(suites, above = []) {
  return (suites ?? []).flatMap((suite) => {
    const names = [...above, suite.title];
    const failed = (suite.specs ?? []).filter(({ ok }) => !ok);
    return [
      ...failed.map(({ title, tests }) => {
        const errors = tests.flatMap((test) =>
          test.results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        );
        return { name: [...names, title].join(' › '), said: shorten(errors.join('\n')) };
      }),
      ...browserFailures(suite.suites, names),
    ];
  });
}

/** The path that shrinking took can be thousands of characters long and says nothing to a reader. */
function shorten(text) {
  return text.replace(/path: "[^"]*"/, 'path: …');
}
