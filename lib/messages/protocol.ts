/**
 * The one protocol between page, background and extension pages. The receiver parses what arrives, whoever claims to
 * have sent it; a page may only speak for the deal that stands in its own tab. Values on the wire are JSON: ISO days,
 * integers in minor units.
 */
import * as v from 'valibot';
import type { DealCard, ListCard } from '../coaching/card.ts';
import type { DateOrder, WorkCalendar } from '../deal/day.ts';

import { pastLookSchema } from '../deal/past-schema.ts';
import { LIMITS, type Reading } from '../deal/reading.ts';
import { readingSchema } from '../deal/reading-schema.ts';
import type { Role } from '../deal/role.ts';
import { day, strict, text, whole } from '../deal/schema-parts.ts';
import { exitsSchema } from '../process/exits-schema.ts';
import { PROOF_LIMITS } from '../process/stage-exits.ts';
import { modelSchema } from '../risk/learn/model-schema.ts';
import { userLimitsSchema } from '../risk/limits-schema.ts';
import type { TaughtMap } from '../teach/taught-map.ts';
import { taughtMapSchema } from '../teach/taught-schema.ts';

const id = text(LIMITS.id);
const origin = text(LIMITS.url);
const tab = v.pipe(v.number(), v.safeInteger());

/** A lesson as JSON, which nobody but the lesson's own script looks into. */
const LONGEST_LESSON = 60_000;

/** Messages that content scripts may send. */
export const fromPage = {
  'site.get': strict({}),
  'reading.record': strict({ reading: readingSchema, overlay: v.boolean() }),
  /** What a record's page shows of the past, once it stood still. */
  'past.record': pastLookSchema,
  'deal.left': strict({}),
  /** What was taught of this site, for its pages to be read by. */
  'taught.get': strict({}),
  /** The readers that were taught stand ready in this page: it may be read by them. */
  'taught.ready': strict({}),
  'teach.get': strict({}),
  /** Null: the lesson is over. */
  'teach.keep': strict({ lesson: v.nullable(text(LONGEST_LESSON)) }),
  'teach.save': strict({ map: taughtMapSchema }),
  'card.get': strict({}),
  'overlay.toggled': strict({ open: v.boolean() }),
  /** The card of a deal that stands in this tab's list; null: the list itself again. */
  'list.pick': strict({ deal: v.nullable(id) }),
  'marks.set': strict({ page: v.picklist(['list', 'board']), on: v.boolean() }),
} as const;

/** Actions on a deal, from its overlay or from the popup. */
export const onDeal = {
  /** What a date such as 03/09/2027 means on the deal's site. */
  'date-order.set': strict({ deal: id, order: v.picklist(['dmy', 'mdy', 'ymd']) }),
  'prompt.note': strict({
    deal: id,
    prompt: id,
    signal: id,
    basis: text(LIMITS.text),
    kind: v.picklist(['asked', 'proof-seen']),
  }),
  /** Whether what proves the end of a stage was seen, or the answer to a question of the checklist. */
  'proof.answer': strict({
    deal: id,
    question: text(PROOF_LIMITS.text + PROOF_LIMITS.stage + 20),
    answer: v.picklist(['yes', 'partly', 'no', 'unknown']),
    proof: v.optional(text(LIMITS.name)),
    saidBy: v.optional(text(LIMITS.name)),
  }),
  'promise.make': strict({
    deal: id,
    what: text(LIMITS.name),
    who: text(LIMITS.name),
    side: v.picklist(['ours', 'theirs']),
    by: day,
    proof: v.nullable(text(LIMITS.name)),
  }),
  'promise.settle': strict({
    deal: id,
    id,
    as: v.picklist(['kept', 'missed', 'dropped']),
    reason: v.nullable(text(LIMITS.name)),
  }),
  'promise.move': strict({ deal: id, id, by: day }),
  'wait.agree': strict({ deal: id, what: text(LIMITS.name), saidBy: text(LIMITS.name), until: day }),
  'wait.end': strict({ deal: id, id }),
  /** Quiet for three workdays, or no longer. */
  'deal.snooze': strict({ deal: id, on: v.boolean() }),
} as const;

