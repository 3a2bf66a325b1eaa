import { describe, expect, it } from 'vitest';
import { talk } from '../../deal/make-talk.ts';
import { at, CALM, historyOf, moment, stage, usd } from '../make-history.ts';
import { agendaOf, dealOf, ended, NOW, ROSTER } from './make-agenda.ts';

describe('promises', () => {
  const promise = (what: string, part = {}) => ({ what, side: 'ours' as const, who: 'Kim Olsen', id: what, ...part });
  const whats = (lines: readonly { what: string }[]) => lines.map(({ what }) => what);

  it('are the manager’s, then the rep’s, each with its state and its proof', () => {
    const deal = dealOf('Larkfield', [{}], {
      promises: [
        promise('calls their CFO', { who: 'Mara Lind', by: '2026-11-10' }),
        promise('sends the terms', { by: '2026-11-04', proof: 'mail' }),
        promise('signs', { side: 'theirs', who: 'Ana' }),
        promise('does the demo', { who: 'Ben Okoro' }),
        promise('books the room', { who: 'We', by: '2026-11-12' }),
      ],
    });
    const { promises } = agendaOf([deal]);
    expect(whats(promises.manager)).toEqual(['calls their CFO']);
    expect(whats(promises.rep)).toEqual(['sends the terms', 'books the room']);
    expect(promises.rep[0]).toMatchObject({ proof: 'mail', stateText: 'its day has come, not seen yet' });
  });

  it('are six at most, half of them kept for either side, and the rest is told', () => {
    const many = (who: string) => [1, 2, 3, 4, 5].map((n) => promise(`${who} ${n}`, { who, by: `2026-11-1${n}` }));
    const deal = dealOf('Larkfield', [{}], { promises: [...many('Mara Lind'), ...many('Kim Olsen')] });
    const { manager, rep, more } = agendaOf([deal]).promises;
    expect([manager.length, rep.length, more]).toEqual([3, 3, 4]);
    const alone = agendaOf([dealOf('Larkfield', [{}], { promises: many('Mara Lind') })]).promises;
    expect([alone.manager.length, alone.rep.length]).toEqual([5, 0]);
  });

  it('that were settled before the last talk are gone; what was settled since is told with how it was known', () => {
    const settled = (day: string) => ({ settled: { as: 'kept' as const, at: at(day), reason: null } });
    const deal = dealOf('Larkfield', [{}], {
      promises: [promise('old', settled('2026-10-29')), promise('new', settled('2026-11-03'))],
    });
    const { rep } = agendaOf([deal], { talks: [ended('2026-10-30')] }).promises;
    expect(rep.map(({ what, stateText }) => [what, stateText])).toEqual([['new', 'kept, said Tue 3 Nov']]);
  });

  it('made while the talk goes on stand under new ones alone', () => {
    const deal = dealOf('Larkfield', [{}], {
      promises: [promise('before'), promise('during', { madeAt: at('2026-11-06', 10) })],
    });
    const now = talk({ on: '2026-11-06', startedAt: at('2026-11-06', 9) });
    const { promises, next } = agendaOf([deal], { talk: now, talks: [now] });
    expect([whats(promises.rep), whats(next.promises)]).toEqual([['before'], ['during']]);
  });
});

