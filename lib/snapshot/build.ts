import { buildContext } from './build/build-context.ts';
import type { BuildInput } from './build/build-input.ts';
import { dealParts } from './build/deals.ts';
import { notesOf } from './build/notes.ts';
import { personPart } from './build/people.ts';
import { saidPart } from './build/said.ts';
import { teamPart } from './build/team.ts';
import { CONTENT_FORM, type SnapshotContent } from './content.ts';
import { asJson } from './leaves.ts';

export type { BuildInput };

/** A snapshot's content as of the team's moment. Same input, same JSON, to the byte. */
export function buildContent(input: BuildInput): SnapshotContent {
  const context = buildContext(input);
  const team = teamPart(context);
  const deals = dealParts(context, team);
  const said = deals.flatMap(({ id }) => {
    const deal = context.now.get(id);
    return (deal && saidPart(deal, context)) ?? [];
  });
  const people = context.people.map((person) => personPart(person, said, context));
  const { moment, ...figures } = team;
  const content: SnapshotContent = {
    form: CONTENT_FORM,
    left: { names: 'kept', amounts: 'kept' },
    team: { moment, people: people.map(({ id }) => id), deals: deals.map(({ id }) => id), ...figures },
    ...{ people, deals, said },
    notes: notesOf(context),
  };
  return asJson(content) as unknown as SnapshotContent;
}
