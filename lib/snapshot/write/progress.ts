/** How a slow writer is followed and stopped. */
export type WriteRun = {
  signal?: AbortSignal | undefined;
  /** The share of the rows that is written, 0 to 1. */
  told?: ((share: number) => void) | undefined;
};

/** A writer looks up after as many: a few milliseconds of work. */
export const ROWS_PER_TURN = 1_000;

/** Counts rows and says how far it is; between two turns messages come in, and a stopped run throws its signal's reason. */
export class Progress {
  private done = 0;
  private readonly total: number;
  private readonly run: WriteRun;

  constructor(total: number, run: WriteRun) {
    this.total = Math.max(1, total);
    this.run = run;
  }

  async turn(rows: number): Promise<void> {
    this.done += rows;
    this.run.signal?.throwIfAborted();
    this.run.told?.(Math.min(1, this.done / this.total));
    await new Promise<void>((resolve) => setTimeout(resolve));
    this.run.signal?.throwIfAborted();
  }
}
