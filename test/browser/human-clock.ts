import type { Locator } from '@playwright/test';

/**
 * How long a person would take, in seconds, without waiting for it: the keystroke-level model (Card, Moran, Newell) for
 * hands and decisions, 240 words a minute for reading. What a machine makes one wait for is measured.
 */
const SECONDS = { decide: 1.35, point: 1.1, press: 0.28, home: 0.4, wordRead: 0.25, scroll: 1.2 };

export type HumanClock = ReturnType<typeof humanClock>;

export function humanClock() {
  const steps: { what: string; seconds: number }[] = [];
  const add = (what: string, seconds: number) => void steps.push({ what, seconds });
  return {
    /** Every word that stands in it. */
    async read(what: string, where: Locator): Promise<void> {
      const words = (await where.innerText()).split(/\s+/).filter(Boolean).length;
      add(`reads ${what} (${words} words)`, words * SECONDS.wordRead);
    },
    async click(what: string, where: Locator): Promise<void> {
      await where.click();
      add(`clicks ${what}`, SECONDS.decide + SECONDS.point + SECONDS.press);
    },
    /** A click that a test cannot make: the browser's own prompt, a file dialog's file. */
    clickElsewhere: (what: string) => add(what, SECONDS.decide + SECONDS.point + SECONDS.press),
    async type(what: string, where: Locator, text: string): Promise<void> {
      await where.fill(text);
      add(`types ${what}`, SECONDS.decide + 2 * SECONDS.home + SECONDS.point + text.length * SECONDS.press);
    },
    scrolls: (times: number) => add(`scrolls ${times} times`, SECONDS.decide + times * SECONDS.scroll),
    async wait<T>(what: string, work: () => Promise<T>): Promise<T> {
      const from = Date.now();
      const done = await work();
      add(`waits for ${what}`, (Date.now() - from) / 1_000);
      return done;
    },
    steps,
    seconds: () => steps.reduce((sum, step) => sum + step.seconds, 0),
  };
}
