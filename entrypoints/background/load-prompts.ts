/** The one place that reads a file of our own: the policy of extension pages lets through what is packaged, and no more. */
import { browser } from 'wxt/browser';

/** The questions as they are packaged, unchecked. */
export async function loadPrompts(): Promise<unknown> {
  return (await fetch(browser.runtime.getURL('/prompts/en.json'))).json();
}
