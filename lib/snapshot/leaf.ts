/** JSON as it is hashed: keys in order, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One part of a snapshot before it is frozen, in the order of the tree. Keys: `team`, `person <id>`, `deal <id>` (facts of
 * the company), `said <deal>` (texts in which people may be named), `note <n>` (the manager's lines).
 */
export type Leaf = { key: string; value: Json };
