/** jsdom lays nothing out and has no `checkVisibility`: here it knows what is written on the elements themselves. */
export function teachVisibility(prototype: Element | undefined): void {
  if (!prototype || 'checkVisibility' in prototype) return;
  Object.assign(prototype, {
    checkVisibility(this: Element): boolean {
      const hostOf = (node: Node) => (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
      for (let at: Element | null = this; at; at = at.parentElement ?? hostOf(at)) {
        if (at.hasAttribute('hidden')) return false;
        const style = at.getAttribute('style');
        if (style && /(?:display:\s*none|visibility:\s*hidden)/i.test(style)) return false;
      }
      return true;
    },
  });
}
