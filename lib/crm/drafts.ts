import type { Unsaved } from './types.ts';

/** From pressing save to the page's first sign of an answer: a refusal, or that it takes longer. */
const ENDING_MS = 700;

/**
 * Which deals' forms hold what a user typed and nobody saved. In CRMs whose values stand in inputs at all times an input
 * says nothing of that; what was typed since the last save does.
 */
export type Drafts = {
  /** An input event on the page of this deal. */
  typed(deal: string, target: EventTarget | null, unsaved: Unsaved | undefined): void;
  /** A press of a button or key; milliseconds until the form may count as saved, null where it saved nothing. */
  pressed(deal: string, event: Event, unsaved: Unsaved | undefined, now: number): number | null;
  /** Milliseconds for which this deal's form still counts as a draft; Infinity until something happens. */
  left(deal: string, now: number, unsaved: Unsaved | undefined, shows: (selector: string) => boolean): number;
};

export function createDrafts(): Drafts {
  /** Where a form of the CRM shows drafts itself, only the input that is being typed in counts. */
  const typing = new Map<string, Element>();
  const unsavedForms = new Map<string, number>();

  return {
    typed(deal, target, unsaved) {
      const element = elementOf(target);
      if (!element) return;
      if (!unsaved) typing.set(deal, element);
      else if (element.closest(unsaved.typed)) unsavedForms.set(deal, Number.POSITIVE_INFINITY);
    },
    pressed(deal, event, unsaved, now) {
      if (!unsaved) return null;
      if (isEdit(event, unsaved)) unsavedForms.set(deal, Number.POSITIVE_INFINITY);
      if (!unsavedForms.has(deal)) return null;
      const { key, ctrlKey, metaKey } = event as KeyboardEvent;
      const saves = key ? (ctrlKey || metaKey) && key.toLowerCase() === 's' : isOn(event.target, unsaved.ends);
      if (!saves) return null;
      unsavedForms.set(deal, now + ENDING_MS);
      return ENDING_MS;
    },
    left(deal, now, unsaved, shows) {
      let ends = unsavedForms.get(deal) ?? now;
      if (unsavedForms.has(deal) && now >= ends) {
        ends = now;
        if (unsaved && shows(unsaved.refused)) ends = Number.POSITIVE_INFINITY;
        else if (unsaved && shows(unsaved.busy)) ends = now + ENDING_MS;
        if (ends > now) unsavedForms.set(deal, ends);
        else unsavedForms.delete(deal);
      }
      const element = typing.get(deal);
      const focused = element && element === (element.getRootNode() as Document | ShadowRoot).activeElement;
      if (element && !focused) typing.delete(deal);
      return focused ? Number.POSITIVE_INFINITY : Math.max(0, ends - now);
    },
  };
}

/** Some pages answer a letter in a field (a date moved by "m") or a press beside it themselves, with no input event. */
function isEdit(event: Event, unsaved: Unsaved): boolean {
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  if (!key) return isOn(event.target, unsaved.picks);
  if (key.length > 1 || ctrlKey || metaKey || altKey || !isOn(event.target, unsaved.typed)) return false;
  return isOn(event.target, 'input:not([readonly],:disabled),textarea:not([readonly],:disabled)');
}

function elementOf(target: EventTarget | null): Element | null {
  const element = target as Element | null;
  return element !== null && typeof element.closest === 'function' ? element : null;
}

function isOn(target: EventTarget | null, selector: string): boolean {
  return elementOf(target)?.closest(selector) != null;
}
