import type { SignalContext } from '../context.ts';

/** What sort of deal it is, as the page and the checklist say: pipeline and answers. Never a person. */
export function traitsOf(context: Pick<SignalContext, 'deal' | 'answers'>): string[] {
  const pipeline = context.deal.fields.pipeline?.value;
  const answers = [...context.answers()].map(([question, { answer }]) => `${question}: ${answer}`);
  return [...(pipeline ? [`pipeline: ${pipeline}`] : []), ...answers];
}
