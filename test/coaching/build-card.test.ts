import { describe, expect, it } from 'vitest';
import type { PastEntry } from '../../lib/deal/past.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { withPast } from '../history/make-past.ts';
import { at, CALM, cardOf, historyOf, type Look, moment, stage, usd } from './make-history.ts';
import { PROMPTS } from './packaged-prompts.ts';

const NOW = moment('2026-11-06');
/** Everything in order: three months to go, a step next week; nobody's name on it. */
const { owner: _, ...nobodys } = CALM;
const calm = { name: 'Northwind rollout', amount: usd(84_000), ...nobodys } as const;

const looks = (...steps: (Partial<Look> & { on: string })[]): Look[] => steps.map((step) => ({ ...calm, ...step }));
const questionOf = (id: string) => PROMPTS.find((prompt) => prompt.id === id)?.question;

const healthy = () => historyOf(looks({ on: '2026-11-04' }, { on: '2026-11-06' }));
const putOff = () =>
  historyOf(
    looks(
      { on: '2026-10-05', closeDate: '2026-10-12' },
      { on: '2026-10-20', closeDate: '2026-11-10' },
      { on: '2026-11-03', closeDate: '2026-11-28' },
      { on: '2026-11-06', closeDate: '2026-11-28' },
    ),
  );
const wentBack = () =>
  historyOf([
    ...looks({ on: '2026-11-03' }),
    { on: '2026-11-05', page: 'list', stage: stage('Discovery') },
    ...looks({ on: '2026-11-06', stage: stage('Discovery'), amount: usd(61_000) }),
  ]);
const promised = (side: 'ours' | 'theirs' = 'theirs') =>
  historyOf(looks({ on: '2026-10-28' }, { on: '2026-11-06' }), { promises: [{ side }] });

type Case = [name: string, history: DealHistory, role: 'manager' | 'rep', lead: string, line1: RegExp, line2: RegExp];

const cases: Case[] = [
  [
    'a promise that is due',
    promised(),
    'manager',
    'promise',
    /^Ben, 28 Oct: signed order form by 4 Nov\. Not seen yet; last look today\.$/,
    /which day do they give it now\?$/,
  ],
  [
    'a promise that is due',
    promised(),
    'rep',
    'promise',
    /^Ben, 28 Oct: signed order form by 4 Nov\./,
    /^Did it reach you\?/,
  ],
  ['a promise of ours', promised('ours'), 'rep', 'promise', /^Ben, 28 Oct/, /^This one is with us\./],
  [
    'a move the wrong way',
    wentBack(),
    'manager',
    'change',
    /^Since Tue 3 Nov: Proposal → Discovery, \$84,000 → \$61,000\.$/,
    /^What do they know now that we did not know on Tue 3 Nov\?$/,
  ],
  [
    'a move the wrong way',
    wentBack(),
    'rep',
    'change',
    /^Next: Send the security answers, Thu 12 Nov\.$/,
    /^Since Tue 3 Nov: Proposal → Discovery/,
  ],
  [
    'a signal',
    putOff(),
    'manager',
    'signal',
    /^Close date put off twice, 47 days in all; now 28 Nov\.$/,
    /^12 Oct, 10 Nov, now 28 Nov\. Each of those days/,
  ],
  [
    'a signal',
    putOff(),
    'rep',
    'signal',
    /^Next: Send the security answers, Thu 12 Nov\.$/,
    /^Close date put off twice/,
  ],
  [
    'a deal not seen for long',
    historyOf([{ on: '2026-10-01', page: 'list', name: 'x' }]),
    'manager',
    'thin',
    /^Last seen on a list 1 Oct; look again\.$/,
    /^Open it once/,
  ],
  [
    'a deal known from a list',
    historyOf([{ on: '2026-11-05', page: 'list', stage: stage('Proposal') }]),
    'rep',
    'thin',
    /^Seen on a list Thu 5 Nov; not seen yet: amount, close date and next step\.$/,
    /^Open the deal/,
  ],
  [
    'a healthy deal',
    healthy(),
    'manager',
    'healthy',
    /^Nothing moved since Wed 4 Nov\.$/,
    /^Next: Send the security answers, Thu 12 Nov\.$/,
  ],
  [
    'a healthy deal',
    healthy(),
    'rep',
    'healthy',
    /^Next: Send the security answers, Thu 12 Nov\.$/,
    /^Nothing moved since Wed 4 Nov\.$/,
  ],
];

