import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../browser/find-chromium.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { todaysTeam } from '../e2e/harness.ts';
import { type SimSwitches, urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm } from '../sim/crm/demo-crm.ts';
import { SIM_CRMS, type SimCrm } from '../sim/crm/profiles.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { type Figure, figure, median } from './figure.ts';
import { fillRows, type RowShape, shadeBallast, shadeCells } from './fill-page.ts';

const RUNS = 60;
const NODES = 20_000;
/** Rows of a list, cards of a board. */
const ROWS = { record: 1, list: 200, board: 500 } as const;

/** Milliseconds for one reading. */
const TARGETS = { record: 3, list: 15, board: 30 } as const;

type Case = {
  crm: SimCrm;
  page: keyof typeof TARGETS;
  /** What sets it apart from the CRM's plain page. */
  kind?: string;
  sim?: SimSwitches;
  rows?: RowShape;
  /** Fewer than these, four unless said, and nothing was read that is worth measuring. */
  fields?: number;
  shade?: (page: Page) => Promise<void>;
};

const SALESFORCE_ROWS = { row: 'tr[data-row-number]', id: /006\w{15}/ };

const CASES: readonly Case[] = [
  ...SIM_CRMS.map((crm) => ({ crm, page: 'record' as const })),
  {
    crm: 'salesforce',
    page: 'record',
    kind: ' in shadow roots',
    sim: { shadow: 'on' },
    shade: (page) => page.evaluate(shadeBallast, 'one-record-home-flexipage2'),
  },
  { crm: 'salesforce', page: 'list', rows: SALESFORCE_ROWS },
  {
    crm: 'salesforce',
    page: 'list',
    kind: ' in shadow roots',
    sim: { shadow: 'on' },
    rows: SALESFORCE_ROWS,
    shade: (page) => page.evaluate(shadeCells),
  },
  { crm: 'hubspot', page: 'list', rows: { row: 'tr[data-test-id^="row-"]', id: /93\d{8}/ } },
  { crm: 'tryton', page: 'list', rows: { row: '.screen tr:has(> td[data-title])', id: null } },
  // A tile says its deal's name and amount; the stage is its column's.
  {
    crm: 'pipedrive',
    page: 'board',
    fields: 3,
    rows: { row: '[data-test="pipeline-deal-tile"]', id: /(?<=\/deal\/)\d+/ },
  },
  { crm: 'odoo', page: 'board', rows: { row: '.o_kanban_record:not(.o_kanban_ghost)', id: null } },
];

function measure(page: Page) {
  return page.evaluate((runs) => {
    type Read = () => { deals: number; fields: number };
    const { readNow } = (window as unknown as { sideline: { readNow: Read } }).sideline;
    const time = (work: () => unknown) => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    const first = time(readNow);
    const found = readNow();
    const reads: number[] = [];
    const walks: number[] = [];
    for (let run = 0; run < runs; run++) {
      // Something changed since the last reading, as in life: nothing may be served from a warm layout.
      document.body.dataset.run = String(run);
      reads.push(time(readNow));
      walks.push(
        time(() => {
          let count = 0;
          const roots: ParentNode[] = [document];
          for (const root of roots) {
            for (const node of root.querySelectorAll('*')) {
              count++;
              if (node.shadowRoot) roots.push(node.shadowRoot);
            }
          }
          return count;
        }),
      );
    }
    return { first, found, reads, walks };
  }, RUNS);
}

/** One reading of a page of 20,000 nodes, per CRM and kind of page, beside a bare walk over the same nodes. */
export async function read(): Promise<Figure[]> {
  const demo = createDemoCrm({ team: todaysTeam(), late: 'off', torn: 'off' });
  // Without the extension: what it would read beside us is not what is measured.
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const context = await browser.newContext();
  const script = await bundleForPage('reader-in-page.ts');
  const figures: Figure[] = [];
  try {
    await routeDemo(context, demo);
    for (const { crm, page: kind, kind: how = '', sim, rows, fields = 4, shade } of CASES) {
      const page = await context.newPage();
      const deal = kind === 'record' ? demo.team.showcase.atRisk : undefined;
      await page.goto(urlOf(crm, kind, deal, { nodes: NODES, late: 'off', torn: 'off', ...sim }));
      await page.waitForFunction(() => document.querySelector('.ballast') !== null);
      if (rows)
        await page.evaluate(fillRows, { row: rows.row, id: rows.id && { source: rows.id.source }, count: ROWS[kind] });
      await shade?.(page);
      await page.addScriptTag({ content: script });
      const { first, found, reads, walks } = await measure(page);
      const name = `${crm} ${kind}${how}${rows ? `, ${ROWS[kind]} rows` : ''}`;
      if (found.fields < fields || found.deals < ROWS[kind]) {
        throw new Error(`Only ${found.deals} deals, ${found.fields} fields were read on ${name}: nothing to measure.`);
      }
      const floor = { name: 'walk over all nodes', value: median(walks) };
      figures.push(figure('read', `${name}, ${NODES} nodes`, 'ms', median(reads), floor, TARGETS[kind]));
      figures.push(figure('read', `${name}, the first of a page`, 'ms', first, floor, null));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return figures;
}
