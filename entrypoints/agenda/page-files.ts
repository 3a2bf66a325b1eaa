import type { AgendaActions, ReadPage } from '../../components/agenda-state.ts';
import { jsonFile, saveFile } from '../../components/save-file.ts';
import { sha256 } from '../../lib/backup/bytes.ts';
import { personFile, readPersonFile } from '../../lib/coaching/agenda/person-file.ts';
import type { PersonPage } from '../../lib/deal/person-page.ts';
import type { TalkStore } from '../../lib/store/talk-store.ts';
import { explain } from '../background/explain.ts';

type PageFilesOptions = {
  talks: TalkStore;
  /** Of whom stands on screen; null: nobody does. Fails with the sentence to show. */
  page(): Promise<PersonPage | null>;
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
  page: pageNow,
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
      const shown = await pageNow();
      if (!shown) return;
      const text = await personFile(shown, hash);
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
