import type { Settings } from '../settings/settings.ts';

/** What figures of a team rest on besides histories: of all settings the parts that `judgedBy` and the roster read. */
export type TeamSettings = Pick<
  Settings,
  | 'calendar'
  | 'limits'
  | 'exits'
  | 'learnt'
  | 'fiscalYearStart'
  | 'weekStart'
  | 'people'
  | 'goal'
  | 'goals'
  | 'rates'
  | 'homeCurrency'
  | 'me'
>;
