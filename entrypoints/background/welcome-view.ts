import type { WelcomeView } from '../../lib/messages/protocol.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { grantedOrigins } from './access.ts';
import { lastList } from './last-list.ts';

export async function welcomeView({ role, me, calendar }: Settings): Promise<WelcomeView> {
  return { role, me, calendar, granted: await grantedOrigins(), list: await lastList() };
}
