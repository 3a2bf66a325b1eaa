import type { PastMap } from '../past-map.ts';

/** What an entry's card says of its kind and author was not seen: it counts as something that happened, no more. */
export const past: PastMap = {
  feed: [
    {
      holder: '[data-test-id="middle-pane"]:has([data-selenium-test="timeline-card"])',
      row: '[data-selenium-test="timeline-card"]',
      day: ['[data-test-id="event-timestamp"]'],
      text: [''],
      kinds: [],
    },
  ],
  contacts: [
    {
      holder: '[data-test-id="card-wrapper-ASSOCIATION_V3/0-1"], [data-test-id="card-wrapper-ASSOCIATION_TABLE/0-1"]',
      row: 'a[href*="/record/0-1/"]',
      name: [''],
    },
  ],
};