describe('the first two lines', () => {
  it.each(cases)('%s (%#)', (_, history, role, lead, line1, line2) => {
    const card = cardOf(history, role, NOW);
    expect(card.lead).toBe(lead);
    expect(card.line1).toMatch(line1);
    expect(card.line2).toMatch(line2);
  });

  it('says "due, not checked" while nobody has looked after the day', () => {
    const history = historyOf(looks({ on: '2026-10-28' }, { on: '2026-11-03' }), { promises: [{}] });
    const card = cardOf(history, 'manager', NOW);
    expect(card.promises[0]?.state).toBe('due-not-checked');
    expect(card.line1).toContain('Not looked at since; last look Tue 3 Nov.');
    expect(card.prompt?.id).toBe('promise-due.manager.not-checked');
  });

  it('claims nothing beyond the last sighting', () => {
    const history = historyOf(looks({ on: '2026-10-28', closeDate: '2026-10-20' }));
    const card = cardOf(history, 'manager', NOW);
    expect(card.line1).toBe('The close date, 20 Oct, lay 6 working days back at the last look, Wed 28 Oct.');
    expect(card.freshness.text).toBe('Last seen Wed 28 Oct');
  });

  it('never repeats the name, nor the amount unless it changed', () => {
    for (const history of [healthy(), putOff(), promised()]) {
      for (const role of ['manager', 'rep'] as const) {
        const { line1, line2 } = cardOf(history, role, NOW);
        expect(`${line1} ${line2}`).not.toMatch(/Northwind|84/);
      }
    }
  });

  it('closes won and lost deals calmly, with no reasons and no question', () => {
    const won = historyOf(looks({ on: '2026-11-04' }, { on: '2026-11-06', stage: stage('Closed Won') }));
    const card = cardOf(won, 'manager', NOW);
    expect(card).toMatchObject({
      lead: 'closed',
      pill: 'Won',
      band: 'quiet',
      prompt: null,
      reasons: [],
      line1: 'Won, seen Fri 6 Nov.',
    });
    const lost = historyOf(looks({ on: '2026-11-04' }, { on: '2026-11-06', outcome: 'lost' }));
    expect(cardOf(lost, 'rep', NOW)).toMatchObject({ lead: 'closed', pill: 'Lost', prompt: null });
  });
});

