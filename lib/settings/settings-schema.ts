import * as z from 'zod/mini';
import { isDay } from '../deal/day.ts';
import { FIELD_NAMES } from '../deal/fields.ts';
import { LIMITS } from '../deal/reading.ts';
import { moneySchema } from '../deal/reading-schema.ts';
import { DEFAULT_SETTINGS, type Settings, type SiteSettings } from './settings.ts';

// The extension's pages forbid eval; zod would try it once and leave a report in the console.
z.config({ jitless: true });

const day = z.string().check(z.refine(isDay));
const workday = z.int().check(z.minimum(1), z.maximum(7));

const siteSchema = z.strictObject({
  state: z.enum(['on', 'off']),
  open: z.boolean(),
  dateOrder: z.nullable(z.enum(['dmy', 'mdy', 'ymd'])),
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  lost: z.optional(z.record(z.string().check(z.maxLength(LIMITS.name + LIMITS.id)), z.array(z.enum(FIELD_NAMES)))),
});

const name = z.string().check(z.minLength(1), z.maxLength(LIMITS.name));
const perhaps = z.nullable(name);

const partSchemas = {
  version: z.literal(1),
  role: z.enum(['manager', 'rep']),
  me: perhaps,
  calendar: z.strictObject({
    workdays: z.array(workday).check(z.minLength(1), z.maxLength(7)),
    holidays: z.array(day).check(z.maxLength(400)),
  }),
  fiscalYearStart: z.int().check(z.minimum(1), z.maximum(12)),
  goal: z.nullable(z.strictObject({ quarter: z.string().check(z.minLength(1), z.maxLength(20)), amount: moneySchema })),
  people: z.array(z.strictObject({ name, aliases: z.array(name), team: perhaps, mine: z.boolean() })),
  goals: z.array(
    z.strictObject({
      person: perhaps,
      team: perhaps,
      period: z.strictObject({ from: day, to: day }),
      amount: moneySchema,
    }),
  ),
  sites: z.record(z.string().check(z.maxLength(LIMITS.url)), siteSchema),
  marks: z.strictObject({ list: z.boolean(), board: z.boolean() }),
  hidden: z.boolean(),
  welcomed: z.boolean(),
};

export const settingsSchema = z.strictObject(partSchemas);

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
  const take = <K extends keyof Settings>(part: K, schema: z.ZodMiniType<Settings[K]>) => {
    if (!(part in stored)) return;
    const parsed = schema.safeParse(stored[part]);
    if (parsed.success) settings[part] = parsed.data;
    else problems.push(part);
  };
  take('version', partSchemas.version);
  take('role', partSchemas.role);
  take('me', partSchemas.me);
  take('calendar', partSchemas.calendar);
  take('fiscalYearStart', partSchemas.fiscalYearStart);
  take('goal', partSchemas.goal);
  take('people', partSchemas.people);
  take('goals', partSchemas.goals);
  take('marks', partSchemas.marks);
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
    const parsed = siteSchema.safeParse(site);
    if (parsed.success) sites[origin] = parsed.data;
    else problems.push(`sites ${origin}`);
  }
  return sites;
}

/** Which part is not valid; null where all are. */
export function settingsProblem(settings: unknown): string | null {
  const parsed = settingsSchema.safeParse(settings);
  if (parsed.success) return null;
  return parsed.error.issues[0]?.path.join('.') || 'settings';
}
