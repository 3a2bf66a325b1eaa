import type { Language } from '../lib/coaching/catalogue/languages.ts';
import type { OwnPrompts, PromptTexts } from '../lib/coaching/catalogue/own-prompts.ts';
import type { Catalogue, Prompt } from '../lib/coaching/catalogue/types.ts';
import type { Share } from '../lib/coaching/likely-to-help.ts';
import type { Work } from './actions.ts';

export type PromptsState = {
  /** As packaged, in the language chosen. */
  shipped: Catalogue;
  own: OwnPrompts;
  /** How often each was asked and led to a proof; null while the deals are read. */
  shares: ReadonlyMap<string, Share> | null;
  /** Ids of those that hardly ever led to one: not chosen while another fits. */
  resting: ReadonlySet<string>;
  problem: string | null;
};

/** Each keeps at once what it changes, and fails with the sentence to show. */
export type PromptsActions = {
  pick(language: Language): Work;
  turn(id: string, on: boolean): Work;
  /** Null: as shipped again. */
  change(id: string, texts: PromptTexts | null): Work;
  /** A new one, or other words for one that was added. */
  put(prompt: Prompt): Work;
  remove(id: string): Work;
  takeBack(): Work;
  exportFile(): Work;
  importFile(file: File): Promise<void>;
};