describe('what changed', () => {
  it('is told since the last talk, deal by deal, the largest and weightiest first, five at most', () => {
    const small = dealOf('Small', [{ amount: usd(9_000) }], {});
    const large = dealOf('Large', [
      { on: '2026-10-27', amount: usd(400_000) },
      { on: '2026-11-05', amount: usd(250_000), stage: stage('Discovery'), closeDate: '2027-02-20' },
      { amount: usd(250_000), stage: stage('Discovery'), closeDate: '2027-02-20' },
    ]);
    const others = [1, 2, 3, 4, 5].map((n) => dealOf(`Other ${n}`, [{ closeDate: `2027-03-0${n}` }]));
    const { changes } = agendaOf([small, ...others, large], { talks: [ended('2026-10-30')] });
    expect(changes.since).toBe('Since our last talk, Fri 30 Oct');
    expect(changes.lines[0]?.name).toBe('Large');
    expect(changes.lines[0]?.text).toBe('Proposal → Discovery; $400,000 → $250,000; date 28 Jan → 20 Feb');
    expect([changes.lines.length, changes.more]).toEqual([5, 2]);
  });

  it('says nothing of what was moved and moved back, of bulk edits, and of what came before the deal was theirs', () => {
    const back = dealOf('Back', [{ on: '2026-11-03', stage: stage('Legal') }, { stage: stage('Proposal') }]);
    const bulk = dealOf('Bulk', [{ closeDate: '2027-03-20' }]);
    for (const change of bulk.changes) if (change.from !== undefined) change.together = 12;
    const handed = historyOf(
      [
        { ...CALM, on: '2026-10-30', name: 'Handed', owner: 'Ben Okoro', amount: usd(80_000) },
        { ...CALM, on: '2026-11-02', name: 'Handed', owner: 'Ben Okoro', amount: usd(20_000) },
        { ...CALM, on: '2026-11-04', name: 'Handed', owner: 'Olsen, Kim', amount: usd(20_000) },
      ],
      { id: 'handed' },
    );
    expect(agendaOf([back, bulk, handed]).changes.lines).toEqual([]);
  });

  it('tells the end of a deal once, without the date and the step that the CRM closed with it', () => {
    const end = { stage: stage('Closed Won'), closeDate: '2026-11-06', nextStep: null, nextStepDue: null };
    expect(agendaOf([dealOf('Larkfield', [end])]).changes.lines[0]?.text).toBe('Proposal → Closed Won');
  });

  it('goes back two weeks before a first talk', () => {
    expect(agendaOf([dealOf('Larkfield', [{ closeDate: '2027-02-20' }])]).changes).toMatchObject({
      since: 'Since Fri 23 Oct',
      lines: [{ text: 'Date 28 Jan → 20 Feb', when: 'between Tue 20 Oct and Fri 6 Nov' }],
    });
  });
});

describe('two deals', () => {
  const past = { closeDate: '2026-10-10' };
  const calm = dealOf('Calm', [{ amount: usd(900_000) }]);
  const small = dealOf('Small', [{ ...past, amount: usd(5_000) }]);
  const large = dealOf('Large', [{ ...past, amount: usd(300_000) }]);

  it('are the one where value, what speaks against it and its stage weigh most, with why, and the one that is picked', () => {
    const { deals } = agendaOf([calm, small, large]);
    expect(deals.help).toMatchObject({ name: 'Large', about: '$300,000 · Proposal · closes 10 Oct' });
    expect(deals.help?.fact).toContain('The close date, 10 Oct');
    expect(deals.help?.question).toBeTruthy();
    expect(deals.choices.map(({ name }) => name)).toEqual(['Calm', 'Small']);
    expect(deals.picked).toBeNull();
    expect(agendaOf([calm, small, large], { talk: talk({ picked: 'small' }) }).deals.picked?.name).toBe('Small');
  });

  it('are the largest where nothing speaks against any, and say so', () => {
    expect(agendaOf([calm, dealOf('Other')]).deals.help).toMatchObject({
      name: 'Calm',
      fact: expect.stringMatching(/Nothing/),
    });
  });

  it('leave out what was not looked at for two weeks, and name it', () => {
    const { deals } = agendaOf([dealOf('Unseen', [])]);
    expect(deals).toMatchObject({ help: null, choices: [], unseen: [{ name: 'Unseen' }] });
  });

  it('give way to all open deals every second time for whoever wins steadily, or where it was chosen', () => {
    const won = [1, 2, 3, 4, 5].map((n) => dealOf(`Won ${n}`, [{ stage: stage('Closed Won') }]));
    const lost = [1, 2, 3, 4, 5, 6].map((n) => dealOf(`Lost ${n}`, [{ stage: stage('Closed Lost') }]));
    const whole = (deals: typeof won, talks = [ended('2026-10-30')]) => agendaOf(deals, { talks }).deals.whole;
    expect(whole([...won, calm], [])).toBe(false);
    expect(whole([...won, calm])).toBe(true);
    expect(whole([...won, calm], [ended('2026-10-23'), ended('2026-10-30')])).toBe(false);
    expect(whole([...won, ...lost, calm])).toBe(false);
    expect(whole(won.slice(1))).toBe(false);
    const { deals } = agendaOf([calm, large], { talk: talk({ whole: true }) });
    expect(deals.all.map(({ name }) => name)).toEqual(['Large', 'Calm']);
    expect(agendaOf([...won, calm], { talks: [ended('2026-10-30')], talk: talk({ whole: false }) }).deals.all).toEqual(
      [],
    );
  });
});