describe('the rest of the card', () => {
  it('shows reasons down to their arithmetic and the raw text', () => {
    const card = cardOf(putOff(), 'manager', NOW);
    const reason = card.reasons.find(({ signal }) => signal === 'pushed');
    expect(card.pill).toMatch(/^(Look closer|Worth a look) · \d reasons?$/);
    expect(reason).toMatchObject({ title: 'date put off', share: 'strongest of its family, counted in full' });
    expect(reason?.limit).toMatch(/^Limit 30 days in a mid stage \(.+\)$/);
    expect(reason?.evidence[0]).toMatchObject({
      field: 'Close date',
      raw: '"2026-11-28"',
      rule: '[data-test=closeDate]',
      page: 'deal page',
      seen: 'Fri 6 Nov',
    });
    const sum = card.reasons.reduce((total, { counted }) => total + counted, card.score.base);
    expect(sum).toBeCloseTo(card.score.logOdds, 9);
    expect(card.score.text).toMatch(/not calibrated on your own deals yet$/);
  });

  it('counts a second reason of one family a quarter, and says so', () => {
    const history = historyOf(
      looks(
        { on: '2026-09-01', closeDate: '2026-09-10' },
        { on: '2026-10-05', closeDate: '2026-10-20' },
        { on: '2026-11-03', closeDate: '2026-10-20' },
        { on: '2026-11-06', closeDate: '2026-10-20' },
      ),
    );
    const family = cardOf(history, 'manager', NOW).reasons.filter(({ signal }) =>
      /pushed|close-date-past/.test(signal),
    );
    expect(family.map(({ share }) => share).sort()).toEqual([
      'same family as a stronger one, counted a quarter',
      'strongest of its family, counted in full',
    ]);
    for (const { share, points, counted } of family) {
      expect(counted).toBeCloseTo(share.endsWith('quarter') ? points / 4 : points, 1);
    }
    expect(family[0]?.counted).not.toBeCloseTo(family[1]?.counted ?? 0, 2);
  });

  it('dates a change by its interval where only that is known', () => {
    const card = cardOf(wentBack(), 'manager', NOW);
    expect(card.since).toBe('Since your last look, Tue 3 Nov');
    expect(card.changes).toEqual([
      { field: 'stage', text: 'Stage: Proposal → Discovery', when: 'between Tue 3 Nov and Thu 5 Nov' },
      {
        field: 'amount',
        text: expect.stringMatching(/^Amount: \$84,000 → \$61,000$/),
        when: 'between Tue 3 Nov and Fri 6 Nov',
      },
    ]);
  });

  it('tells once how the last activity moved, however many looks at lists saw it move', () => {
    const history = historyOf(
      looks(
        { on: '2026-10-28', lastActivity: '2026-10-20' },
        { on: '2026-11-02', page: 'list', lastActivity: '2026-10-30' },
        { on: '2026-11-06', lastActivity: '2026-11-04' },
      ),
    );
    const lines = cardOf(history, 'manager', NOW).changes.filter(({ field }) => field === 'lastActivity');
    expect(lines.map(({ text }) => text)).toEqual(['Last activity: 20 Oct → 4 Nov']);
  });

  it('keeps what a look brought for as long as that look goes on, and not for the next one', () => {
    const history = wentBack();
    expect(cardOf(history, 'manager', moment('2026-11-06', 20)).lead).toBe('change');
    const later = historyOf([
      ...looks(
        { on: '2026-11-03' },
        { on: '2026-11-06', stage: stage('Discovery') },
        { on: '2026-11-09', stage: stage('Discovery') },
      ),
    ]);
    expect(cardOf(later, 'manager', moment('2026-11-09')).lead).not.toBe('change');
  });

  it('makes no news of a move on a deal that was not seen for long', () => {
    const history = historyOf([
      ...looks({ on: '2026-09-03' }),
      { on: '2026-10-05', page: 'list', closeDate: '2027-03-30' },
    ]);
    const card = cardOf(history, 'manager', NOW);
    expect(card).toMatchObject({ lead: 'thin', pill: 'Look again' });
    expect(card.changes).toHaveLength(1);
  });

  it('shows a change made during the first look', () => {
    const history = historyOf(
      looks({ on: '2026-11-06', hour: 9 }, { on: '2026-11-06', hour: 10, closeDate: '2027-03-30' }),
    );
    expect(cardOf(history, 'manager', NOW)).toMatchObject({
      lead: 'change',
      line1: 'Since earlier today: date 28 Jan → 30 Mar.',
    });
  });

  it('names the fields that could not be read, with the reason in plain words', () => {
    const unread = [
      { field: 'closeDate', reason: 'ambiguous' },
      { field: 'owner', reason: 'not-on-page' },
    ] as const;
    expect(cardOf(healthy(), 'rep', NOW, { unread }).unread.map(({ text }) => text)).toEqual([
      'Close date: it can be read in two ways, so it was left out.',
      'Owner: this page does not show it.',
    ]);
  });

  it('says since when and from where all of it is known', () => {
    const card = cardOf(healthy(), 'manager', NOW);
    expect(card.basis).toBe('First seen Wed 4 Nov; everything as seen from this browser.');
    expect(card.freshness).toEqual({ level: 'fresh', text: 'Seen today' });
    // Beside the fields: what happened, who is on it, and the checklist.
    expect(card.confidence).toEqual({
      text: 'Rests on 7 of 10 things to know',
      known: 7,
      of: 10,
      missing: ['What happened on it', 'Who is on it over there', 'Answers to the checklist'],
    });
  });

  it('parks a deal on an agreed wait for both roles', () => {
    const history = historyOf(looks({ on: '2026-11-04' }, { on: '2026-11-06' }), { waits: [{}] });
    for (const role of ['manager', 'rep'] as const) {
      const card = cardOf(history, role, NOW);
      expect(card).toMatchObject({
        pill: 'Parked until 2 Dec',
        prompt: null,
        wait: { text: 'their board meets (Ana said so)', until: '2026-12-02' },
      });
      expect(`${card.line1} ${card.line2}`).toContain('Parked until Wed 2 Dec: their board meets (Ana said so).');
    }
  });

  it('reads a courier line in the CRM as a step with its day', () => {
    const line = 'Ana (buyer): redlines by 14 Nov 2026; proof: mail';
    const history = historyOf(
      looks(
        { on: '2026-11-04', nextStep: line, nextStepDue: null },
        { on: '2026-11-06', nextStep: line, nextStepDue: null },
      ),
    );
    expect(cardOf(history, 'rep', NOW).line1).toBe('Next: Ana: redlines, Sat 14 Nov.');
  });

  it('carries each promise with its state and the line for the CRM', () => {
    expect(cardOf(promised(), 'manager', NOW).promises).toEqual([
      expect.objectContaining({
        state: 'due',
        byText: 'Wed 4 Nov',
        courier: 'Ben (buyer): signed order form by 4 Nov 2026',
        moved: 0,
      }),
    ]);
  });

  it('takes the proof that was agreed with the promise', () => {
    const history = historyOf(looks({ on: '2026-10-28' }, { on: '2026-11-06' }), {
      promises: [{ proof: 'signed PDF by mail' }],
    });
    expect(cardOf(history, 'manager', NOW).prompt?.proof).toBe('signed PDF by mail');
  });
});

