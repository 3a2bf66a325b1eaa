import { buildFirstList } from '../../lib/coaching/build-first-list.ts';
import { dayInZone } from '../../lib/deal/day.ts';
import type { WelcomeView } from '../../lib/messages/protocol.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { grantedOrigins } from './access.ts';
import { momentNow } from './coach.ts';
import { lastList } from './last-list.ts';

export async function welcomeView(settings: Settings): Promise<WelcomeView> {
  const reading = await lastList();
  const { asOf, timeZone } = momentNow();
  return {
    role: settings.role,
    me: settings.me,
    granted: await grantedOrigins(),
    firstList: reading
      ? buildFirstList(reading, { today: dayInZone(asOf, timeZone), calendar: settings.calendar, locale: undefined })
      : null,
    listFrom: reading ? new URL(reading.url).host : null,
  };
}
