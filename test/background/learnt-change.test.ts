import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../entrypoints/background/change-settings.ts';
import { requests } from '../../lib/messages/protocol.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { model } from '../risk/make-model.ts';

const MOMENT = { asOf: 0, knownAt: 0, timeZone: 'UTC' };
const LEARNT: Settings = { ...DEFAULT_SETTINGS, learnt: { on: true, model: model({ madeAt: 7 }), shift: 0.2 } };

describe('a change of what was learnt', () => {
  it('switches learning off and keeps what another page learnt meanwhile', () => {
    const { learnt } = changeSettings(LEARNT, { learnt: { on: false } }, MOMENT);
    expect(learnt).toEqual({ ...LEARNT.learnt, on: false });
  });

  it('keeps it off where another page switched it off while this one learnt', () => {
    const off = { ...LEARNT, learnt: { ...LEARNT.learnt, on: false } };
    const found = { model: model({ madeAt: 9 }), shift: -0.1 };
    expect(changeSettings(off, { learnt: { found } }, MOMENT).learnt).toEqual({ on: false, ...found });
  });

  it('lets what was learnt later stand, and follows the base rate of what is kept', () => {
    const change = (madeAt: number) =>
      changeSettings(LEARNT, { learnt: { found: { model: model({ madeAt }), shift: 0.9 } } }, MOMENT).learnt;
    expect(change(6)).toEqual(LEARNT.learnt);
    expect(change(7)).toEqual({ ...LEARNT.learnt, shift: 0.9 });
  });

  it('leaves all else alone, and is told apart from a change that is none', () => {
    expect(changeSettings(LEARNT, { me: 'Dana' }, MOMENT)).toEqual({ ...LEARNT, me: 'Dana' });
    const isValid = (learnt: unknown) => safeParse(requests['settings.change'], { learnt }).success;
    expect(isValid({ on: false })).toBe(true);
    expect(isValid({ found: { model: model(), shift: 0 } })).toBe(true);
    expect(isValid({ found: { model: { ...model(), version: 0 }, shift: 0 } })).toBe(false);
    expect(isValid({ found: { model: model(), shift: 99 } })).toBe(false);
  });
});
