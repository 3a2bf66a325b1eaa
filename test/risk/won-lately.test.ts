import { describe, expect, it } from 'vitest';
import { teamContext } from '../../lib/risk/team-context.ts';
import { CALM, historyOf, type Look, moment, stage, usd } from '../coaching/make-history.ts';

let made = 0;
const ended = (label: 'Closed Won' | 'Closed Lost', on: string, owner = 'Kim Olsen') =>
  historyOf([{ ...CALM, amount: usd(9_000), stage: stage(label), owner, on }], { id: `deal-${++made}` });
const open = (fields: Partial<Look> = {}) => historyOf([{ ...CALM, on: '2026-11-06', ...fields }], { id: 'open' });
const goesWell = (histories: ReturnType<typeof ended>[], one = open()) =>
  teamContext([...histories, one], moment('2026-11-06')).wonLately?.has('open');
const won = (on: string) => ended('Closed Won', on);
const lost = (on: string) => ended('Closed Lost', on);

describe('an open deal whose owner’s last deals were won', () => {
  it('takes three ends, and all but one of them won', () => {
    expect(goesWell([won('2026-10-01'), won('2026-10-02')])).toBe(false);
    expect(goesWell([won('2026-10-01'), won('2026-10-02'), won('2026-10-03')])).toBe(true);
    expect(goesWell([won('2026-10-01'), lost('2026-10-02'), won('2026-10-03')])).toBe(true);
    expect(goesWell([lost('2026-10-01'), lost('2026-10-02'), won('2026-10-03')])).toBe(false);
  });

  it('looks at the last five, and not further back than half a year', () => {
    const early = [lost('2026-06-01'), lost('2026-06-02'), lost('2026-06-03')];
    const late = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05'].map(won);
    expect(goesWell([...early, ...late])).toBe(true);
    expect(goesWell(['2026-01-01', '2026-01-02', '2026-01-03'].map(won))).toBe(false);
  });

  it('goes by the owner, however the name is written, and says nothing where none is known', () => {
    const three = ['2026-10-01', '2026-10-02', '2026-10-03'].map(won);
    expect(goesWell(three, open({ owner: 'kim  olsen' }))).toBe(true);
    expect(goesWell(three, open({ owner: 'Lee Park' }))).toBe(false);
    expect(goesWell(three, open({ owner: null }))).toBe(false);
  });

  it('tells of deals and never of people', () => {
    const team = teamContext([...['2026-10-01', '2026-10-02', '2026-10-03'].map(won), open()], moment('2026-11-06'));
    expect(JSON.stringify([...(team.wonLately ?? [])])).toBe('[["open",true]]');
  });
});
