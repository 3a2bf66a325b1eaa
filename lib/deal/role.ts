/** Whose eyes: a manager's or a rep's. The same facts and rules, other words and another order. */
export type Role = 'manager' | 'rep';
