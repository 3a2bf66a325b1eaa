import { checkOwn, type OwnPrompts } from './own-prompts.ts';

const FORMAT = 'sideline-prompts';
const VERSION = 1;
const TEXT_MOST = 1_000_000;

/** Own questions as the text of a file. */
export function ownToText(own: OwnPrompts): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, prompts: own }, null, 2)}\n`;
}

/** Own questions in a file's text, or why there are none, as a sentence; the file is checked whole. */
export function ownFromText(text: string): { own: OwnPrompts } | { problem: string } {
  const none = { problem: 'This is no file of questions that Sideline wrote. Nothing was changed.' };
  if (text.length > TEXT_MOST) return none;
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return none;
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT) return none;
  if (!('version' in file) || file.version !== VERSION)
    return { problem: 'This file was written by another version of Sideline. Nothing was changed.' };
  const checked = checkOwn('prompts' in file ? file.prompts : null);
  if ('own' in checked) return checked;
  return { problem: `This file is not understood: see “${checked.place || 'prompts'}” in it. Nothing was changed.` };
}

/** Both: where they differ about one question, what was read in holds. The language stays. */
export function joinOwn(ours: OwnPrompts, read: OwnPrompts): OwnPrompts {
  const added = new Map([...ours.added, ...read.added].map((prompt) => [prompt.id, prompt]));
  return {
    language: ours.language,
    off: [...new Set([...ours.off, ...read.off])],
    changed: { ...ours.changed, ...read.changed },
    added: [...added.values()],
  };
}
