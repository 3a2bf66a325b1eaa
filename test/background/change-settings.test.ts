import { expect, it } from 'vitest';
import { changeSettings } from '../../entrypoints/background/change-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';

const moment = { asOf: 1, knownAt: 1, timeZone: 'UTC' };
const over = ({ limits, exits }: Settings) => JSON.stringify([limits, exits]);
const exits = { kinds: { early: [], mid: [], late: ['They signed'] } };
const judging = { over: over(DEFAULT_SETTINGS), limits: { everywhere: { stalled: { late: 9 } } }, exits };

it('takes limits and proofs over what their sender last read, and leaves the rest', () => {
  const after = changeSettings(DEFAULT_SETTINGS, { judging }, moment);
  expect(after).toEqual({ ...DEFAULT_SETTINGS, limits: judging.limits, exits });
});

it('leaves limits that another page changed in between', () => {
  const theirs: Settings = { ...DEFAULT_SETTINGS, limits: { everywhere: { pushed: { mid: 40 } } } };
  expect(changeSettings(theirs, { judging }, moment)).toEqual(theirs);
});
