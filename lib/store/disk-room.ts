/** The browser's database takes some megabytes at once where it puts its files in order. */
const LEAST_BYTES = 12 * 1024 * 1024;

/**
 * Whether the disk has room to write to a database. A write that fails half-way tears the browser's log, and each try to
 * open it on a full disk does so again, until the browser takes the database for lost and deletes it: so it is asked
 * before. `quota` is what the disk has left, and what we take, for an extension with unlimited storage. True where the
 * browser does not say.
 */
export async function diskHasRoom(): Promise<boolean> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return quota === undefined || usage === undefined || quota - usage >= LEAST_BYTES;
}
