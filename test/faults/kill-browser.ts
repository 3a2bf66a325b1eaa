import type { Extension } from '../browser/extension.ts';

/** Ends the browser's own process at once, as a crash or a pulled plug would. */
export async function killBrowser({ context }: Extension): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not name its process.');
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(main.id, 'SIGKILL');
  await gone;
}
