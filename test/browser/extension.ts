/** Starts a Chromium that carries the built extension, with the demo CRM standing under the CRMs' real-looking hosts. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

export type Build = 'e2e' | 'production';

export function buildFolder(build: Build): string {
  return fileURLToPath(new URL(`../../.output/chrome-mv3${build === 'e2e' ? '-e2e' : ''}`, import.meta.url));
}

export type Extension = {
  context: BrowserContext;
  id: string;
  worker(): Promise<Worker>;
  /** Ends the background worker as the browser does when it idles; the next event starts a new one. */
  stopWorker(): Promise<void>;
  openPage(path: string): Promise<Page>;
  close(): Promise<void>;
};

export type StartOptions = {
  build?: Build;
  /** A build that stands elsewhere. */
  folder?: string;
  headless?: boolean;
  profile?: string;
  args?: readonly string[];
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  timezoneId?: string;
  /** What its environment holds besides: the screen that it stands on. */
  env?: Record<string, string>;
  /** False where the database is such that no script can stand anywhere: not waited for. */
  reads?: boolean;
};

const QUIET = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  // The last three are pages of the browser's own address bar: they cost every start two seconds of a core.
  '--disable-features=OptimizationHints,MediaRouter,Translate,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup',
  '--hide-crash-restore-bubble',
];

export async function startExtension(options: StartOptions = {}): Promise<Extension> {
  const folder = options.folder ?? buildFolder(options.build ?? 'e2e');
  if (!existsSync(folder)) throw new Error(`The extension is not built: run "npm run build:e2e" first (${folder}).`);
  const context = await chromium.launchPersistentContext(options.profile ?? '', {
    executablePath: findChromium(),
    headless: options.headless ?? true,
    ...(options.locale ? { locale: options.locale } : {}),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(options.env ? { env: { ...process.env, ...options.env } } : {}),
    ...(options.timezoneId ? { timezoneId: options.timezoneId } : {}),
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    args: [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`, ...QUIET, ...(options.args ?? [])],
  });
  const worker = async () => {
    const running = context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://'));
    return running ?? (await context.waitForEvent('serviceworker'));
  };
  const first = await worker();
  const id = new URL(first.url()).host;
  // A page that opens before the scripts stand for its site is not read; a user's first page comes later than that.
  await first.evaluate(
    async (most) => {
      const { origins = [] } = await chrome.permissions.getAll();
      for (let tries = 0; origins.length > 0 && tries < most; tries++) {
        if ((await chrome.scripting.getRegisteredContentScripts()).length > 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    options.reads === false ? 0 : 250,
  );
  return {
    context,
    id,
    worker,
    async stopWorker() {
      const browser = context.browser();
      if (!browser) throw new Error('The browser is gone.');
      const cdp = await browser.newBrowserCDPSession();
      const { targetInfos } = await cdp.send('Target.getTargets');
      for (const target of targetInfos) {
        if (target.type === 'service_worker' && target.url.includes(id)) {
          await cdp.send('Target.closeTarget', { targetId: target.targetId });
        }
      }
      await cdp.detach();
    },
    async openPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    close: () => context.close(),
  };
}
