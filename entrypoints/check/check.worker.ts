import type { CheckStep } from '../../components/check-state.ts';
import { asTold } from '../../lib/history/as-told.ts';
import type { FromWorker } from '../../lib/messages/worker-line.ts';
import { courseOf } from '../../lib/risk/course.ts';
import { learnFrom } from '../../lib/risk/learn/learn-from.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { openStore } from '../../lib/store/store.ts';
import { StoreError } from '../../lib/store/store-error.ts';
import { find } from './find.ts';
import type { Requests, ToWorker } from './worker-protocol.ts';

/** All reading, replaying, learning and checking happens here: it takes seconds for thousands of deals. */
const store = openStore();
/** Milliseconds between two words on how far it is. */
const PACE = 100;
/** Of points in a course, as many as can be told apart. */
const POINTS_MOST = 40;

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const replayOf = (settings: Settings) => ({ ...judgedBy(settings), timeZone });

type Told = (step: CheckStep) => void;
type Work = { [N in keyof Requests]: (ask: Requests[N]['ask'], told: Told) => Promise<Requests[N]['answer']> };

const work: Work = {
  check: async ({ settings }, told) => {
    told({ step: 'reading', share: null });
    const histories = await store.loadHistories();
    return find(histories, settings, { ...replayOf(settings), at: Date.now() }, told);
  },
  learn: async ({ settings }, told) => {
    told({ step: 'reading', share: null });
    const histories = await store.loadHistories();
    const { model, shift, examples } = learnFrom(histories, Date.now(), replayOf(settings), (share) =>
      told(share < 1 ? { step: 'looking', share } : { step: 'weighing', share: null }),
    );
    // Erased meanwhile: what was learnt from it must not be kept.
    const [first] = examples;
    if (first && !(await store.loadHistory(first.deal))) throw new Error(CHANGED);
    return { model, shift };
  },
  course: async ({ settings, deal, until }) => {
    const history = await store.loadHistory(deal);
    if (!history) throw new Error(CHANGED);
    return courseOf(asTold(history), judgedBy(settings), { asOf: until, knownAt: until, timeZone }, POINTS_MOST);
  },
};

const CHANGED = 'The deals on record changed meanwhile. Reload this page.';

function paced(tell: Told): Told {
  let last = Number.NEGATIVE_INFINITY;
  let step = '';
  return (said) => {
    const now = performance.now();
    if (said.step === step && now - last < PACE) return;
    last = now;
    step = said.step;
    tell(said);
  };
}

const post = (message: FromWorker<CheckStep>) => self.postMessage(message);

function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message === CHANGED) return CHANGED;
  if (error instanceof StoreError && (error.code === 'not-upgraded' || error.code === 'newer')) return error.message;
  return 'Your deals could not be read through. Nothing was changed. Reload this page and try once more.';
}

async function answer<N extends keyof Requests>(id: number, name: N, ask: Requests[N]['ask']): Promise<void> {
  try {
    post({
      id,
      answer: await work[name](
        ask,
        paced((told) => post({ id, told })),
      ),
    });
  } catch (error) {
    post({ id, problem: sentenceOf(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data.id, data.name, data.ask));
