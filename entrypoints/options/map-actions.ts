import { browser } from 'wxt/browser';
import type { MapsActions, SiteMap } from '../../components/maps-view.tsx';
import { jsonFile, saveFile } from '../../components/save-file.ts';
import { reportOf } from '../../lib/deal/diagnosis.ts';
import { send } from '../../lib/messages/send.ts';
import type { Store } from '../../lib/store/store.ts';
import type { TaughtMap } from '../../lib/teach/taught-map.ts';
import { checkTaughtMap } from '../../lib/teach/taught-schema.ts';
import { diagnoseTab } from '../popup/diagnose-tab.ts';

/** What was taught of a site, in words and as JSON. */
export function siteOf(map: TaughtMap): SiteMap {
  const { origin, record, list, corrections, rows = {} } = map;
  const parts = [
    ...(record ? [{ what: `A deal at ${record.address}`, fields: Object.keys(record.fields) }] : []),
    ...(list ? [listPart(list)] : []),
    ...Object.entries(corrections).map(([crm, fields]) => ({
      what: `Corrected for ${crm}`,
      fields: Object.keys(fields),
    })),
    ...Object.entries(rows).flatMap(([crm, pages]) =>
      (['list', 'board'] as const).flatMap((page) => {
        const fields = Object.keys(pages[page]?.columns ?? {});
        return fields.length > 0 ? [{ what: `Corrected in the ${page} of ${crm}`, fields }] : [];
      }),
    ),
  ];
  return { origin, parts, text: JSON.stringify(map, null, 2) };
}

function listPart({ address, columns, stages }: NonNullable<TaughtMap['list']>): SiteMap['parts'][number] {
  const fields = [...Object.keys(columns), ...(stages ? ['stage'] : [])];
  return { what: `A ${stages ? 'board' : 'list'} at ${address}`, fields };
}

/** The map in a text. Throws the sentence to show where there is none. */
function parse(text: string): TaughtMap {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Error('This is no map of a site: it is not JSON. Nothing was changed.');
  }
  const checked = checkTaughtMap(said);
  if ('problem' in checked) throw new Error(`${checked.problem} Nothing was changed.`);
  return checked.map;
}

type Maps = {
  store: Store;
  read: () => readonly TaughtMap[];
  load: () => Promise<void>;
  show: (report: string | null) => void;
};

/** `load`: after a change. `show`: what an open page comes to. */
export function mapActions({ store, read, load, show }: Maps): MapsActions {
  async function keep(map: TaughtMap): Promise<void> {
    await store.changeTaughtMap(map.origin, () => map);
    await send('taught.changed', { origin: map.origin });
    await load();
  }
  return {
    save: async (origin, text) => {
      const map = parse(text);
      if (map.origin !== origin)
        throw new Error(`This map is of ${map.origin}, not of ${origin}. Nothing was changed.`);
      await keep(map);
    },
    exportMap: (origin) => {
      const map = read().find((one) => one.origin === origin);
      saveFile(`sideline-${new URL(origin).hostname}.json`, jsonFile(JSON.stringify(map, null, 2)));
    },
    importMap: async (text) => {
      const map = parse(text);
      const rights = { origins: [`${map.origin}/*`] };
      // The click on the file chooser counts as the user's word for some seconds.
      const granted = (await browser.permissions.contains(rights)) || (await browser.permissions.request(rights));
      await keep(map);
      if (!granted) throw new Error(`Kept. Sideline may not read ${map.origin} yet: allow it there by its icon.`);
    },
    test: async (origin) => {
      show(null);
      const [tab] = await browser.tabs.query({ url: `${origin}/*` });
      if (tab?.id === undefined) throw new Error(`Open a deal or a list on ${origin} in another tab first.`);
      show(reportOf(await diagnoseTab(tab.id)));
    },
    forget: async (origin) => {
      const reply = await send('taught.forget', { origin });
      if (!reply.ok) throw new Error(reply.sentence);
      await load();
    },
  };
}
