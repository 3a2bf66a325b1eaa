import type { Day, Instant } from '../lib/deal/day.ts';
import type { Work } from './actions.ts';

export type SpaceLine = { kind: string; rows: number; bytes: number };

export type DataState = {
  space: SpaceLine[];
  /** What the browser says that all of it takes, and how much it would give; null where it does not say. */
  disk: { usage: number; quota: number; persisted: boolean } | null;
  reminder: string | null;
  lastBackupAt: Instant | null;
  /** `ask`: the browser wants to be asked again. Null: none was picked. */
  folder: {
    name: string;
    access: 'granted' | 'ask';
    copiedAt: Instant | null;
    locked: boolean;
    problem: string | null;
  } | null;
  canPickFolder: boolean;
  deals: { id: string; name: string; account: string; lastSeenAt: Instant }[];
  owners: string[];
  sites: { crm: string; tenant: string; deals: number }[];
  /** Pairs that may be one deal; `into` is the one seen last. */
  twins: { deal: string; into: string; name: string; why: 'same-record' | 'same-name' | 'file' }[];
  merged: { deal: string; name: string; at: Instant }[];
};

/** A file's own word on itself, before anything else in it was looked at. */
export type BackupLook = { locked: boolean; madeAt: Instant };

/** What a backup would change, counted in deals. */
export type RestoreReport = {
  madeAt: Instant;
  rows: number;
  added: number;
  grown: number;
  same: number;
  onlyHere: number;
};

export type ErasePick =
  | { what: 'deal'; deal: string }
  | { what: 'person'; names: string[] }
  | { what: 'site'; crm: string; tenant: string }
  | { what: 'before'; day: Day }
  | { what: 'everything'; keepSettings: boolean };

export type EraseReport = { deals: number; rows: number; renamed: number };

/** Each fails with the sentence to show. */
export type DataActions = {
  askToPersist(): Work;
  /** Null: not locked. */
  backUp(passphrase: string | null): Work;
  /** Must reach the browser's own question before any await. */
  pickFolder(passphrase: string | null): Work;
  allowFolder(): Work;
  copyNow(): Work;
  forgetFolder(): Work;
  look(file: File): Promise<BackupLook>;
  check(file: File, passphrase: string | null, told: (share: number) => void): Promise<RestoreReport>;
  restore(how: 'merge' | 'replace'): Promise<void>;
  dropCheck(): Work;
  merge(deal: string, into: string): Work;
  takeApart(deal: string): Work;
  countErasure(pick: ErasePick): Promise<EraseReport>;
  erase(pick: ErasePick): Promise<EraseReport>;
};
