import type { Agenda } from '../../lib/coaching/agenda/agenda.ts';
import { buildAgenda } from '../../lib/coaching/agenda/build-agenda.ts';
import { personPage } from '../../lib/coaching/agenda/person-page.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import type { PersonPage } from '../../lib/deal/person-page.ts';
import { ownersIn } from '../../lib/history/deal-as-of.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { openStore } from '../../lib/store/store.ts';
import { openTalks } from '../../lib/store/talk-store.ts';
import { momentNow } from '../background/coach.ts';
import { type Asked, agendaInput, type Read } from './known.ts';

const store = openStore();
const talks = openTalks();

let known: Read | null = null;

function put(read: Pick<Read, 'histories' | 'settings' | 'catalogue'>): Read {
  const moment = momentNow();
  known = { ...read, moment, team: teamContext(read.histories, moment, read.settings.calendar) };
  return known;
}

function knownNow(): Read {
  if (!known) throw new Error('An agenda was asked for before anything was read.');
  return known;
}

/** All that agendas rest on; what they say is of the moment of the last of these. */
export const AGENDA_QUESTIONS = {
  /** Reads all deals anew. */
  async read(catalogue: Catalogue): Promise<{ settings: Settings; owners: string[] }> {
    const [histories, { settings }] = await Promise.all([store.loadHistories(), store.readSettings()]);
    const { moment } = put({ histories, settings, catalogue });
    return { settings, owners: ownersIn(histories, moment) };
  },
  /** One deal anew, after something was said of it. */
  async renew(deal: string): Promise<void> {
    const read = knownNow();
    const [history] = await store.loadHistories([deal]);
    put({ ...read, histories: read.histories.map((one) => (history && one.deal.id === deal ? history : one)) });
  },
  async agenda(asked: Asked): Promise<Agenda> {
    return buildAgenda(agendaInput(knownNow(), asked));
  },
  /** What can be handed over of an agenda. */
  async page(asked: Asked): Promise<PersonPage> {
    const input = agendaInput(knownNow(), asked);
    return personPage(input, await talks.recordsOf(input.histories.map(({ deal }) => deal.id)));
  },
};

type Questions = typeof AGENDA_QUESTIONS;
export type QuestionName = keyof Questions;
export type AskAgenda = <N extends QuestionName>(
  name: N,
  asked: Parameters<Questions[N]>[0],
) => Promise<Awaited<ReturnType<Questions[N]>>>;
