import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnosePage } from '../lib/crm/diagnose.ts';
import { offeredReaders } from '../lib/crm/offered-readers.ts';
import { dayInZone } from '../lib/deal/day.ts';
import { DIAGNOSIS, type DiagnosisWorld } from '../lib/messages/diagnosis-key.ts';
import { send } from '../lib/messages/send.ts';

const world = globalThis as DiagnosisWorld;

/** Put into a page by the popup, on a click: says what reading it comes to. It stores and changes nothing. */
export default defineUnlistedScript(() => {
  world[DIAGNOSIS] = (async () => {
    const site = await send('site.get', {});
    const at = Date.now();
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return diagnosePage(
      offeredReaders(),
      document,
      new URL(location.href),
      {
        at,
        timeZone,
        today: dayInZone(at, timeZone),
        dateOrder: site.ok ? site.dateOrder : null,
        currency: site.ok ? site.currency : null,
      },
      () => performance.now(),
    );
  })();
});
