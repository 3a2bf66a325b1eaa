import { explain } from '../background/explain.ts';

/** What went wrong, as the sentence to show: that of an error of our own, else what can be said of any. */
export function sentenceOf(error: unknown): string {
  const isOurs = error instanceof Error && (error.name === 'Error' || ('code' in error && error.code === 'invalid'));
  return isOurs && error.message !== '' ? error.message : explain(error).sentence;
}
