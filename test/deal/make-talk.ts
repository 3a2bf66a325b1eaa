import type { OneToOne } from '../../lib/deal/talk.ts';
import { MONDAY } from './make-reading.ts';

/** A talk with Kim Olsen that goes on, with nothing written yet. */
export const talk = (part: Partial<OneToOne> = {}): OneToOne => ({
  ...{ id: 'talk-1', person: 'Kim Olsen', on: '2026-11-02', startedAt: MONDAY, changedAt: MONDAY, endedAt: null },
  ...{ notes: {}, picked: null, whole: null, practice: '', nextOn: null },
  ...part,
});
