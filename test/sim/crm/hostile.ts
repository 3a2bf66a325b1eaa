import { addDays, type Day } from '../../../lib/deal/day.ts';
import type { CrmDeal } from './demo-crm.ts';

/** Deals that a careless reader, store or screen would trip over. Ids `X1`… follow the team's serial numbers. */
export function hostileDeals(today: Day, firstSerial: number): CrmDeal[] {
  const usual = {
    account: 'Tidewater Labs',
    contact: 'Karel Dvorsky',
    owner: 'Ben Okafor',
    amount: 12_000,
    currency: 'USD',
    stage: 3,
    stageSince: addDays(today, -10),
    closeDate: addDays(today, 20),
    probability: 60,
    forecastCategory: 'Best Case',
    nextStep: 'Call Karel Dvorsky',
    nextStepDue: addDays(today, 4),
    createdOn: addDays(today, -40),
    lastActivity: addDays(today, -3),
    outcome: 'open',
    history: [],
    moves: [],
  } as const satisfies Partial<CrmDeal>;
  const odd: Partial<CrmDeal>[] = [
    {
      name: '<img src=x onerror="window.__pwned=1">',
      account: '"><script>window.__pwned=1</script>',
      nextStep: '<svg onload=window.__pwned=1>',
    },
    { name: 'One megabyte of next step', nextStep: 'later '.repeat(175_000) },
    // What a page makes of it: "$NaN".
    { name: 'Nonsense amount', amount: 'about 12-15k?' as unknown as number },
    { name: 'Enormous amount', amount: 1e21 },
    { name: 'Negative amount', amount: -48_500 },
    { name: `"Quoted" 'single' \`back\` ={1+1} \${x} {{x}}`, account: '=HYPERLINK("https://example.com")' },
    { name: 'Year 0026', closeDate: '0026-09-30' },
    { name: '\u202Eezis gnorw\u202C \u200Binvisible\u200B', owner: '__proto__' },
    { name: '   ', account: '', nextStep: null, nextStepDue: null, closeDate: null },
    { name: 'constructor', owner: 'toString', account: 'hasOwnProperty' },
  ];
  return odd.map((one, at) => ({ name: '', ...usual, ...one, id: `X${at + 1}`, serial: firstSerial + at }));
}
