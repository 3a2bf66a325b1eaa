const TYPED_IN = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable]';

/**
 * Whether a key is meant for the screen: not while something is typed or chosen in a field, not while an input method puts
 * a character together, and not with a key that is the browser's.
 */
export function isForScreen(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !(event.target instanceof Element && event.target.closest(TYPED_IN));
}
