import type { PastMap } from '../past-map.ts';
import type { Take } from '../types.ts';

/** "2026-09-07 at 03:04 PM (Mon)": the words around the day are in the page's language. */
const full = (from: string): Take => ({ from, pattern: /^([\d./-]+)(?: .*)?$/ });

/** What was said of an account or contact is drawn into the deal's comments and names them. */
const COMMENT = '.commentDetails:not(:has(.creatorName ~ .text-muted a[href*="record="]))';

const CONTACT = 'a[href*="module=Contacts"][href*="view=Detail"]';

/** As the product calls it in its languages. */
const STAGE = ['Sales Stage', 'Verkaufsphase', 'Phase de vente', 'Etapa de Ventas', 'Fase de Venta', 'Stadio Vendita'];

export const past: PastMap = {
  feed: [
    {
      holder: '.commentContainer .commentsBody:has(.commentDetails)',
      row: COMMENT,
      day: [full('.commentTime small@title')],
      author: ['.creatorName'],
      text: ['.commentInfoContent'],
      kinds: [['.commentInfoContent', 'note']],
    },
  ],
  log: [
    {
      holder: '.recentActivitiesContainer .updates_timeline',
      row: '> li:has(.update-name)',
      day: [full('.update_time small@title')],
      changes: {
        item: '.updateInfoContainer',
        field: '.update-name .field-name',
        names: STAGE,
        from: ['.update-from em'],
        to: ['.update-to em'],
      },
    },
  ],
  planned: [
    {
      // Those still to come alone.
      holder: '#relatedActivities .widget_contents',
      row: '.activityEntries',
      what: ['.summaryViewEntries a[title]', '.summaryViewEntries'],
      due: [full('.media-body strong[title]@title')],
    },
  ],
  contacts: [
    { holder: `.widgetContainer_contacts:has(${CONTACT})`, row: CONTACT, name: [''] },
    { holder: `#Potentials_detailView_fieldValue_contact_id:has(${CONTACT})`, row: CONTACT, name: [''] },
  ],
  modified: { holder: '#Potentials_detailView_fieldValue_modifiedtime', day: [full('.value')] },
};
