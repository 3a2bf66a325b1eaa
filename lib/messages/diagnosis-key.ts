import type { Diagnosis } from '../deal/diagnosis.ts';

/** Where the script that diagnoses a page leaves what it found, for the popup to take. */
export const DIAGNOSIS = 'sideline.diagnosis';

export type DiagnosisWorld = { [DIAGNOSIS]?: Promise<Diagnosis> };
