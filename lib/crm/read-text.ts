import { isElement } from './deep-select.ts';

/** More than any field's cap, so that cutting is done once, where the field's cap is known. */
const MOST_TEXT = 4_000;

/** Texts for screen readers and pictures, which are not part of a value. */
const NOT_VALUE = 'script,style,template,noscript,svg,[hidden],.slds-assistive-text,.visually-hidden,.sr-only';

/** Elements that stand on lines of their own; two of them side by side are two words. */
const BLOCK = /^(?:div|p|li|ul|ol|td|th|tr|br|h[1-6]|section|dt|dd|button|label)$/;

const EDITORS = 'input:not([type=checkbox],[type=radio],[type=hidden],[type=button],[type=submit]),textarea,select';

/** The value a user could change here: the element itself or one inside it. */
export function editorIn(element: Element): Element | null {
  const editor = element.matches(EDITORS) ? element : element.querySelector(EDITORS);
  return editor && !editor.matches(':disabled,[readonly]') ? editor : null;
}

/** An input's `value` property (its attribute is only where it began), a choice's visible text, else what is written. */
export function textOf(element: Element): string {
  if (element.localName === 'select') {
    const select = element as HTMLSelectElement;
    return select.selectedOptions[0]?.textContent ?? '';
  }
  if (element.localName === 'input' || element.localName === 'textarea') {
    return (element as HTMLInputElement | HTMLTextAreaElement).value.slice(0, MOST_TEXT);
  }
  if (element.childElementCount === 0 && !element.shadowRoot) {
    return (element.textContent ?? '').slice(0, MOST_TEXT);
  }
  const parts: string[] = [];
  let room = MOST_TEXT;
  const walk = (node: Node): void => {
    if (room <= 0) return;
    if (node.nodeType === 3) {
      const piece = (node as Text).data.slice(0, room);
      room -= piece.length;
      parts.push(piece);
      return;
    }
    if (!isElement(node) || node.matches(NOT_VALUE)) return;
    const block = BLOCK.test(node.localName);
    if (block) parts.push(' ');
    const slotted = node.localName === 'slot' ? (node as HTMLSlotElement).assignedNodes?.() : undefined;
    for (const child of slotted?.length ? slotted : (node.shadowRoot ?? node).childNodes) walk(child);
    if (block) parts.push(' ');
  };
  for (const child of (element.shadowRoot ?? element).childNodes) walk(child);
  return parts.join('');
}
