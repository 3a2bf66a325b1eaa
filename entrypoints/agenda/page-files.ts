import type { AgendaActions, ReadPage } from '../../components/agenda-state.ts';
import { jsonFile, saveFile } from '../../components/save-file.ts';
import { sha256 } from '../../lib/backup/bytes.ts';
import type { AgendaInput } from '../../lib/coaching/agenda/person-context.ts';
import { personFile, readPersonFile } from '../../lib/coaching/agenda/person-file.ts';
import { personPage } from '../../lib/coaching/agenda/person-page.ts';
import type { PersonPage } from '../../lib/deal/person-page.ts';
import type { TalkStore } from '../../lib/store/talk-store.ts';
import { explain } from '../background/explain.ts';

type PageFilesOptions = {
  talks: TalkStore;
  /** What stands on screen; null: nothing does. */
  input(): AgendaInput | null;
  put(read: ReadPage | null): void;
  taken(person: string): Promise<void>;
};

async function hash(text: string): Promise<string> {
  const bytes = await sha256(new TextEncoder().encode(text));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A person's page out into a file, and in from one: looked through first, then taken in whole. */
export function pageFiles({
  talks,
  input,
  put,
  taken,
}: PageFilesOptions): Pick<AgendaActions, 'saveFile' | 'readFile' | 'takeIn' | 'leaveOut'> {
  let page: PersonPage | null = null;
  const inWords = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw new Error(explain(error).sentence);
    }
  };
  return {
    saveFile: async () => {
      const shown = input();
      if (!shown) return;
      const records = await inWords(talks.recordsOf(shown.histories.map(({ deal }) => deal.id)));
      const text = await personFile(personPage(shown, records), hash);
      saveFile(`sideline-${shown.person.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`, jsonFile(text));
    },
    readFile: async (file) => {
      put(null);
      page = await readPersonFile(await file.text(), hash);
      const { person, madeAt, deals } = page;
      put({ person, madeAt, deals: deals.length, difference: await inWords(talks.readPage(page, true)) });
    },
    takeIn: async () => {
      if (!page) return;
      const { person } = page;
      await inWords(talks.readPage(page, false));
      page = null;
      put(null);
      await taken(person);
    },
    leaveOut: () => {
      page = null;
      put(null);
    },
  };
}
