import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { todaysTeam } from '../e2e/harness.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm } from '../sim/crm/demo-crm.ts';
import { SIM_CRMS } from '../sim/crm/profiles.ts';
import { buildExtension } from './build.ts';
import { type Figure, figure, median } from './figure.ts';

const RUNS = 60;
const NODES = 20_000;

/** The reader as one script that a page can run. */
async function readerScript(): Promise<string> {
  const entry = fileURLToPath(new URL('./reader-in-page.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'sideline' } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error('The reader could not be bundled.');
  return chunk.code;
}

/** One reading of a record page of 20,000 nodes, per CRM, beside a bare walk over the same nodes. */
export async function read(): Promise<Figure[]> {
  buildExtension('e2e');
  const demo = createDemoCrm({ team: todaysTeam(), late: 'off', torn: 'off' });
  const extension = await startExtension();
  const script = await readerScript();
  const figures: Figure[] = [];
  try {
    await routeDemo(extension.context, demo);
    for (const crm of SIM_CRMS) {
      const page = await extension.context.newPage();
      await page.goto(urlOf(crm, 'record', demo.team.showcase.atRisk, { nodes: NODES, late: 'off', torn: 'off' }));
      await page.waitForFunction((least) => document.querySelectorAll('*').length >= least, NODES - 100);
      await page.addScriptTag({ content: script });
      const { reads, walks, fields } = await page.evaluate((runs) => {
        const { readNow } = (window as unknown as { sideline: { readNow(): number } }).sideline;
        const time = (work: () => unknown) => {
          const began = performance.now();
          work();
          return performance.now() - began;
        };
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
              for (const node of document.querySelectorAll('*')) count += node.childElementCount;
              return count;
            }),
          );
        }
        return { reads, walks, fields: found };
      }, RUNS);
      if (fields < 5) throw new Error(`Only ${fields} fields were read on ${crm}: nothing to measure.`);
      figures.push(
        figure(
          'read',
          `${crm} record, ${NODES} nodes`,
          'ms',
          median(reads),
          { name: 'walk over all nodes', value: median(walks) },
          3,
        ),
      );
      await page.close();
    }
  } finally {
    await extension.close();
  }
  return figures;
}
