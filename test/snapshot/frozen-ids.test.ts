import { expect, test } from 'vitest';
import { ERASED_PERSON } from '../../lib/deal/erased.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import { underFrozenIds } from '../../lib/snapshot/frozen-ids.ts';
import { twoWeeks } from './make-content.ts';

const { content } = twoWeeks()[1];

/** What is left of a content once these people were erased. */
const without = (gone: readonly string[]): SnapshotContent => ({
  ...content,
  people: content.people.filter(({ id }) => !gone.includes(id)),
});

/** Worked out again after it: their name is gone, and those behind them moved up. */
function replayed(gone: readonly string[]): SnapshotContent {
  const left = content.people.filter(({ id }) => !gone.includes(id)).map(({ id }) => id);
  const order = [...left, ...gone];
  const ids = new Map(order.map((id, at) => [id, `p${at + 1}`]));
  const renamed = JSON.stringify(content).replace(/"(p\d+)"/g, (_, id) => `"${ids.get(id) ?? id}"`);
  const moved = JSON.parse(renamed) as SnapshotContent;
  const people = moved.people.map((person, at) => {
    const isGone = gone.includes(content.people[at]?.id ?? '');
    return isGone ? { ...person, name: ERASED_PERSON } : person;
  });
  return { ...moved, people, team: { ...moved.team, people: order.map((id) => ids.get(id) ?? id) } };
}

test('people keep the ids and the order that they were frozen under', () => {
  const [first = ''] = content.team.people;
  expect(content.team.people.length).toBeGreaterThan(1);
  const again = replayed([first]);
  expect(again.deals).not.toEqual(content.deals);
  // Lines of the manager's are worked out from nothing: their hashes alone are checked.
  const { people, notes: _, ...rest } = underFrozenIds(again, without([first]));
  const { people: frozen, notes: __, ...whole } = content;
  expect(rest).toEqual(whole);
  expect(people.map(({ id, name }) => [id, name])).toEqual(
    frozen.map(({ id, name }) => [id, id === first ? ERASED_PERSON : name]),
  );
});

test('of several who were erased nobody can tell which is which, and without any there is nothing to do', () => {
  const two = content.team.people.slice(0, 2);
  const again = replayed(two);
  expect(underFrozenIds(again, without(two))).toBe(again);
  expect(underFrozenIds(content, content)).toBe(content);
});
