/**
 * Pictures of every state: `node test/gallery/shoot.ts FOLDER [WORD…]` takes those whose name holds a word.
 * To look at by eye after each change of the looks; nothing is compared.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';
import { findChromium } from '../browser/find-chromium.ts';
import { type Shot, shots } from './shots.ts';

const [folder, ...words] = process.argv.slice(2);
if (!folder) throw new Error('Say where to put the pictures: node test/gallery/shoot.ts FOLDER');
mkdirSync(folder, { recursive: true });

const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  plugins: [preact()],
  server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { allow: [join(import.meta.dirname, '../..')] } },
});
await server.listen();
const origin = server.resolvedUrls?.local[0];
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const pages = new Map<string, Page>();

/** One page per kind of window, for its cache: a fresh one would load every module again. */
async function pageFor({ width = 1280, height = 800, zoom = 1, query }: Shot): Promise<Page> {
  const colorScheme = query.includes('scheme=dark') ? 'dark' : 'light';
  const key = `${width} ${height} ${zoom} ${colorScheme}`;
  const known = pages.get(key);
  if (known) return known;
  const context = await browser.newContext({
    // Zoom halves the page's own pixels and doubles the screen's, as a browser does.
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    reducedMotion: 'reduce',
    colorScheme,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
  pages.set(key, page);
  return page;
}

try {
  for (const shot of shots) {
    if (words.length && !words.some((word) => shot.name.includes(word))) continue;
    const page = await pageFor(shot);
    await page.goto(`${origin}?${shot.query}`);
    await page.locator('.sideline').first().waitFor({ state: 'attached' });
    await shot.before?.(page);
    await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: shot.whole ?? false });
  }
} finally {
  await browser.close();
  await server.close();
}
