import type { PastMap } from '../past-map.ts';

/** The columns of its history carry no names, so that a day there may be of anything: people and the last change alone. */
export const past: PastMap = {
  contacts: [
    {
      holder: '#whole_subpanel_contacts, #list_subpanel_contacts',
      row: 'tr:is(.oddListRowS1, .evenListRowS1)',
      name: ['a[href*="module=Contacts"][href*="DetailView"]'],
    },
  ],
  modified: {
    holder: '.detail-view-field[field="date_modified"]',
    day: [{ from: '', pattern: /^([\d./-]+)(?: .*)?$/ }],
  },
};
