import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courierLine } from '../../lib/process/courier-line.ts';
import { withCarriedPromises } from '../../lib/process/courier-promises.ts';
import { promiseState } from '../../lib/process/promise-state.ts';
import { at, historyOf, type Look, moment, stage } from '../coaching/make-history.ts';

const LINE = { who: 'Ana', side: 'theirs', what: 'redlines', by: '2026-11-14', proof: 'stage: Legal' } as const;
const line = (part: Partial<Record<keyof typeof LINE, string>> = {}) =>
  courierLine({ ...LINE, ...part } as typeof LINE, 'en');
const looks = (...said: [on: string, nextStep: string | null, more?: Partial<Look>][]) =>
  said.map(([on, nextStep, more]): Look => ({ on, nextStep, stage: stage('Proposal'), ...more }));
const carried = (...said: Parameters<typeof looks>) => withCarriedPromises(historyOf(looks(...said))).promises;

describe('a promise that the CRM carries', () => {
  it('is read back as the same promise, made when its line was first seen', () => {
    expect(carried(['2026-11-03', 'Call them'], ['2026-11-05', line()])).toEqual([
      {
        ...LINE,
        ...{ id: expect.stringMatching(/^crm deal-1 \w+$/), deal: 'deal-1', madeAt: at('2026-11-05') },
        ...{ movedFrom: [], settled: null },
      },
    ]);
  });

  it('keeps its id, and counts each later day that its line names', () => {
    const [first] = carried(['2026-11-05', line()]);
    const [moved] = carried(
      ['2026-11-05', line()],
      ['2026-11-10', line({ by: '2026-11-20' })],
      ['2026-11-19', courierLine({ ...LINE, by: '2026-12-01', proof: null }, 'de')],
    );
    expect(moved).toMatchObject({ id: first?.id, by: '2026-12-01', movedFrom: ['2026-11-14', '2026-11-20'] });
  });

  it('is kept by what the page shows, and due once it was looked at after its day: by the rules of every promise', () => {
    const kept = withCarriedPromises(
      historyOf(looks(['2026-11-05', line()], ['2026-11-12', line(), { stage: stage('Legal') }])),
    );
    const [promise] = kept.promises;
    if (!promise) throw new Error('no promise');
    expect(promiseState(promise, kept, moment('2026-11-12'))).toBe('kept');
    const open = withCarriedPromises(historyOf(looks(['2026-11-05', line()])));
    expect(promiseState(promise, open, moment('2026-11-16'))).toBe('due-not-checked');
    const later = withCarriedPromises(
      historyOf(looks(['2026-11-05', line()], ['2026-11-16', line()], ['2026-11-23', line()])),
    );
    expect(promiseState(promise, later, moment('2026-11-16'))).toBe('due');
    expect(promiseState(promise, later, moment('2026-11-23'))).toBe('missed');
  });

  it('is not kept by its own line, named for another day, where a new next step would prove it', () => {
    const proof = 'new next step';
    const moved = withCarriedPromises(
      historyOf(looks(['2026-11-05', line({ proof })], ['2026-11-10', line({ proof, by: '2026-11-20' })])),
    );
    const [promise] = moved.promises;
    expect(promise && promiseState(promise, moved, moment('2026-11-10'))).toBe('open');
    const kept = withCarriedPromises(
      historyOf(looks(['2026-11-05', line({ proof })], ['2026-11-10', 'Demo on the 20th'])),
    );
    expect(kept.promises[0] && promiseState(kept.promises[0], kept, moment('2026-11-10'))).toBe('kept');
  });

  it('stands among planned activities too, and in plain texts not at all', () => {
    const history = historyOf(looks(['2026-11-05', 'Call Ana by 14 Nov 2026 (urgent)']));
    expect(withCarriedPromises(history)).toBe(history);
    const seen = { seenAt: at('2026-11-05'), lastSeenAt: at('2026-11-05'), recordedAt: at('2026-11-05') };
    const entry = {
      kind: 'planned' as const,
      what: line(),
      due: '2026-11-14',
      owner: null,
      evidence: { rule: '', raw: '' },
    };
    const past = { rows: [{ deal: 'deal-1', key: 'planned', entry, ...seen }], looks: [] };
    expect(withCarriedPromises({ ...history, past }).promises).toMatchObject([LINE]);
  });
});

describe('a promise that was made here and stands in the CRM', () => {
  const made = { promises: [{ ...LINE, id: 'own', madeAt: at('2026-11-04') }] };

  it('is shown once', () => {
    const history = historyOf(looks(['2026-11-03', null], ['2026-11-05', line()]), made);
    expect(withCarriedPromises(history).promises).toEqual(history.promises);
  });

  it('moves with the line, and a day that was set here first stands', () => {
    const both = looks(['2026-11-05', line()], ['2026-11-10', line({ by: '2026-11-20' })]);
    expect(withCarriedPromises(historyOf(both, made)).promises).toMatchObject([
      { id: 'own', by: '2026-11-20', movedFrom: ['2026-11-14'] },
    ]);
    const here = {
      promises: [{ ...LINE, id: 'own', by: '2026-11-30', movedFrom: ['2026-11-14'], madeAt: at('2026-11-04') }],
    };
    expect(withCarriedPromises(historyOf(looks(['2026-11-05', line()]), here)).promises).toMatchObject([
      { by: '2026-11-30', movedFrom: ['2026-11-14'] },
    ]);
  });

  it('stays settled, whatever the line says later', () => {
    const settled = { as: 'kept' as const, at: at('2026-11-08'), reason: null };
    const history = historyOf(looks(['2026-11-05', line()], ['2026-11-10', line({ by: '2026-11-20' })]), {
      promises: [{ ...made.promises[0], settled }],
    });
    expect(withCarriedPromises(history).promises).toEqual(history.promises);
  });
});

it('gives the same promises in whatever order the rows stand, and each once', () => {
  const said = fc.array(
    fc.record({
      what: fc.constantFrom('redlines', 'a call', 'Redlines '),
      by: fc.constantFrom('2026-11-14', '2026-11-20', '2026-12-01'),
      who: fc.constantFrom('Ana', 'ana', 'Ben'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(said, (lines) => {
      const history = historyOf(
        lines.map((parts, day) => ({ on: `2026-11-${String(day + 1).padStart(2, '0')}`, nextStep: line(parts) })),
      );
      const { promises } = withCarriedPromises(history);
      expect(withCarriedPromises({ ...history, changes: history.changes.toReversed() }).promises).toEqual(promises);
      expect(withCarriedPromises({ ...history, promises }).promises).toEqual(promises);
      expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length);
      for (const { by, movedFrom } of promises) expect(movedFrom.at(-1)).not.toBe(by);
    }),
  );
});
