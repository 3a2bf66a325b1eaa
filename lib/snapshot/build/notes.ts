import { isOneOf } from '../../deal/same-name.ts';
import { namesOf } from '../../settings/people.ts';
import type { Note, Whom } from '../said-part.ts';
import type { BuildContext } from './build-context.ts';

/** The manager's lines of this snapshot, and the actions of the one before with what became of them, the manager's own first. */
export function notesOf(context: BuildContext): Note[] {
  const { draft, whom } = context;
  const owner = (name: string): Whom | null => (name.trim() === '' ? null : whom(name));
  return [
    ...(draft && draft.sentence !== '' ? [{ kind: 'sentence' as const, text: draft.sentence }] : []),
    ...(draft?.lines ?? []).map(
      ({ deal, why, action, owner: name, by }): Note => ({ kind: 'line', deal, why, action, owner: owner(name), by }),
    ),
    ...lastActions(context),
  ];
}

function lastActions(context: BuildContext): Note[] {
  const { previous, draft } = context;
  const lines = previous?.notes.flatMap((note) => (note.kind === 'line' && note.action !== '' ? note : [])) ?? [];
  const actions = lines.map(({ deal, action, owner, by }) => {
    const said = draft?.done.find((one) => one.deal === deal && one.action === action);
    return { kind: 'action' as const, deal, action, owner, by, own: isOwn(owner, context), done: said?.done ?? null };
  });
  return actions.toSorted((a, b) => Number(b.own) - Number(a.own));
}

function isOwn(owner: Whom | null, { team, people }: BuildContext): boolean {
  if (owner === null) return false;
  const name = 'name' in owner ? owner.name : people.find(({ id }) => id === owner.id)?.name;
  return isOneOf(name, namesOf(team.settings.me, team.settings.people));
}
