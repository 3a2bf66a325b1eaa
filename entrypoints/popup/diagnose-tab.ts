import { browser } from 'wxt/browser';
import type { Diagnosis } from '../../lib/deal/diagnosis.ts';
import { DIAGNOSIS } from '../../lib/messages/diagnosis-key.ts';

/** What reading the page of a tab comes to. Throws the sentence to show where the browser does not let us in. */
export async function diagnoseTab(tab: number): Promise<Diagnosis> {
  const target = { tabId: tab };
  try {
    await browser.scripting.executeScript({ target, files: ['/diagnose.js'] });
    const [answer] = await browser.scripting.executeScript({
      target,
      args: [DIAGNOSIS],
      func: (key: string) => (globalThis as unknown as Record<string, Promise<Diagnosis> | undefined>)[key] ?? null,
    });
    if (answer?.result) return answer.result as Diagnosis;
  } catch {
    // A page of the browser's own, or a tab that is gone.
  }
  throw new Error('This page could not be looked at. Reload it and try once more.');
}
