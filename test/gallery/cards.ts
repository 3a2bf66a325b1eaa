import type { DealCard, EvidenceLine, PromiseLine, Reason } from '../../lib/coaching/card.ts';

/** Invented deals in every state that a card can have. Thursday 6 November 2025. */
export const TODAY = '2025-11-06';

const evidence = (field: string, raw: string, rule: string, seen: string): EvidenceLine => ({
  field,
  raw,
  rule,
  page: 'deal page',
  seen,
});

export const reasons: Reason[] = [
  {
    signal: 'pushed',
    title: 'date moved on',
    fact: 'Close date moved on 3 times, 47 days together; now 28 Nov.',
    limit: 'Limit one move of 14 days in a late stage (expert judgement)',
    points: 1.4,
    counted: 1.4,
    share: 'strongest of its family, counted in full',
    evidence: [
      evidence('close date', '28/11/2025', 'records-record-layout-item[field-label="Close Date"]', 'today'),
      evidence('close date', '14/10/2025', 'records-record-layout-item[field-label="Close Date"]', 'Thu 2 Oct'),
    ],
  },
  {
    signal: 'no-next-step',
    title: 'no next step',
    fact: 'No next step: the field was empty on Thu 6 Nov.',
    limit: 'Counts as soon as it is seen (expert judgement)',
    points: 0.9,
    counted: 0.9,
    share: 'strongest of its family, counted in full',
    evidence: [evidence('next step', '', 'label:Next Step', 'today')],
  },
  {
    signal: 'close-date-past',
    title: 'date past',
    fact: 'The close date, 14 Oct, lay 3 working days back when last seen.',
    limit: 'Limit 1 working day in a late stage (expert judgement)',
    points: 0.8,
    counted: 0.2,
    share: 'same family as a stronger one, counted a quarter',
    evidence: [evidence('close date', '14/10/2025', 'label:Close Date', 'Fri 17 Oct')],
  },
];

export const promise = (over: Partial<PromiseLine> = {}): PromiseLine => ({
  id: 'p1',
  what: 'signed order form',
  who: 'Ben Okafor (buyer)',
  side: 'theirs',
  by: '2025-11-04',
  byText: 'Tue 4 Nov',
  proof: 'the signed form in the deal’s files',
  state: 'due',
  moved: 1,
  courier: 'Ben Okafor (buyer): signed order form by 4 Nov 2025; proof: signed form',
  ...over,
});

