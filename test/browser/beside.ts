/** The real side panel, which Playwright does not know as a page: asked over the browser's own protocol. */
import type { Extension } from './extension.ts';

const PATIENCE_MS = 5_000;

/** Runs an expression in the panel that stands open; null where none does. */
export async function inSidePanel(extension: Extension, expression: string): Promise<unknown> {
  const cdp = await extension.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('The browser is gone.');
  try {
    const { targetInfos } = await cdp.send('Target.getTargets');
    const panel = targetInfos.find(({ url }) => url.endsWith('/sidepanel.html'));
    if (!panel) return null;
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: panel.targetId });
    const answer = new Promise<unknown>((resolve) => {
      cdp.on('Target.receivedMessageFromTarget', ({ message }) => resolve(JSON.parse(message).result?.result?.value));
      // A panel that goes away meanwhile never answers.
      setTimeout(() => resolve(null), PATIENCE_MS);
    });
    const asked = { id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } };
    await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(asked) });
    return await answer;
  } finally {
    await cdp.detach();
  }
}
