import type { SnapshotContent } from './content.ts';
import { withoutAmounts } from './mask/amounts.ts';
import { withoutNames } from './mask/names.ts';
import { pseudonymsOf } from './mask/pseudonyms.ts';

/** Names masked: "Person 1", "Deal 7", "Account 3". Out: not even told apart by a number. */
export type MaskOptions = SnapshotContent['left'];

/**
 * Contents as they may be handed on. What one of them names stands under the same mask in all of them, and under another
 * in what was masked apart from them. Ids and links give way with the names, and so do texts in which somebody may be named.
 */
export function maskContents(contents: readonly SnapshotContent[], { names, amounts }: MaskOptions): SnapshotContent[] {
  const bare = amounts === 'out' ? contents.map(withoutAmounts) : [...contents];
  if (names === 'kept') return bare;
  const pseudonyms = pseudonymsOf(bare);
  return bare.map((content) => withoutNames(content, pseudonyms, names));
}