/** A signal card, the commonest; every other state is a change to it. */
export const card = (over: Partial<DealCard> = {}): DealCard => ({
  deal: 'd1',
  role: 'manager',
  name: 'Harbour Line fleet renewal',
  url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
  lead: 'signal',
  band: 'closer',
  pill: 'Look closer · 3 reasons',
  line1: 'Close date moved on 3 times, 47 days together; now 28 Nov.',
  line2: 'Three dates so far were ours. What happens at Harbour Line on the 28th that would not happen a week later?',
  since: 'Since your last look, Tue 28 Oct',
  changes: [
    { field: 'closeDate', text: 'Date 14 Oct → 28 Nov', when: 'seen Mon 3 Nov' },
    { field: 'amount', text: 'Amount: £84,000 → £61,000', when: 'seen today' },
  ],
  heard: 'Last seen from them, 21 Oct: Ben Okafor: Thanks, passing this to our fleet manager',
  contacts: [
    ['Ben Okafor (economic buyer)', 'Ben Okafor'],
    ['Vera Lind (champion)', 'Vera Lind'],
    ['Sol Amara', 'Sol Amara'],
  ].map(([field = '', raw = '']) => ({
    field,
    raw,
    rule: 'tr[data-row-key-value]',
    page: 'deal page',
    seen: 'today',
  })),
  proofs: [
    {
      stage: 'Proposal',
      lines: [
        {
          question: 'proof: proposal: they agreed in writing what it has to do',
          proof: 'They agreed in writing what it has to do',
          answer: null,
          text: 'Nobody said yet.',
        },
      ],
    },
    {
      stage: 'Discovery',
      lines: [
        {
          question: 'proof: discovery: they named who decides',
          proof: 'They named who decides',
          answer: 'yes',
          text: 'Seen, said Tue 3 Nov.',
        },
        {
          question: 'proof: discovery: they said what it costs them to change nothing',
          proof: 'They said what it costs them to change nothing',
          answer: 'no',
          text: 'Not yet, said Tue 3 Nov.',
        },
      ],
    },
  ],
  prompt: {
    id: 'pushed.manager.any',
    signal: 'pushed',
    basis: 'b1',
    question:
      'Three dates so far were ours. What happens at Harbour Line on the 28th that would not happen a week later?',
    proof: 'A date with its reason, in the buyer’s own writing.',
    followUp: 'What stands in their calendar on that day besides us?',
    why: 'The strongest of 3 reasons, seen today. Tells whether the date was ever theirs.',
    askedOn: null,
  },
  nextStep: { text: 'Legal reviews the redlines', due: 'Thu 13 Nov', from: 'crm' },
  promises: [],
  wait: null,
  snoozedUntil: null,
  reasons,
  signs: [],
  score: {
    text: 'Look closer · 3 reasons',
    base: -1.8,
    logOdds: 0.7,
    learnt: null,
    chances: null,
    split: {
      text: 'sooner late than lost',
      base: 0.2,
      logOdds: -0.6,
      addends: [
        { title: 'date put off', counted: -0.6 },
        { title: 'amount cut', counted: -0.2 },
      ],
    },
    note: 'Points add up from a base for any deal; they order deals and are no chance of winning. Not calibrated on your own closed deals yet.',
  },
  confidence: {
    text: 'Rests on 9 of 12 things to know',
    known: 9,
    of: 12,
    missing: ['last activity', 'pipeline', 'day of creation'],
  },
  unread: [
    { field: 'lastActivity', reason: 'not-on-page', text: 'Last activity: this page does not show it.', choices: [] },
    {
      field: 'nextStepDue',
      reason: 'ambiguous',
      text: 'Day of the next step: it can be read in two ways, so it was left out.',
      choices: [
        { order: 'dmy', text: '12 November 2025' },
        { order: 'mdy', text: '11 December 2025' },
      ],
    },
  ],
  freshness: { level: 'fresh', text: 'Seen today' },
  basis: 'First seen 3 Jun; everything as seen from this browser.',
  asOf: Date.parse('2025-11-06T14:20:00Z'),
  ...over,
});

const asked = (question: string, proof: string, why: string) => ({
  prompt: { id: 'q', signal: 'promise', basis: 'b2', question, proof, followUp: '', why, askedOn: null },
});

const calm: Partial<DealCard> = { band: 'quiet', reasons: [], prompt: null, changes: [], unread: [] };
const calmScore = { ...card().score, text: 'No reasons to look closer', logOdds: -1.8 };

