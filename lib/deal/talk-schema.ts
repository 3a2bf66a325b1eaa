import * as v from 'valibot';
import { day, instant, said, someOf, strict, text } from './schema-parts.ts';
import { TALK_LIMITS, TALK_PARTS } from './talk.ts';

export const talkSchema = strict({
  id: said(TALK_LIMITS.id),
  person: said(TALK_LIMITS.person),
  on: day,
  startedAt: instant,
  changedAt: instant,
  endedAt: v.nullable(instant),
  notes: someOf(TALK_PARTS, text(TALK_LIMITS.note)),
  picked: v.nullable(text(TALK_LIMITS.id)),
  whole: v.nullable(v.boolean()),
  practice: text(TALK_LIMITS.practice),
  nextOn: v.nullable(day),
});
