/** A file that cannot be read, in the sentences to show: what happened, and what to do. Nothing was stored. */
export class ImportProblem extends Error {
  override name = 'ImportProblem';
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`;
}