/** Messages that only our own pages may send. */
export const fromExtension = {
  'popup.get': strict({ tab: v.nullable(tab), url: v.nullable(text(LIMITS.url * 4)) }),
  'welcome.get': strict({}),
  /** Puts the lesson into a tab. `corrects`: the reader one of whose fields stands elsewhere. */
  'teach.start': strict({ tab, origin, corrects: v.nullable(id) }),
  'taught.has': strict({ origin }),
  'taught.forget': strict({ origin }),
  /** The map of a site was written by one of our own pages. */
  'taught.changed': strict({ origin }),
  /** What is on record was restored or erased by one of our own pages. */
  'data.changed': strict({}),
  /** An alarm, what was put off or when to remind was written by one of our own pages. */
  'reminders.changed': strict({}),
  'settings.change': strict({
    /** Refused as stale where it no longer holds `over`, its JSON as the sender last read it. */
    judging: v.optional(strict({ over: v.string(), limits: userLimitsSchema, exits: exitsSchema })),
    learnt: v.optional(
      strict({
        on: v.optional(v.boolean()),
        /** Gives way to what was learnt later. */
        found: v.optional(strict({ model: modelSchema, shift: v.pipe(v.number(), v.minValue(-10), v.maxValue(10)) })),
      }),
    ),
    role: v.optional(v.picklist(['manager', 'rep'])),
    me: v.optional(v.nullable(text(LIMITS.name))),
    welcomed: v.optional(v.boolean()),
    goal: v.optional(v.nullable(strict({ minor: whole(0, Number.MAX_SAFE_INTEGER), currency: text(3) }))),
    site: v.optional(
      strict({
        origin,
        state: v.optional(v.picklist(['on', 'off'])),
        dateOrder: v.optional(v.nullable(v.picklist(['dmy', 'mdy', 'ymd']))),
        currency: v.optional(v.nullable(text(3))),
      }),
    ),
  }),
} as const;

/** From anywhere: the one key works in the overlay too. */
export const fromBoth = { 'overlay.hide-everywhere': strict({}) } as const;

export const requests = { ...fromPage, ...onDeal, ...fromExtension, ...fromBoth } as const;
export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestData<N extends RequestName> = v.InferOutput<Requests[N]>;

/** `code` for tests and logs; `sentence` is what the user reads: what happened, what is safe, what to do. */
export type Refusal = { ok: false; code: RefusalCode; sentence: string };
export type RefusalCode = 'invalid-message' | 'wrong-sender' | 'unknown-deal' | 'disk-full' | 'stale' | 'failed';

/** What stands on a page that holds a deal or a list of them; with neither there is only something to say. */
export type OverlayView = {
  /** The deal of a record's page, or the one that was picked in a list. */
  card: DealCard | null;
  list: ListCard | null;
  me: string | null;
  open: boolean;
  hidden: boolean;
  notice: string | null;
};

export type PopupView =
  | { kind: 'deal'; card: DealCard; origin: string }
  /** No deal: what there is to do today the popup works out itself. `origin`: the site of this tab if it may be read; `unknown`: its origin if no reader knows it. */
  | { kind: 'elsewhere'; origin: string | null; unknown: string | null; welcomed: boolean }
  | { kind: 'not-granted'; crm: string; origin: string }
  | { kind: 'site-off'; crm: string | null; origin: string };

export type WelcomeView = {
  role: Role;
  me: string | null;
  granted: string[];
  calendar: WorkCalendar;
  /** The list that was read last; the page itself answers from it. */
  list: Reading | null;
};

export type Replies = {
  'site.get': { ok: true; on: boolean; dateOrder: DateOrder | null; currency: string | null };
  /** The view is for an overlay that stands in the page; one that is put into it asks for its own. */
  'reading.record': { ok: true; view: OverlayView | null };
  'past.record': { ok: true };
  'deal.left': { ok: true };
  'taught.get': { ok: true; map: TaughtMap | null };
  'taught.ready': { ok: true };
  /** Null: no lesson stands in this tab. `kept`: how far it had come on another page. */
  'teach.get': { ok: true; lesson: { corrects: string | null; kept: string | null; map: TaughtMap | null } | null };
  'teach.keep': { ok: true };
  'teach.save': { ok: true };
  'teach.start': { ok: true };
  'taught.has': { ok: true; taught: boolean };
  'taught.forget': { ok: true };
  'taught.changed': { ok: true };
  'data.changed': { ok: true };
  'reminders.changed': { ok: true };
  'card.get': { ok: true; view: OverlayView | null };
  'overlay.toggled': { ok: true };
  'list.pick': { ok: true; view: OverlayView | null };
  'marks.set': { ok: true };
  'date-order.set': { ok: true; card: DealCard };
  'prompt.note': { ok: true; card: DealCard };
  'proof.answer': { ok: true; card: DealCard };
  'promise.make': { ok: true; card: DealCard };
  'promise.settle': { ok: true; card: DealCard };
  'promise.move': { ok: true; card: DealCard };
  'wait.agree': { ok: true; card: DealCard };
  'wait.end': { ok: true; card: DealCard };
  'deal.snooze': { ok: true; card: DealCard };
  'popup.get': { ok: true; view: PopupView; me: string | null; hidden: boolean; problems: string[] };
  'welcome.get': { ok: true; view: WelcomeView };
  'settings.change': { ok: true };
  'overlay.hide-everywhere': { ok: true; hidden: boolean };
};

export type Reply<N extends RequestName> = Replies[N] | Refusal;
