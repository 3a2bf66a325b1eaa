import type { RecordMap } from './types.ts';

/** From pressing save to the page's answer; a refusal shows within that and is caught by the next input. */
const ENDING_MS = 700;

/**
 * Which deals' forms hold what a user typed and nobody saved. In CRMs whose values stand in inputs at all times an input
 * says nothing of that; what was typed since the last save does.
 */
export type Drafts = {
  /** An input event on the page of this deal. */
  typed(deal: string, target: EventTarget | null, unsaved: RecordMap['unsaved']): void;
  /** A press of a button or key; milliseconds until the form counts as saved, null where it saved nothing. */
  pressed(deal: string, event: Event, unsaved: RecordMap['unsaved'], now: number): number | null;
  /** Milliseconds for which this deal's form still counts as a draft; Infinity until something happens. */
  left(deal: string, now: number): number;
};

export function createDrafts(): Drafts {
  /** Where a form of the CRM shows drafts itself, only the input that is being typed in counts. */
  const typing = new Map<string, Element>();
  const unsavedForms = new Map<string, number>();

  return {
    typed(deal, target, unsaved) {
      const element = target as Element | null;
      if (!element || typeof element.closest !== 'function') return;
      if (!unsaved) typing.set(deal, element);
      else if (element.closest(unsaved.typed)) unsavedForms.set(deal, Number.POSITIVE_INFINITY);
    },
    pressed(deal, event, unsaved, now) {
      if (!unsaved || !unsavedForms.has(deal)) return null;
      const { key, ctrlKey, metaKey } = event as KeyboardEvent;
      const saves = key ? (ctrlKey || metaKey) && key.toLowerCase() === 's' : isOn(event.target, unsaved.ends);
      if (!saves) return null;
      unsavedForms.set(deal, now + ENDING_MS);
      return ENDING_MS;
    },
    left(deal, now) {
      const ends = unsavedForms.get(deal) ?? now;
      if (now >= ends) unsavedForms.delete(deal);
      const element = typing.get(deal);
      const focused = element && element === (element.getRootNode() as Document | ShadowRoot).activeElement;
      if (element && !focused) typing.delete(deal);
      return focused ? Number.POSITIVE_INFINITY : Math.max(0, ends - now);
    },
  };
}

function isOn(target: EventTarget | null, selector: string): boolean {
  const element = target as Element | null;
  return element !== null && typeof element.closest === 'function' && element.closest(selector) !== null;
}
