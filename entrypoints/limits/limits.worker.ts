import { asTold } from '../../lib/history/as-told.ts';
import type { Moment } from '../../lib/history/types.ts';
import { suggestLimits } from '../../lib/risk/suggest-limits.ts';
import { type TeamContext, teamContext } from '../../lib/risk/team-context.ts';
import { markedUnder, proposeLooser } from '../../lib/risk/try-limits.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { openStore } from '../../lib/store/store.ts';
import { knownDeals } from './known-deals.ts';
import type { Answers, FromWorker, ToWorker } from './worker-protocol.ts';

/** All deals are judged here, so that typing never waits for thousands of them. */
type Loaded = { histories: Awaited<ReturnType<ReturnType<typeof openStore>['loadHistories']>>; moment: Moment };

let loaded: (Loaded & { team: TeamContext }) | null = null;

async function load(settings: Settings): Promise<Answers['load']> {
  const store = openStore();
  const histories = await store.loadHistories();
  store.close();
  const now = Date.now();
  // One moment for all counts: they differ by the limits alone.
  const moment = { asOf: now, knownAt: now, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  loaded = { histories, moment, team: teamContext(histories, moment, settings.calendar) };
  return knownDeals(histories, moment, settings);
}

function answer(name: Exclude<ToWorker['name'], 'load'>, settings: Settings): unknown {
  if (!loaded) throw new Error('The deals were not read yet.');
  const { histories, moment, team } = loaded;
  const judged = { ...judgedBy(settings), moment, team };
  if (name === 'count') return markedUnder(histories, judged) satisfies Answers['count'];
  if (name === 'propose') return proposeLooser(histories, judged) satisfies Answers['propose'];
  const replay = { ...judgedBy(settings), timeZone: moment.timeZone };
  return suggestLimits(histories.map(asTold), moment.knownAt, replay) satisfies Answers['suggest'];
}

const post = (message: FromWorker) => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const { id, name, settings } = data;
  try {
    post({ id, answer: name === 'load' ? await load(settings) : answer(name, settings) });
  } catch (error) {
    post({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
