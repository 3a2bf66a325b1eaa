import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Stage } from '../../lib/deal/fields.ts';
import { closedByLabel, kindAt, openStages, outcomeOf, stageIndex, stageKind } from '../../lib/deal/stage-kind.ts';

const stages = (...labels: string[]): Stage[] => labels.map((label, order) => ({ id: null, label, order }));

describe('stageKind', () => {
  it.each([
    [1, 'mid'],
    [2, 'early late'],
    [3, 'early mid late'],
    [4, 'early mid mid late'],
    [5, 'early early mid late late'],
    [6, 'early early mid mid late late'],
    [7, 'early early mid mid mid late late'],
  ])('splits %i open stages into thirds', (count, kinds) => {
    const open = stages(...Array.from({ length: count }, (_, at) => `Step ${at + 1}`));
    const all = [...open, ...stages('Closed Won', 'Closed Lost')];
    expect(open.map((stage) => stageKind(stage, all, 'open')).join(' ')).toBe(kinds);
  });

  it('never steps back along a pipeline', () => {
    const place = ['early', 'mid', 'late'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, nat) => {
        const at = nat % count;
        const [here, next] = [kindAt(at, count), kindAt(Math.min(at + 1, count - 1), count)];
        expect(place.indexOf(next)).toBeGreaterThanOrEqual(place.indexOf(here));
      }),
    );
  });

  it('is null where the order was never seen, the stage is not among them, or unknown', () => {
    const [demo] = stages('Demo');
    expect(stageKind(demo ?? null, [], 'open')).toBeNull();
    expect(stageKind(demo ?? null, stages('Lead', 'Proposal'), 'open')).toBeNull();
    expect(stageKind(null, stages('Lead', 'Proposal'), 'open')).toBeNull();
  });

  it('says won or lost by the outcome first, then by the label', () => {
    const all = stages('Lead', 'Demo', 'Gewonnen');
    expect(stageKind(all[0] ?? null, all, 'won')).toBe('won');
    expect(stageKind(all[0] ?? null, all, 'lost')).toBe('lost');
    expect(stageKind(all[2] ?? null, all, 'open')).toBe('won');
  });
});

describe('stageIndex', () => {
  it('goes by machine id where both carry one, else by label whatever its case', () => {
    const all: Stage[] = [
      { id: 's1', label: 'Demo', order: 0 },
      { id: 's2', label: 'Proposal', order: 1 },
    ];
    expect(stageIndex({ id: 's2', label: 'Angebot', order: null }, all)).toBe(1);
    expect(stageIndex({ id: null, label: ' proposal ', order: null }, all)).toBe(1);
    expect(stageIndex({ id: 's9', label: 'Demo', order: null }, all)).toBe(-1);
  });
});

describe('closedByLabel', () => {
  it.each([
    'Won',
    'Closed Won',
    'closed-won',
    'Gewonnen',
    'Abgeschlossen und gewonnen',
    'Gagnée',
    'Fermé gagné',
    'Cerrada ganada',
    'Ganho',
    'Chiuso - Vinto',
    'Vunnen',
    '受注',
    'Fechado e ganho',
    'Converted',
  ])('takes %s for won', (label) => expect(closedByLabel(label)).toBe('won'));

  it.each(['Lost', 'Closed Lost', 'Verloren', 'Perdue', 'Cerrado perdido', 'Perso', 'Förlorad', '失注', 'Cancelled'])(
    'takes %s for lost',
    (label) => expect(closedByLabel(label)).toBe('lost'),
  );

  it.each([
    'Closed',
    'Lost contact, call again',
    'Won over, contract sent',
    'Negotiation',
    '',
    '  ',
    'Wonder',
    '交渉中',
  ])('takes "%s" for an open stage', (label) => expect(closedByLabel(label)).toBeNull());

  it('says the same each time', () => {
    expect([closedByLabel('Won'), closedByLabel('Lead'), closedByLabel('Won'), closedByLabel('Lead')]).toEqual([
      'won',
      null,
      'won',
      null,
    ]);
  });
});

describe('openStages', () => {
  const open = (...labels: string[]) => openStages(stages(...labels)).map(({ label }) => label);

  it('leaves out the last step of a path that stands for won and lost together', () => {
    expect(open('Qualification', 'Negotiation', 'Closed')).toEqual(['Qualification', 'Negotiation']);
    expect(open('Verhandlung', 'Geschlossen')).toEqual(['Verhandlung']);
    expect(open('Négociation', 'Fermée')).toEqual(['Négociation']);
  });

  it('keeps a last stage in which the deal is being closed', () => {
    expect(open('Propose', 'Close')).toEqual(['Propose', 'Close']);
  });
});

describe('outcomeOf', () => {
  const deal = (outcome: Outcome | null, outcomeSeen: number, label: string, stageSeen: number) => ({
    fields: {
      outcome: { value: outcome, lastSeenAt: outcomeSeen },
      stage: { value: { id: null, label, order: null }, lastSeenAt: stageSeen },
    },
  });

  it('goes by the field of the page, whatever the stage is called', () => {
    expect(outcomeOf(deal('lost', 1, 'Negotiation', 9))).toBe('lost');
    expect(outcomeOf(deal('open', 5, 'Won', 5))).toBe('open');
  });

  it('lets a label that was seen later say that an open deal was closed', () => {
    expect(outcomeOf(deal('open', 1, 'Closed Won', 2))).toBe('won');
    expect(outcomeOf(deal(null, 5, 'Closed Lost', 2))).toBe('lost');
  });

  it('is open where nothing was said', () => {
    expect(outcomeOf({ fields: {} })).toBe('open');
  });
});