describe('one skill', () => {
  it('opens with what was to be tried since the last talk', () => {
    const talks = [ended('2026-10-16', { practice: 'older' }), ended('2026-10-30', { practice: 'Ask who signs' })];
    expect(agendaOf([], { talks }).skill.last).toBe('Ask who signs');
  });

  it('suggests two things from what the person’s own open deals have in common, with the deals as evidence', () => {
    const dated = [1, 2, 3].map((n) => dealOf(`Dated ${n}`, [{ closeDate: '2026-10-10' }]));
    const stepless = [1, 2].map((n) =>
      dealOf(`Stepless ${n}`, [
        { on: '2026-10-22', nextStep: null, nextStepDue: null },
        { nextStep: null, nextStepDue: null },
      ]),
    );
    const { suggestions } = agendaOf([...dated, ...stepless]).skill;
    expect(suggestions.map(({ key }) => key)).toEqual(['date', 'step']);
    expect(suggestions[0]?.evidence).toBe(
      'The close date moved or went by on 3 of 5 open deals: Dated 1, Dated 2 and Dated 3.',
    );
  });

  it('suggests nothing from one deal alone, and says what went well as something to do again', () => {
    const kept = {
      promises: [
        {
          who: 'Kim Olsen',
          side: 'ours' as const,
          proof: 'mail',
          settled: { as: 'kept' as const, at: at('2026-11-04'), reason: null },
        },
      ],
    };
    const { suggestions } = agendaOf([dealOf('Larkfield', [{ closeDate: '2026-10-10' }], kept)]).skill;
    expect(suggestions).toEqual([
      { key: 'promise-kept', practice: expect.any(String), evidence: 'It went well on Larkfield, Wed 4 Nov.' },
    ]);
  });
});

it('makes a sensible agenda of nothing at all', () => {
  const agenda = agendaOf([], { person: 'Noa Berg', roster: [...ROSTER, { name: 'Noa Berg', aliases: [] }] });
  expect(agenda).toMatchObject({
    person: 'Noa Berg',
    basis: 'No deal of yours was seen from this browser yet.',
    promises: { manager: [], rep: [], more: 0 },
    deals: { whole: false, help: null, choices: [] },
    skill: { last: null, moments: [], suggestions: [] },
  });
});

it('knows a person by every way in which the CRM writes the name', () => {
  const deals = ['kolsen', 'Olsen, Kim', 'KIM OLSEN'].map((owner) => dealOf(owner, [{ owner }]));
  expect(agendaOf(deals).deals.choices.length + 1).toBe(3);
});

it('is of its moment: a talk that begins later is no talk yet', () => {
  const later = ended('2026-11-20');
  expect(agendaOf([], { talks: [later], moment: moment('2026-11-10') }).changes.since).toBe('Since Tue 27 Oct');
  expect(NOW.asOf).toBeLessThan(later.startedAt);
});
