import { LIMITS } from '../deal/reading.ts';

/** The rule in the evidence of what a file said: its name stands before the column. */
export const ruleInFile = (file: string, rule: string): string => `${file} · ${rule}`.slice(0, LIMITS.name);
