/**
 * The version of the product's rules that build a snapshot: limits, weights and words as shipped, sums, categories, the
 * shape of leaves. Frozen with each snapshot, so that a replay that differs can say why.
 *
 * Raise it by one in the change that makes the same history give other leaves. `test/snapshot/engine.test.ts` holds the
 * hash of what a fixed history gives: it fails where that changed, and is written anew together with this number.
 */
export const ENGINE = '1';
