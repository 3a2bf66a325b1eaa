import type { WelcomeSite, WelcomeState } from '../../components/welcome-state.ts';
import { knowsHost } from '../../lib/crm/known-hosts.ts';
import type { WelcomeView } from '../../lib/messages/protocol.ts';
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

export function welcomeState(view: WelcomeView, asked: ReadonlyMap<string, 'asked' | 'refused'>): WelcomeState {
  const granted = view.granted.map(originOfPattern).filter((origin) => origin !== null);
  const sites = granted.map((origin) => siteOf(origin, 'granted'));
  for (const [origin, state] of asked) if (!granted.includes(origin)) sites.push(siteOf(origin, state));
  return {
    role: view.role,
    me: view.me,
    crms: CRMS.map(({ list: _, ...choice }) => choice),
    sites,
    list: view.firstList && view.listFrom ? { host: view.listFrom, answer: view.firstList } : null,
    waiting: granted.length > 0 && view.firstList === null,
    problem: null,
  };
}