describe('snoozed', () => {
  const snoozed = (history: DealHistory, on: string, until: string | null = '2026-11-20'): DealHistory => ({
    ...history,
    prompts: [
      ...history.prompts,
      { id: on, deal: 'deal-1', prompt: '', signal: '', basis: '', kind: 'snoozed', at: at(on, 11), until },
    ],
  });

  it('keeps quiet until the day, and speaks on it', () => {
    const history = snoozed(putOff(), '2026-11-06');
    expect(cardOf(history, 'rep', NOW)).toMatchObject({
      lead: 'snoozed',
      band: 'quiet',
      prompt: null,
      snoozedUntil: '2026-11-20',
      pill: 'Quiet until 20 Nov',
    });
    expect(cardOf(history, 'rep', moment('2026-11-20')).lead).toBe('signal');
  });

  it('wakes on a word without a day', () => {
    expect(cardOf(snoozed(snoozed(putOff(), '2026-11-05'), '2026-11-06', null), 'rep', NOW).snoozedUntil).toBeNull();
  });

  it('lets a later move the wrong way through, but not one that was known', () => {
    expect(cardOf(snoozed(wentBack(), '2026-11-03'), 'manager', NOW).lead).toBe('change');
    expect(cardOf(snoozed(wentBack(), '2026-11-06'), 'manager', NOW).lead).toBe('snoozed');
  });

  it('lets a promise through that falls due later, but not one that was due already', () => {
    const promise = historyOf(looks({ on: '2026-10-28' }, { on: '2026-11-06' }), { promises: [{}] });
    expect(cardOf(snoozed(promise, '2026-11-02'), 'manager', NOW).lead).toBe('promise');
    expect(cardOf(snoozed(promise, '2026-11-06'), 'manager', NOW).lead).toBe('snoozed');
  });
});

describe('asking once', () => {
  const note = (history: DealHistory, kind: 'asked' | 'proof-seen', day: string): DealHistory => {
    const { prompt } = cardOf(history, 'manager', moment(day));
    if (!prompt) throw new Error('nothing to ask');
    const event = {
      id: `${kind}${day}`,
      deal: 'deal-1',
      prompt: prompt.id,
      signal: prompt.signal,
      basis: prompt.basis,
      kind,
      at: at(day, 11),
      until: null,
    };
    return { ...history, prompts: [...history.prompts, event] };
  };

  it('says when it was asked and does not ask again while nothing changed', () => {
    let history = putOff();
    const first = cardOf(history, 'manager', NOW).prompt;
    for (let asked = 0; asked < 9 && cardOf(history, 'manager', NOW).prompt?.askedOn === null; asked++)
      history = note(history, 'asked', '2026-11-06');
    const card = cardOf(history, 'manager', NOW);
    expect(card.prompt).toMatchObject({ id: first?.id, askedOn: 'Fri 6 Nov' });
    expect(card.line2).toBe('Asked Fri 6 Nov; the answer is still to come.');
  });

  it('goes on to the next reason on the day after the first was asked, with its own fact above', () => {
    const history = historyOf(
      looks(
        { on: '2026-10-01', closeDate: '2026-10-20', nextStepDue: '2026-10-15' },
        { on: '2026-11-06', closeDate: '2026-10-20', nextStepDue: '2026-10-15' },
      ),
    );
    const before = cardOf(history, 'manager', NOW);
    const asked = note(history, 'asked', '2026-11-06');
    expect(cardOf(asked, 'manager', NOW).prompt).toMatchObject({ signal: before.prompt?.signal, askedOn: 'Fri 6 Nov' });
    const after = cardOf(asked, 'manager', moment('2026-11-07'));
    expect(after.prompt?.signal).not.toBe(before.prompt?.signal);
    expect(after.line1).not.toBe(before.line1);
    expect(after.line1).toBe(after.reasons.find(({ signal }) => signal === after.prompt?.signal)?.fact);
  });

  it('never shows a settled question again on the same facts', () => {
    const settled = note(putOff(), 'proof-seen', '2026-11-06');
    expect(cardOf(settled, 'manager', NOW).prompt?.basis).not.toBe(settled.prompts[0]?.basis);
  });

  it('asks again, in other words, once what it rests on has changed', () => {
    const asked = note(putOff(), 'asked', '2026-11-06');
    const again = historyOf(
      looks(
        { on: '2026-10-05', closeDate: '2026-10-12' },
        { on: '2026-10-20', closeDate: '2026-11-10' },
        { on: '2026-11-03', closeDate: '2026-11-28' },
        { on: '2026-11-09', closeDate: '2026-12-20' },
        { on: '2026-11-10', closeDate: '2026-12-20' },
      ),
    );
    const card = cardOf({ ...again, prompts: asked.prompts }, 'manager', moment('2026-11-10'));
    expect(card.prompt).toMatchObject({ signal: 'pushed', askedOn: null });
    expect(card.prompt?.id).not.toBe(asked.prompts[0]?.prompt);
  });

  it('does not take a longer clock for a change', () => {
    const quiet = historyOf(
      looks(
        { on: '2026-09-20', lastActivity: '2026-09-20' },
        { on: '2026-11-06', lastActivity: '2026-09-20' },
        { on: '2026-11-07', lastActivity: '2026-09-20' },
      ),
    );
    const bases = ['2026-11-06', '2026-11-07'].map((day) => cardOf(quiet, 'manager', moment(day)).prompt?.basis);
    expect(bases[0]).toBe(bases[1]);
  });

  it('gives the question its reason: why this one, why now', () => {
    expect(cardOf(putOff(), 'manager', NOW).prompt?.why).toMatch(
      /^(The one reason here|The strongest of \d reasons), seen Fri 6 Nov\. Tells whether .+\.$/,
    );
    expect(questionOf('pushed.manager.repeated')).toContain('{dates}');
  });
});

