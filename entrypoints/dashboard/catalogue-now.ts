import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { openStore } from '../../lib/store/store.ts';
import { loadPrompts } from '../background/load-prompts.ts';
import { questionsFrom } from '../background/questions.ts';

const store = openStore();
const questions = questionsFrom(loadPrompts, store.readOwnPrompts);

/** The questions as the user has them; empty where their file cannot be read. */
export async function catalogueNow(): Promise<Catalogue> {
  questions.forget();
  return (await questions.read()).catalogue;
}
