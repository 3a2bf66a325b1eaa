import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, expect, test } from '@playwright/test';
import { build, type Plugin } from 'vite';
import { findChromium } from '../browser/find-chromium.ts';
import { type Fixture, loadFixtures } from '../crm/load-fixtures.ts';
import { optionsOf } from '../crm/summarise-reading.ts';
import type { FuzzResult, fuzz } from './fuzz-in-page.ts';
import { runSeed } from './seed.ts';

const MUTATIONS = 60;
/** Far above any reading of a fixture; a pattern that runs away takes seconds. */
const SLOWEST_MS = 1_000;

/** The reader answers an exception of its own with no reading at all; here each of them is told. */
const withoutNet: Plugin = {
  name: 'without-net',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/lib/crm/read-page.ts')) return null;
    const parts = code.split(/catch \{(?=\s*\/\/ Pages can replace)/);
    if (parts.length !== 2) throw new Error('The place where the reader catches its exceptions was not found.');
    return parts.join('catch (error) { globalThis.sidelineCaught?.(error);');
  },
};

async function fuzzScript(): Promise<string> {
  const entry = fileURLToPath(new URL('./fuzz-in-page.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [withoutNet],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'sideline' } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error('The reader could not be bundled.');
  return chunk.code;
}

const fixtures = loadFixtures();

for (const crm of new Set(fixtures.map((fixture) => fixture.crm))) {
  test(`${crm}: fixtures spoiled ${MUTATIONS} times each give no exception, no made-up value, no other deal's id`, async () => {
    const seed = runSeed(`reader fuzz ${crm}`);
    const own = fixtures.filter((fixture) => fixture.crm === crm);
    const script = await fuzzScript();
    const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
    const total: FuzzResult = { mutations: 0, read: 0, fields: 0, slowest: 0, problems: [] };
    try {
      const context = await browser.newContext();
      for (const fixture of own) {
        const found = await fuzzFixture(context, fixture, script, `${seed} ${crm}/${fixture.name}`);
        total.mutations += found.mutations;
        total.read += found.read;
        total.fields += found.fields;
        total.slowest = Math.max(total.slowest, found.slowest);
        total.problems.push(...found.problems.map((problem) => `${fixture.name} ${problem}`));
      }
    } finally {
      await browser.close();
    }
    console.log(
      `reader fuzz ${crm}: ${own.length} fixtures, ${total.mutations} mutations, ${total.read} readings, ${total.fields} values, slowest ${total.slowest.toFixed(0)} ms; seed ${seed}`,
    );
    expect(total.problems).toEqual([]);
    expect(total.read).toBeGreaterThan(total.mutations / 3);
    expect(total.slowest).toBeLessThan(SLOWEST_MS);
  });
}

/** The fixture under its own address, read after each spoiling; nothing else answers. */
async function fuzzFixture(
  context: BrowserContext,
  fixture: Fixture,
  script: string,
  key: string,
): Promise<FuzzResult> {
  const { html, page: said } = fixture;
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame().parentFrame() === null
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.fulfill({ status: 404, body: '' }),
  );
  await page.goto(said.url);
  await page.evaluate(script);
  const found = await page.evaluate(
    ([text, options, seed, count]) => {
      const tools = (globalThis as unknown as { sideline: { fuzz: typeof fuzz } }).sideline;
      return tools.fuzz(text, options, seed, count);
    },
    [html, optionsOf(said), key, MUTATIONS] as const,
  );
  await page.close();
  return found;
}
