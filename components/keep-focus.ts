/**
 * An action may take its own button away with it, such as "Asked". The keyboard then goes on from the card, and not from
 * the top of the page that the card stands on. Called at the click; what it gives back is called once the action is done.
 */
export function keepFocus(button: HTMLElement): () => void {
  const root = button.getRootNode() as Document | ShadowRoot;
  const card = button.closest<HTMLElement>('.card');
  if (!card || root.activeElement !== button) return () => {};
  return () =>
    requestAnimationFrame(() => {
      const isLost = !root.activeElement || root.activeElement === document.body;
      if (isLost && !button.isConnected) card.focus();
    });
}
