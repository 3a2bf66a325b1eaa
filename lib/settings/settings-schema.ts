import * as v from 'valibot';
import { FIELD_NAMES } from '../deal/fields.ts';
import { LIMITS } from '../deal/reading.ts';
import { moneySchema } from '../deal/reading-schema.ts';
import { day, listOf, recordOf, said, strict, text, whole } from '../deal/schema-parts.ts';
import { exitsSchema } from '../process/exits-schema.ts';
import { modelSchema } from '../risk/learn/model-schema.ts';
import { userLimitsSchema } from '../risk/limits-schema.ts';
import { BADGE_MEANINGS, DEFAULT_SETTINGS, MOST_VIEWS, type Settings, type SiteSettings } from './settings.ts';

const workday = whole(1, 7);
const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));

const siteSchema = strict({
  state: v.picklist(['on', 'off']),
  open: v.boolean(),
  dateOrder: v.nullable(v.picklist(['dmy', 'mdy', 'ymd'])),
  currency: v.nullable(currency),
  lost: v.optional(recordOf(text(LIMITS.name + LIMITS.id), v.array(v.picklist(FIELD_NAMES)))),
});

const name = said(LIMITS.name);
const perhaps = v.nullable(name);

const learntWith = <S extends v.GenericSchema>(model: S) =>
  strict({ on: v.boolean(), model, shift: v.pipe(v.number(), v.minValue(-10), v.maxValue(10)) });

const partSchemas = {
  version: v.literal(1),
  role: v.picklist(['manager', 'rep']),
  me: perhaps,
  calendar: strict({
    workdays: v.pipe(listOf(workday, 7), v.minLength(1)),
    holidays: listOf(day, 400),
  }),
  fiscalYearStart: whole(1, 12),
  weekStart: workday,
  homeCurrency: v.nullable(currency),
  rates: listOf(
    strict({ from: currency, to: currency, rate: v.pipe(v.number(), v.minValue(1e-9), v.maxValue(1e9)), on: day }),
    2_000,
  ),
  goal: v.nullable(strict({ quarter: said(20), amount: moneySchema })),
  people: v.array(
    strict({
      ...{ name, aliases: v.array(name), team: perhaps },
      ...{ mine: v.nullable(v.boolean()), left: v.optional(v.literal(true)) },
    }),
  ),
  goals: v.array(
    strict({ person: perhaps, team: perhaps, period: strict({ from: day, to: day }), amount: moneySchema }),
  ),
  limits: userLimitsSchema,
  exits: exitsSchema,
  learnt: learntWith(v.nullable(modelSchema)),
  sites: recordOf(text(LIMITS.url), siteSchema),
  marks: strict({ list: v.boolean(), board: v.boolean() }),
  views: listOf(
    strict({
      ...{ url: text(LIMITS.url), crm: text(LIMITS.id), tenant: text(LIMITS.id), page: v.picklist(['list', 'board']) },
      ...{ name, kind: v.picklist(['open', 'closed']), person: perhaps },
    }),
    MOST_VIEWS,
  ),
  badge: v.picklist(BADGE_MEANINGS),
  hidden: v.boolean(),
  welcomed: v.boolean(),
};

export const settingsSchema = strict(partSchemas);

/** `problems` name the parts that were not understood, for the user to see: those hold their defaults. */
export type CheckedSettings = { settings: Settings; problems: string[] };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings from a stored row, part by part: what is broken never takes the rest with it. */
export function checkSettings(stored: unknown): CheckedSettings {
  const settings = structuredClone(DEFAULT_SETTINGS);
  if (stored === undefined) return { settings, problems: [] };
  if (!isRecord(stored)) return { settings, problems: ['settings'] };
  const problems: string[] = [];
  const take = <K extends keyof Settings>(part: K, schema: v.GenericSchema<Settings[K]>) => {
    if (!(part in stored)) return;
    const parsed = v.safeParse(schema, stored[part]);
    if (parsed.success) settings[part] = parsed.output;
    else problems.push(part);
  };
  take('version', partSchemas.version);
  take('role', partSchemas.role);
  take('me', partSchemas.me);
  take('calendar', partSchemas.calendar);
  take('fiscalYearStart', partSchemas.fiscalYearStart);
  take('weekStart', partSchemas.weekStart);
  take('homeCurrency', partSchemas.homeCurrency);
  take('rates', partSchemas.rates);
  take('goal', partSchemas.goal);
  take('people', partSchemas.people);
  take('goals', partSchemas.goals);
  take('limits', partSchemas.limits);
  take('exits', partSchemas.exits);
  // A model of another version is no fault: it is learnt anew, and whether to learn at all stays said.
  take('learnt', learntWith(v.fallback(v.nullable(modelSchema), null)));
  take('marks', partSchemas.marks);
  take('views', partSchemas.views);
  take('badge', partSchemas.badge);
  take('hidden', partSchemas.hidden);
  take('welcomed', partSchemas.welcomed);
  settings.sites = checkSites(stored.sites, problems);
  return { settings, problems };
}

function checkSites(stored: unknown, problems: string[]): Record<string, SiteSettings> {
  const sites: Record<string, SiteSettings> = {};
  if (stored === undefined) return sites;
  if (!isRecord(stored)) {
    problems.push('sites');
    return sites;
  }
  for (const [origin, site] of Object.entries(stored)) {
    const parsed = v.safeParse(siteSchema, site);
    if (parsed.success) sites[origin] = parsed.output;
    else problems.push(`sites ${origin}`);
  }
  return sites;
}

/** Which part is not valid; null where all are. */
export function settingsProblem(settings: unknown): string | null {
  const parsed = v.safeParse(settingsSchema, settings);
  if (parsed.success) return null;
  return v.getDotPath(parsed.issues[0]) || 'settings';
}
