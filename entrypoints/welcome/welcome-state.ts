import type { WelcomeSite, WelcomeState } from '../../components/welcome-state.ts';
import { buildFirstList } from '../../lib/coaching/build-first-list.ts';
import { knowsHost } from '../../lib/crm/known-hosts.ts';
import { dayInZone } from '../../lib/deal/day.ts';
import type { WelcomeView } from '../../lib/messages/protocol.ts';
import { underPolicy } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { CRMS } from './crms.ts';

function siteOf(origin: string, state: WelcomeSite['state']): WelcomeSite {
  const url = new URL(origin);
  const crm = knowsHost(url);
  const list = CRMS.find(({ id }) => id === crm?.id)?.list ?? '/';
  return { origin, host: url.host, crm: crm?.name ?? null, state, listUrl: new URL(list, origin).href };
}

/** A granted pattern with a wildcard host names no site to open; it stands for itself. */
function originOfPattern(pattern: string): string | null {
  const bare = pattern.replace(/\/\*$/, '');
  return bare.includes('*') || !URL.canParse(bare) ? null : bare;
}

function listSettings({ calendar }: WelcomeView) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { today: dayInZone(Date.now(), timeZone), calendar, locale: undefined };
}

/** `policy`: what the organisation set. */
export function welcomeState(
  view: WelcomeView,
  asked: ReadonlyMap<string, 'asked' | 'refused'>,
  policy: unknown,
): WelcomeState {
  const granted = view.granted.map(originOfPattern).filter((origin) => origin !== null);
  const sites = granted.map((origin) => siteOf(origin, 'granted'));
  for (const [origin, state] of asked) if (!granted.includes(origin)) sites.push(siteOf(origin, state));
  return {
    role: view.role,
    isRoleLocked: underPolicy(DEFAULT_SETTINGS, policy).locked.includes('role'),
    me: view.me,
    crms: CRMS.map(({ list: _, ...choice }) => choice),
    sites,
    list: view.list && { host: new URL(view.list.url).host, answer: buildFirstList(view.list, listSettings(view)) },
    waiting: granted.length > 0 && view.list === null,
    problem: null,
  };
}
