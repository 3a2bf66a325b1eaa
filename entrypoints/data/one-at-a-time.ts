const NAME = 'sideline-restore';

/**
 * One page at a time looks through a backup: it stands in one database. Gives what ends it; throws the sentence to show
 * where another page is at it.
 */
export function takeTurn(): Promise<() => void> {
  return new Promise((resolve, reject) => {
    void navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
      if (!lock) {
        reject(new Error('Another page of Sideline is looking through a backup. Finish there first.'));
        return undefined;
      }
      return new Promise<void>((end) => resolve(end));
    });
  });
}

/** For what a page left behind that was closed in the middle; nothing is done while another page is at work. */
export async function ifNobodyIsAtIt(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}
