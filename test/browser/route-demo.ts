import type { BrowserContext } from '@playwright/test';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';
import { DEMO_HOSTS } from '../sim/crm/profiles.ts';

const HOSTS: readonly string[] = Object.values(DEMO_HOSTS);

/** Puts the demo CRM under the CRMs' real-looking hosts, for this browser alone. */
export async function routeDemo(context: BrowserContext, demo: DemoCrm): Promise<void> {
  await context.route(
    (url) => HOSTS.includes(url.origin),
    async (route) => {
      const request = route.request();
      const answer = demo.handle({ url: request.url(), method: request.method(), body: request.postData() });
      // A page that was closed meanwhile no longer wants its answer.
      await route.fulfill(answer).catch(() => {});
    },
  );
}
