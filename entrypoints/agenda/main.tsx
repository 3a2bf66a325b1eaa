import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page.css';
import '../../components/agenda.css';
import '../../components/agenda-print.css';
import type { AgendaActions, AgendaState } from '../../components/agenda-state.ts';
import { AgendaView } from '../../components/agenda-view.tsx';
import type { Agenda } from '../../lib/coaching/agenda/agenda.ts';
import { agendaMarkdown } from '../../lib/coaching/agenda/agenda-markdown.ts';
import { coachingSpread } from '../../lib/coaching/agenda/spread.ts';
import { talksWith } from '../../lib/coaching/agenda/talks-with.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { dayInZone } from '../../lib/deal/day.ts';
import type { OneToOne, TalkPatch } from '../../lib/deal/talk.ts';
import { dealActions } from '../../lib/messages/deal-actions.ts';
import { send } from '../../lib/messages/send.ts';
import { openStore } from '../../lib/store/store.ts';
import { openTalks } from '../../lib/store/talk-store.ts';
import { momentNow } from '../background/coach.ts';
import { explain } from '../background/explain.ts';
import { loadPrompts } from '../background/load-prompts.ts';
import { questionsFrom } from '../background/questions.ts';
import { SaidByWorker, startAgendaWorker } from './ask-worker.ts';
import { talkKeeper } from './keep-talk.ts';
import { type Known, peopleIn, promisersIn } from './known.ts';
import { pageFiles } from './page-files.ts';

const store = openStore();
const talks = openTalks();
const ask = startAgendaWorker();
const questions = questionsFrom(loadPrompts, store.readOwnPrompts);
const state = signal<AgendaState>({
  ...{ spread: null, isRep: false, shown: null, kept: null, read: null, problem: null },
});

let known: Known | null = null;
let person: string | null = null;
let talk: OneToOne | null = null;
/** Goes up where fields are to hold other texts than were typed into them. */
let turn = 0;

const put = (part: Partial<AgendaState>) => {
  state.value = { ...state.value, ...part };
};
const tell = (error: unknown) =>
  put({ kept: null, problem: error instanceof SaidByWorker ? error.message : explain(error).sentence });

const keeper = talkKeeper(talks, {
  keeping: () => put({ kept: 'keeping' }),
  kept: (written) => {
    if (written.id !== talk?.id) keepInMind(written);
    put({ kept: 'kept', problem: null });
  },
  failed: tell,
});

function keepInMind(written: OneToOne): void {
  if (known) known.talks = [...known.talks.filter(({ id }) => id !== written.id), written];
}

/** The talk that goes on; else one that ended today, which may still be copied, printed and taken up again. */
function talkNow(name: string): OneToOne | null {
  const moment = momentNow();
  const { open, ended } = talksWith(name, known?.talks ?? [], moment);
  const last = ended.at(-1) ?? null;
  const today = dayInZone(moment.asOf, moment.timeZone);
  return open ?? (last?.endedAt && dayInZone(last.endedAt, moment.timeZone) === today ? last : null);
}

/** What was asked for last is shown; answers that come later than another question are left out. */
let asked = 0;

async function show(): Promise<void> {
  if (!known) return;
  const { asOf, timeZone } = momentNow();
  const say = speakerAt(asOf, timeZone, undefined);
  const people = peopleIn(known);
  const spread = coachingSpread(people, known.talks, { asOf, knownAt: asOf, timeZone }, say);
  put({ spread, isRep: known.settings.role === 'rep' });
  const mine = ++asked;
  const now = person;
  if (now === null) return put({ shown: null });
  const agenda = await ask('agenda', { person: now, talk, talks: known.talks });
  if (mine !== asked || !known) return;
  put({
    shown: {
      ...{ agenda: asTyped(agenda), talk, turn, today: say.today },
      promisers: promisersIn(known, now),
      asksWhoLeads: known.settings.role === 'manager' && known.settings.me === null,
    },
  });
}

