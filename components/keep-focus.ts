import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * An action may take its own button away with it, such as "Asked". The keyboard then goes on from the card or section, and
 * not from the top of the page that it stands on: the focus moves while the button still stands there.
 */
export function useKeptFocus(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      const root = element?.getRootNode() as Document | ShadowRoot | undefined;
      if (element && root?.activeElement === element) element.closest<HTMLElement>('[tabindex="-1"]')?.focus();
    };
  }, []);
  return button;
}
