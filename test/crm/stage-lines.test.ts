import { describe, expect, it } from 'vitest';
import { type StageLine, tabledStages, toldStages } from '../../lib/crm/stage-lines.ts';

const line = (day: string, from: string | null, to: string, field: string | null = '(Stage)'): StageLine => ({
  day,
  from,
  to,
  field,
  evidence: { rule: 'row', raw: day },
});
const page = { stage: 'Offer', stages: ['New', 'Offer', 'Won'] };

describe('changes told in a feed', () => {
  it('are the stage’s where they go between the stages of the page, whatever the field is called', () => {
    const moves = [line('2026-09-10', 'New', 'Offer', '(Phase)')];
    const others = [line('2026-09-10', '25', '48', '(Revenue)'), line('2026-09-01', 'Low', 'High', '(Priority)')];
    expect(toldStages([...others, ...moves], page)).toEqual(moves);
  });

  it('are the stage’s still where one of its stages is gone by now', () => {
    const moves = [line('2026-09-10', 'New', 'Offer'), line('2026-08-10', 'Teaser', 'New')];
    expect(toldStages(moves, page)).toEqual(moves);
  });

  it('are left alone where two fields could be the stage, or none is', () => {
    const twice = [line('2026-09-10', 'New', 'Offer'), line('2026-09-10', 'New', 'Won', '(Copy of the stage)')];
    expect(toldStages(twice, page)).toEqual([]);
    expect(toldStages([line('2026-09-10', 'Pending', 'Won', '(Won status)')], page)).toEqual([]);
  });
});

describe('a table of stages', () => {
  const rows = (...said: [day: string, stage: string][]) => said.map(([day, stage]) => line(day, null, stage, null));

  it('gives the day of each entry, but not of the first that it shows', () => {
    const table = rows(['2026-09-10', 'Offer'], ['2026-09-02', 'Offer'], ['2026-07-20', 'New'], ['2026-06-01', 'Lead']);
    const entries = tabledStages(table).map(({ day, from, to }) => [day, from, to]);
    expect(entries).toEqual([
      ['2026-07-20', 'Lead', 'New'],
      ['2026-09-02', 'New', 'Offer'],
    ]);
    expect(tabledStages(table.toReversed())).toEqual(tabledStages(table));
  });

  it('says nothing where it is sorted by something else', () => {
    expect(tabledStages(rows(['2026-09-10', 'Offer'], ['2026-06-01', 'Lead'], ['2026-07-20', 'New']))).toEqual([]);
  });
});
