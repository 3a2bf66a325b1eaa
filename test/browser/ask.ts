import type { RequestData, RequestName } from '../../lib/messages/protocol.ts';
import type { Extension } from './extension.ts';

/** Asks the background as one of the extension's own pages would. Leaves the tab in front that stood there. */
export async function askAs<N extends RequestName>(
  extension: Extension,
  name: N,
  data: RequestData<N>,
): Promise<unknown> {
  const page = await extension.openPage('popup.html');
  const reply = await page.evaluate(([name, data]) => chrome.runtime.sendMessage({ name, data }), [
    name,
    data,
  ] as const);
  await page.close();
  return reply;
}
