/** The browser's database takes some megabytes at once where it puts its files in order. */
const LEAST_BYTES = 12 * 1024 * 1024;
/** No other program fills so much between two questions. */
const PLENTY_BYTES = 2 * 1024 ** 3;
const PLENTY_MS = 5_000;

let plentyUntil = Number.NEGATIVE_INFINITY;

/**
 * Whether the disk has room to write to a database. A write that fails half-way tears the browser's log, and each try to
 * open it on a full disk does so again, until the browser takes the database for lost and deletes it: so it is asked
 * before. `quota` is what the disk has left, and what we take, for an extension with unlimited storage. True where the
 * browser does not say. Asking costs a quarter of what recording a look does: where there is plenty it is not asked again
 * for some seconds.
 */
export async function diskHasRoom(): Promise<boolean> {
  if (performance.now() < plentyUntil) return true;
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (quota === undefined || usage === undefined) return true;
  if (quota - usage >= PLENTY_BYTES) plentyUntil = performance.now() + PLENTY_MS;
  return quota - usage >= LEAST_BYTES;
}
