import { it } from 'vitest';
import { teamContext } from '../../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { gapScreen } from '../../../lib/team/gap/gap-screen.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { recordTeam } from '../../evaluate/record-team.ts';
import { usd } from '../../coaching/make-history.ts';
it('x', () => {
  const NOW = Date.parse('2026-11-27T12:00:00Z');
  const moment = { asOf: NOW, knownAt: NOW, timeZone: 'UTC' };
  const histories = recordTeam(11, '2026-11-27');
  const usual = teamContext(histories, moment);
  for (const goal of [{ quarter: '2026-Q4', amount: usd(1_500_000) }, null]) {
    const settings = { ...DEFAULT_SETTINGS, goal };
    const team = teamAt(histories, moment, settings, usual);
    const t0 = performance.now();
    const s = gapScreen({ team, at: (asOf) => teamAt(histories, { ...moment, asOf }, settings), usual, whose: { person: null, team: null }, role: 'manager', locale: 'en-US' });
    console.log(performance.now() - t0);
    console.log(JSON.stringify(s, (k, v) => (k === 'rows' || k === 'open' || k === 'tried') && Array.isArray(v) ? `[${v.length}]` : v, 1));
  }
});