export const cards = {
  signal: card(),
  rep: card({
    role: 'rep',
    line1: 'Next: Legal reviews the redlines, Thu 13 Nov.',
    line2: 'Close date moved on 3 times, 47 days together; now 28 Nov.',
    pill: 'Next step · Thu 13 Nov',
    band: 'look',
    prompt: {
      id: 'pushed.rep.any',
      signal: 'pushed',
      basis: 'b1',
      question: 'What do they do before the 28th, and who has it in their diary?',
      proof: 'A task of theirs with a day, or a new date before anyone asks.',
      followUp: 'Whose desk is it, by name?',
      why: 'The strongest of 3 reasons, seen today.',
      askedOn: 'Mon 3 Nov',
    },
    promises: [promise({ state: 'open', by: '2025-11-13', byText: 'Thu 13 Nov', moved: 0 })],
  }),
  promise: card({
    lead: 'promise',
    pill: 'Was due · Tue 4 Nov',
    line1: 'Ben Okafor, 28 Oct: signed order form by 4 Nov. Not seen yet; last look today.',
    line2: 'What happened, and which day do they say now?',
    ...asked(
      'What happened, and which day do they say now?',
      'The thing itself, or a new day they agreed to.',
      'Its day has come.',
    ),
    promises: [
      promise(),
      promise({
        id: 'p2',
        what: 'price sheet with the three-year option',
        who: 'Dana Whitfield',
        side: 'ours',
        by: '2025-11-10',
        byText: 'Mon 10 Nov',
        proof: null,
        state: 'open',
        moved: 0,
        courier: 'Dana Whitfield: price sheet with the three-year option by 10 Nov 2025',
      }),
    ],
    nextStep: { text: 'signed order form', due: 'Tue 4 Nov', from: 'promise' },
  }),
  change: card({
    lead: 'change',
    band: 'look',
    pill: 'Moved',
    line1: 'Since Tue 28 Oct: Proposal → Discovery, £84,000 → £61,000.',
    line2: 'What did we take as settled on Tuesday that was not?',
    ...asked(
      'What did we take as settled on Tuesday that was not?',
      'An answer from the person it depended on, with its day.',
      'It moved since the last look.',
    ),
  }),
  thin: card({
    ...calm,
    lead: 'thin',
    pill: 'To fill in',
    line1: 'Seen on a list 23 Oct; not seen yet: next step, last activity, created.',
    line2: 'Scroll through the details on this page to complete this.',
    since: 'First look: nothing to compare with yet',
    nextStep: null,
    score: calmScore,
    freshness: { level: 'stale', text: 'Last seen 23 Oct; look again' },
    confidence: {
      text: 'Rests on 4 of 12 things to know, seen more than two weeks ago',
      known: 4,
      of: 12,
      missing: ['next step', 'last activity', 'owner'],
    },
    unread: card().unread,
  }),
  healthy: card({
    ...calm,
    lead: 'healthy',
    pill: 'Next step · Fri 14 Nov',
    line1: 'Nothing moved since Tue 4 Nov.',
    line2: 'Next: Ana Ruiz (buyer) sends the redlines, Fri 14 Nov.',
    since: 'Nothing moved since your last look, Tue 4 Nov',
    score: calmScore,
    promises: [
      promise({
        state: 'open',
        what: 'sends the redlines',
        who: 'Ana Ruiz (buyer)',
        by: '2025-11-14',
        byText: 'Fri 14 Nov',
        moved: 0,
        proof: 'her mail',
        courier: 'Ana Ruiz (buyer): sends the redlines by 14 Nov 2025; proof: her mail',
      }),
    ],
    nextStep: { text: 'sends the redlines', due: 'Fri 14 Nov', from: 'promise' },
  }),
  closed: card({
    ...calm,
    lead: 'closed',
    pill: 'Won',
    since: 'Nothing moved since your last look, Wed 5 Nov',
    line1: 'Won, seen Wed 5 Nov.',
    proofs: [],
    line2: 'What did they do that decided it, and who else should hear how it went?',
    score: calmScore,
    nextStep: null,
  }),
  snoozed: card({
    lead: 'snoozed',
    pill: 'Quiet until Thu 13 Nov',
    line1: 'Quiet until Thu 13 Nov, as you asked.',
    line2: 'A promise that falls due or a move the wrong way will still show.',
    snoozedUntil: '2025-11-13',
    prompt: null,
  }),
  parked: card({
    ...calm,
    lead: 'healthy',
    pill: 'Parked until Tue 2 Dec',
    line1: 'Parked until Tue 2 Dec: their board meets (Priya Nair said so).',
    line2: 'Nothing to ask before Tue 2 Dec.',
    since: 'Nothing moved since your last look, Tue 4 Nov',
    wait: { id: 'w1', text: 'their board meets (Priya Nair said so)', until: '2025-12-02' },
    score: calmScore,
  }),
  long: card({
    name: 'Überlange '.repeat(30),
    line1: `Next step “${'Bundesausschreibungsunterlagenprüfung mit Einkauf, Recht und Datenschutz '.repeat(4)}” was due Fri 31 Oct.`,
    nextStep: {
      text: 'Send the revised statement of work to procurement, then chase legal for the data processing addendum. '
        .repeat(20)
        .trim(),
      due: 'Fri 14 Nov',
      from: 'crm',
    },
    changes: [
      { field: 'nextStep', text: `Next step: ${'call-'.repeat(60)} → ${'mail '.repeat(40)}`, when: 'seen today' },
      { field: 'owner', text: 'Owner: <img src=x onerror=alert(1)> → Dana Whitfield', when: 'seen Mon 3 Nov' },
    ],
    promises: [
      promise({
        who: 'Maximiliane-Katharina von Hohenstaufen-Wittelsbach (Leiterin Einkauf)',
        courier: `${'x'.repeat(160)} by 4 Nov 2025`,
      }),
    ],
  }),
} satisfies Record<string, DealCard>;