/** What was typed while the worker was at it stands already. */
function asTyped(agenda: Agenda): Agenda {
  return { ...agenda, notes: talk?.notes ?? {}, skill: { ...agenda.skill, practice: talk?.practice ?? '' } };
}

/** Begun with the first word that is written down. */
function begin(name: string): OneToOne {
  const { asOf, timeZone } = momentNow();
  return {
    ...{ id: crypto.randomUUID(), person: name, on: dayInZone(asOf, timeZone) },
    ...{
      startedAt: asOf,
      changedAt: asOf,
      endedAt: null,
      notes: {},
      picked: null,
      whole: null,
      practice: '',
      nextOn: null,
    },
  };
}

async function write(patch: TalkPatch, isDrawn = true): Promise<void> {
  if (!known || person === null) return;
  const begun = talk ?? begin(person);
  talk = { ...begun, ...patch, notes: { ...begun.notes, ...patch.notes } };
  keepInMind(talk);
  const done = keeper.write(begun, patch);
  if (isDrawn) await show();
  await done;
}

function pick(name: string): void {
  person = name;
  talk = talkNow(name);
  history.replaceState(null, '', `#${encodeURIComponent(name)}`);
  turn++;
  // Nothing may be typed into the page of somebody else meanwhile.
  put({ kept: null, shown: null });
  show().catch(tell);
}

const files = pageFiles({
  talks,
  page: async () => (known && person !== null ? ask('page', { person, talk, talks: known.talks }) : null),
  put: (read) => put({ read }),
  taken: async (name) => {
    await send('data.changed', {});
    await load();
    if (state.value.spread?.some((row) => row.person === name)) pick(name);
  },
});

/** The same copying as a card's. */
const { copy } = dealActions({ card: () => null, onCard: () => {} });

const quietly = (work: Promise<void>) => void work.catch(() => {});

const actions: AgendaActions = {
  pick,
  // What is typed stands in its field already: nothing is drawn anew.
  note: (part, text) => quietly(write({ notes: { [part]: text } }, false)),
  practise: (practice) => quietly(write({ practice }, false)),
  setNext: (nextOn) => void write({ nextOn }).catch(tell),
  pickDeal: (picked) => void write({ picked }).catch(tell),
  setWhole: (whole) => void write({ whole }).catch(tell),
  makePromise: async (promise) => {
    await write({});
    const reply = await send('promise.make', { ...promise, side: 'ours' });
    if (!reply.ok) throw new Error(reply.sentence);
    await ask('renew', promise.deal);
    await show();
  },
  finish: () => write({ endedAt: Date.now() }),
  takeUp: () => write({ endedAt: null }),
  copy: () => {
    const { shown } = state.value;
    return shown ? copy(agendaMarkdown(asTyped(shown.agenda))) : undefined;
  },
  print: () => window.print(),
  ...files,
};

async function load(): Promise<void> {
  const { catalogue } = await questions.read();
  const [{ settings, owners }, written] = await Promise.all([ask('read', catalogue), talks.talks()]);
  known = { settings, owners, talks: written };
  await show();
}

/** Another page may have made promises, and another tab notes. */
async function readAgain(): Promise<void> {
  await keeper.flush();
  await load();
  if (person === null) return;
  const before = JSON.stringify(talk?.notes);
  talk = talkNow(person);
  if (JSON.stringify(talk?.notes) !== before) turn++;
  await show();
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') readAgain().catch(tell);
});

const Root = () => <AgendaView state={state.value} actions={actions} />;

const root = document.getElementById('root');
if (root) render(<Root />, root);
load()
  .then(() => {
    const asked = decodeURIComponent(location.hash.slice(1));
    const rows = state.value.spread ?? [];
    const found = rows.find((row) => row.person === asked) ?? (rows.length === 1 ? rows[0] : undefined);
    if (found) pick(found.person);
  })
  .catch(tell);
