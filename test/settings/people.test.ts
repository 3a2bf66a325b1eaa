import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Goal, mergeGoals, mergePeople, type Person } from '../../lib/settings/people.ts';
import { usd } from '../deal/make-reading.ts';

const person = (name: string, part: Partial<Person> = {}): Person => ({
  name,
  aliases: [],
  team: null,
  mine: false,
  ...part,
});

test('a file adds to the people on record, by name or alias, and takes nothing away', () => {
  const before = [person('Ida Norrgard', { aliases: ['ida'], team: 'North', mine: true })];
  const { merged, ...counts } = mergePeople(before, [
    person('IDA', { aliases: ['inorrgard'], team: 'South' }),
    person('Tomas Veld'),
  ]);
  expect(merged).toEqual([
    { name: 'Ida Norrgard', aliases: ['ida', 'inorrgard'], team: 'South', mine: true },
    person('Tomas Veld'),
  ]);
  expect(counts).toEqual({ fresh: 1, changed: 1, same: 0 });
});

test('a file that writes the last name first adds nobody', () => {
  const { merged, fresh } = mergePeople([person('Kim Olsen')], [person('Olsen, Kim', { aliases: ['kolsen'] })]);
  expect([merged, fresh]).toEqual([[person('Kim Olsen', { aliases: ['kolsen'] })], 0]);
});

const goal = (amount: number, part: Partial<Goal> = {}): Goal => ({
  person: 'Ida',
  team: null,
  period: { from: '2026-10-01', to: '2026-12-31' },
  amount: usd(amount),
  ...part,
});

test('a goal of the same person and period is changed, another is new', () => {
  const { merged, ...counts } = mergeGoals(
    [goal(5), goal(9, { person: 'Tom' })],
    [goal(7, { person: 'IDA' }), goal(9, { person: 'Tom' }), goal(1, { team: 'North' })],
  );
  expect(merged).toEqual([goal(7), goal(9, { person: 'Tom' }), goal(1, { team: 'North' })]);
  expect(counts).toEqual({ fresh: 1, changed: 1, same: 1 });
});

test('property: the same roster or quotas twice change nothing', () => {
  const name = fc.constantFrom('Ida', 'IDA', 'Tom', 'ida@x', 'tveld', 'Mara Quill', 'mara quill');
  const people = fc.array(
    fc.record({ name, aliases: fc.array(name, { maxLength: 3 }), team: fc.option(name), mine: fc.constant(false) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(people, people, (before, said) => {
      const known = mergePeople([], before).merged;
      const once = mergePeople(known, said).merged;
      const twice = mergePeople(once, said);
      expect(twice.merged.map(({ name: each, aliases }) => [each, aliases])).toEqual(
        once.map(({ name: each, aliases }) => [each, aliases]),
      );
      expect(twice.fresh).toBe(0);
    }),
  );
  const goals = fc.array(
    fc.record({
      person: fc.option(name),
      team: fc.option(name),
      period: fc.constant({ from: '2026-01-01', to: '2026-12-31' }),
      amount: fc.integer({ min: 0, max: 9 }).map((each) => usd(each)),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(goals, (said) => {
      const { merged } = mergeGoals([], said);
      expect(mergeGoals(merged, said).merged).toEqual(merged);
    }),
  );
});
