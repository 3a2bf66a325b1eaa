/** For the first field of a form that a click asked for. One function for all, so that it runs once, on mounting. */
export function focusFirst(input: HTMLInputElement | null) {
  input?.focus();
}
