import { shorten } from '../../coaching/words/clean-text.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { SheetSection } from '../document.ts';

const MOST = 8;
const ROOM = 90;

/** The actions of the sheet before, done or not, the manager's own first. */
export function actionsSection({ content, whom, say, dealName, words }: ContentSpeech): SheetSection {
  const actions = content.notes.filter((note) => note.kind === 'action');
  const items = actions.slice(0, MOST).map(({ deal, action, owner, by, done }) => {
    const state = done === null ? 'Not said' : done ? 'Done' : 'Not done';
    const who = owner ? `${whom(owner)}: ` : '';
    return `${state} · ${who}${shorten(action, ROOM) || 'an action'}${by ? ` by ${say.day(by)}` : ''} (${dealName(deal)})`;
  });
  const more = actions.length - items.length;
  return {
    id: 'actions',
    title: 'The last sheet’s actions',
    blocks: [
      {
        kind: 'list',
        items: more > 0 ? [...items, `${words.count(more, 'more action')}.`] : items,
        none: 'No action stood on the last sheet.',
      },
    ],
  };
}
