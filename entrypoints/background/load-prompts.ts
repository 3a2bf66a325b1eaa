/** The one place that reads a file of our own: the policy of extension pages lets through what is packaged, and no more. */
import { browser } from 'wxt/browser';
import type { Language } from '../../lib/coaching/catalogue/languages.ts';

/** The questions as they are packaged in a language, unchecked. */
export async function loadPrompts(language: Language): Promise<unknown> {
  return (await fetch(browser.runtime.getURL(`/prompts/${language}.json`))).json();
}
