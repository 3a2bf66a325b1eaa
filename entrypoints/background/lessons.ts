import { browser } from 'wxt/browser';
import type { Handlers } from '../../lib/messages/receive.ts';
import { tellTab } from '../../lib/messages/send.ts';
import { DEFAULT_SITE } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { endLessons, injectLesson, readWithout } from './access.ts';
import type { Reconcile } from './handlers.ts';
import { pageOf } from './record-page.ts';

const keyOf = (tab: number) => `lesson-${tab}`;

type Kept = { origin: string; corrects: string | null; lesson: string | null };

async function lessonIn(tab: number): Promise<Kept | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as Kept | undefined) ?? null;
}

/** The tab is gone, and a lesson in it with it. */
export async function dropLesson(tab: number): Promise<void> {
  if (await lessonIn(tab)) await Promise.all([browser.storage.session.remove(keyOf(tab)), endLessons()]);
}

type LessonMessage =
  | 'taught.get'
  | 'taught.ready'
  | 'teach.get'
  | 'teach.keep'
  | 'teach.save'
  | 'teach.start'
  | 'taught.has'
  | 'taught.forget'
  | 'taught.changed';

/** Teaching a site, and reading it by what was taught. */
export function lessonHandlers(store: Store, reconcile: Reconcile): Pick<Handlers, LessonMessage> {
  const changed = async (origin: string): Promise<{ ok: true }> => {
    await reconcile([`${origin}/*`]);
    await readWithout(origin);
    return { ok: true };
  };
  const mapOf = async (origin: string) => (await store.taughtMaps()).find((map) => map.origin === origin) ?? null;

  return {
    'taught.get': async (_, sender) => ({ ok: true, map: await mapOf(pageOf(sender).origin) }),

    'taught.ready': async (_, sender) => {
      const { tab, origin } = pageOf(sender);
      const site = (await store.readSettings()).settings.sites[origin] ?? DEFAULT_SITE;
      await tellTab(tab, 'page.read-again', { dateOrder: site.dateOrder, currency: site.currency });
      return { ok: true };
    },

    'teach.start': async ({ tab, origin, corrects }) => {
      const kept = await lessonIn(tab);
      // One that was begun here goes on; another kind is another lesson.
      if (kept?.origin !== origin || kept.corrects !== corrects) {
        await browser.storage.session.set({ [keyOf(tab)]: { origin, corrects, lesson: null } });
      }
      // Access may have been granted in this very click: what reads the page comes before what teaches it.
      await reconcile();
      await injectLesson(tab, origin);
      return { ok: true };
    },

    'teach.get': async (_, sender) => {
      const { tab, origin } = pageOf(sender);
      const kept = await lessonIn(tab);
      if (kept?.origin !== origin) return { ok: true, lesson: null };
      const { corrects, lesson } = kept;
      return { ok: true, lesson: { corrects, kept: lesson, map: await mapOf(origin) } };
    },

    'teach.keep': async ({ lesson }, sender) => {
      const { tab } = pageOf(sender);
      const kept = await lessonIn(tab);
      if (lesson === null) await dropLesson(tab);
      else if (kept) await browser.storage.session.set({ [keyOf(tab)]: { ...kept, lesson } });
      return { ok: true };
    },

    'teach.save': async ({ map }, sender) => {
      const { origin } = pageOf(sender);
      // A page may speak only for its own site.
      await store.changeTaughtMap(origin, () => ({ ...map, origin }));
      await reconcile([`${origin}/*`]);
      return { ok: true };
    },

    'taught.has': async ({ origin }) => ({ ok: true, taught: (await mapOf(origin)) !== null }),

    'taught.forget': async ({ origin }) => {
      await store.changeTaughtMap(origin, () => null);
      return changed(origin);
    },

    'taught.changed': ({ origin }) => changed(origin),
  };
}
