/** Fixtures as pages of a real Chromium, under their own addresses, with the reading engine beside them. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build, type Plugin } from 'vite';
import type { Fixture } from '../crm/load-fixtures.ts';
import { findChromium } from './find-chromium.ts';

/** The reader answers an exception of its own with no reading at all; here each of them is told. */
const withoutNet: Plugin = {
  name: 'without-net',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/lib\/crm\/(?:read-page|past-of-page)\.ts$/.test(id)) return null;
    const parts = code.split(/catch \{(?=\s*\/\/ (?:Pages can replace|As for readings))/);
    if (parts.length < 2) throw new Error('The place where the reader catches its exceptions was not found.');
    return parts.join('catch (error) { globalThis.sidelineCaught?.(error);');
  },
};

let script: Promise<string> | undefined;

/** The readers, the engine and what tries them, as one script. */
function readerScript(): Promise<string> {
  script ??= (async () => {
    const entry = fileURLToPath(new URL('./readers-in-page.ts', import.meta.url));
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
  })();
  return script;
}

/** Puts a fixture under its own address, with the readers beside it; nothing else answers there. */
export type OpenFixture = (fixture: Fixture) => Promise<Page>;

/** A Chromium for fixtures, without the extension: one page, in which one fixture after the other stands. */
export async function withFixtures<T>(work: (open: OpenFixture) => Promise<T>): Promise<T> {
  const code = await readerScript();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    let html = '';
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().frame().parentFrame() === null
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    return await work(async (fixture) => {
      html = fixture.html;
      // Two of them may have one address but for what stands behind the #: that would be no navigation.
      await page.goto('about:blank');
      await page.goto(fixture.page.url, { waitUntil: 'domcontentloaded' });
      // A field that asks for the focus gets it with the first frame, which a busy machine draws late.
      if (fixture.html.includes(' autofocus'))
        await page.waitForFunction(() => document.activeElement?.matches('[autofocus]'));
      await page.evaluate(code);
      return page;
    });
  } finally {
    await browser.close();
  }
}
