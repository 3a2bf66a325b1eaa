import { count, plain } from '../../coaching/words/english-count.ts';
import type { Period, Size } from './view.ts';

/** The words of the pipeline's table. Reps may read all of it. */
export const pipelineWords = {
  periods: {
    passed: 'Date passed',
    'this-quarter': 'This quarter, from today',
    'next-quarter': 'Next quarter',
    later: 'Later',
    none: 'No close date',
  } satisfies Record<Period, string>,
  sizes: {
    large: 'Over twice what is usually won',
    usual: 'As usually won',
    small: 'Under half of it',
    unknown: 'Not known',
  } satisfies Record<Size, string>,
  nobody: 'Nobody named',
  noStage: 'Stage not seen',
  noPipeline: 'Pipeline not seen',
  days: (days: number, atLeast: boolean) => `${atLeast ? 'at least ' : ''}${count(days, 'day')}`,
  pushed: (times: string, days: number) =>
    days > 0 ? `put off ${times}, ${count(days, 'day')}` : `put off ${times}, and brought back`,
  shown: (shown: number, of: number) =>
    shown === of ? count(of, 'open deal') : `${plain(shown)} of ${count(of, 'open deal')}`,
  noAmount: (deals: number) => `${count(deals, 'deal')} without an amount`,
  rests: (seen: number, deals: number) => `${plain(seen)} of ${plain(deals)} seen this week.`,
  unseen: (deals: number, sums: string, since: string) =>
    `${deals === 1 ? 'The other one' : `The other ${plain(deals)}`}${sums === '' ? '' : `, ${sums} in all,`} ${deals === 1 ? `was seen last on ${since}` : `were seen last on ${since} or later`}.`,
  rounded: 'Some amounts were shown rounded.',
};
