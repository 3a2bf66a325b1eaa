import type { KnownTeam } from '../known-team.ts';
import { changed } from './changed.ts';
import { dealLife } from './deal-life.ts';
import { forecast } from './forecast.ts';
import { gap } from './gap.ts';
import { link } from './link.ts';
import { people } from './people.ts';
import { pipeline, pipelineRows } from './pipeline.ts';
import { snapshotDraft, snapshotFreeze, snapshotSheet, snapshots, snapshotVerify, weeksUnfrozen } from './snapshots.ts';
import { sweep } from './sweep.ts';
import { today } from './today.ts';

/**
 * All that the page may ask of its worker: each a function of what is known and of what the page chose, in a file of its
 * own. Answers are plain data: they cross from one thread to the other.
 */
export const QUESTIONS = {
  today,
  pipeline,
  pipelineRows,
  dealLife,
  sweep,
  people,
  changed,
  forecast,
  gap,
  link,
  snapshots,
  weeksUnfrozen,
  snapshotDraft,
  snapshotSheet,
  snapshotFreeze,
  snapshotVerify,
} satisfies Record<string, (known: KnownTeam, chosen: never) => unknown>;

type Questions = typeof QUESTIONS;
export type QuestionName = keyof Questions;
export type Chosen<N extends QuestionName> = Parameters<Questions[N]>[1];
export type Answer<N extends QuestionName> = Awaited<ReturnType<Questions[N]>>;
