import * as v from 'valibot';
import { listOf, recordOf, said, strict, text } from '../../deal/schema-parts.ts';
import { CHECKLIST_LIMITS, type Checklist, type ChecklistChoice, NO_CHOICE, ownKey, SHARED_KEYS } from './checklist.ts';

const id = said(40);

const item = v.pipe(
  strict({
    key: said(CHECKLIST_LIMITS.text + 10),
    asks: said(CHECKLIST_LIMITS.text),
    proof: text(CHECKLIST_LIMITS.text),
  }),
  v.check(({ key, asks }) => SHARED_KEYS.includes(key) || key === ownKey(asks, null)),
);

const items = v.pipe(
  listOf(item, CHECKLIST_LIMITS.items),
  v.minLength(1),
  v.check((list) => new Set(list.map(({ key }) => key)).size === list.length),
);

const ownSchema = listOf(
  strict({ id: v.pipe(id, v.startsWith('own-')), name: said(CHECKLIST_LIMITS.name), items }),
  CHECKLIST_LIMITS.own,
);

const pipelinesSchema = v.pipe(
  recordOf(said(CHECKLIST_LIMITS.pipeline), v.nullable(id)),
  v.check((pipelines) => Object.keys(pipelines).length <= CHECKLIST_LIMITS.pipelines),
);

const choiceSchema = strict({ own: ownSchema, everywhere: v.nullable(id), pipelines: pipelinesSchema });

/** A stored choice, part by part: what is broken never takes the rest with it. */
export function checkChoice(stored: unknown): ChecklistChoice {
  const part = <T>(name: keyof ChecklistChoice, schema: v.GenericSchema<T>): T | undefined => {
    const value = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>)[name] : undefined;
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    own: part<Checklist[]>('own', ownSchema as v.GenericSchema<Checklist[]>) ?? NO_CHOICE.own,
    everywhere: part('everywhere', v.nullable(id)) ?? NO_CHOICE.everywhere,
    pipelines: part('pipelines', pipelinesSchema) ?? NO_CHOICE.pipelines,
  };
}

export function isChoice(choice: unknown): choice is ChecklistChoice {
  return v.is(choiceSchema, choice);
}