describe('what is known from all deals', () => {
  it.each(['manager', 'rep'] as const)('lets a healthy deal of somebody who wins ask a %s for more', (role) => {
    const history = healthy();
    const wonLately = new Map([[history.deal.id, true as const]]);
    expect(cardOf(history, role, NOW).prompt?.id).not.toMatch(/strong/);
    expect(cardOf(history, role, NOW, { usual: { wonLately } }).prompt?.id).toMatch(/^healthy\.\w+\.strong/);
    expect(cardOf(putOff(), role, NOW, { usual: { wonLately } }).prompt?.id).not.toMatch(/strong/);
  });

  it('asks first about what led to proofs, with its fact, and says so', () => {
    const history = historyOf(
      looks(
        { on: '2026-11-04', closeDate: '2026-10-28', nextStep: null, nextStepDue: null, stage: stage('Legal') },
        { on: '2026-11-06', closeDate: '2026-10-28', nextStep: null, nextStepDue: null, stage: stage('Legal') },
      ),
    );
    const plain = cardOf(history, 'manager', NOW);
    const other = plain.reasons.find(({ signal, counted }) => signal !== plain.prompt?.signal && counted > 0);
    const helps = new Map([
      [plain.prompt?.signal ?? '', 0.02],
      [other?.signal ?? '', 2],
    ]);
    const card = cardOf(history, 'manager', NOW, { usual: { helps } });
    expect(plain.prompt?.why).toMatch(/^The strongest of \d reasons/);
    expect(card.prompt?.signal).toBe(other?.signal);
    expect(card.line1).toContain(other?.fact.replace(/\.$/, ''));
    expect(card.prompt?.why).toMatch(/^Of \d reasons, the one whose questions led to a proof most often/);
    expect(card.prompt?.followUp).toMatch(/\?$/);
  });
});

describe('contacts', () => {
  const evidence = { rule: 'tr', raw: 'Vera Lind' };
  const contact = (name: string, role: string | null): PastEntry => ({ kind: 'contact', name, role, evidence });
  const seen = (on: string, ...entries: PastEntry[]) => ({ at: at(on), entries, parts: ['contacts' as const] });
  const namesOf = (history: DealHistory, on = '2026-11-06') =>
    cardOf(history, 'manager', moment(on)).contacts.map(({ field }) => field);

  it('are those that stood there last, with a role first, each with its evidence', () => {
    const all = [contact('Sol Amara', null), contact('Vera Lind', 'champion')];
    const history = withPast(
      healthy(),
      seen('2026-11-04', ...all, contact('Ida Roe', null)),
      seen('2026-11-05', ...all),
    );
    expect(namesOf(history)).toEqual(['Vera Lind (champion)', 'Sol Amara']);
    expect(cardOf(history, 'manager', moment('2026-11-06')).contacts[0]).toMatchObject({
      raw: 'Vera Lind',
      rule: 'tr',
      page: 'deal page',
    });
  });

  it('are none before they were seen', () => {
    const history = withPast(healthy(), seen('2026-11-05', contact('Vera Lind', null)));
    expect(namesOf(history, '2026-11-04')).toEqual([]);
    expect(namesOf(history)).toEqual(['Vera Lind']);
  });
});
