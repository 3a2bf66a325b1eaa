import type { CheckFound } from '../../components/check-state.ts';
import type { Instant } from '../../lib/deal/day.ts';
import type { CoursePoint } from '../../lib/risk/course.ts';
import type { Model } from '../../lib/risk/learn/model.ts';
import type { Settings } from '../../lib/settings/settings.ts';

/** All that the page may ask of its worker, under the settings as they stand, and what comes back. */
export type Requests = {
  /** `shift`: by how much the base rate has moved by now, under the model that is kept. */
  check: { ask: { settings: Settings }; answer: { found: CheckFound; shift: number } };
  learn: { ask: { settings: Settings }; answer: { model: Model; shift: number } };
  course: { ask: { settings: Settings; deal: string; until: Instant }; answer: CoursePoint[] };
};

export type RequestName = keyof Requests;
export type ToWorker = { [N in RequestName]: { id: number; name: N; ask: Requests[N]['ask'] } }[RequestName];
