import { isElement } from './deep-select.ts';

/** More than any field's cap, so that cutting is done once, where the field's cap is known. */
const MOST_TEXT = 4_000;

/** Texts for screen readers and pictures, which are not part of a value. */
const NOT_VALUE = 'script,style,template,noscript,svg,[hidden],.slds-assistive-text,.visually-hidden,.sr-only';

/** Elements that stand on lines of their own; two of them side by side are two words. */
const BLOCK = /^(?:div|p|li|ul|ol|td|th|tr|br|h[1-6]|section|dt|dd|button|label)$/;

const EDITORS = 'input:not([type=checkbox],[type=radio],[type=hidden],[type=button],[type=submit]),textarea,select';
const MAY_EDIT = /^(?:input|textarea|select)$/;

/** The value a user could change here: the element itself or one inside it. */
export function editorIn(element: Element): Element | null {
  const own = MAY_EDIT.test(element.localName) && element.matches(EDITORS);
  const editor = own ? element : element.childElementCount > 0 ? element.querySelector(EDITORS) : null;
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
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      text += (node as Text).data.slice(0, MOST_TEXT - text.length);
      return;
    }
    if (!isElement(node) || node.matches(NOT_VALUE)) return;
    const around = BLOCK.test(node.localName) ? ' ' : '';
    text += around;
    const slotted = node.localName === 'slot' ? (node as HTMLSlotElement).assignedNodes?.() : undefined;
    if (slotted?.length) slotted.forEach(visit);
    else walk(node);
    text += around;
  };
  // From sibling to sibling: browsers take far longer to iterate over a list of nodes.
  const walk = (within: Element): void => {
    let node = (within.shadowRoot ?? within).firstChild;
    for (; node && text.length < MOST_TEXT; node = node.nextSibling) visit(node);
  };
  walk(element);
  return text;
}
