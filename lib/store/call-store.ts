import * as v from 'valibot';
import type { ForecastCall } from '../deal/forecast-call.ts';
import { callSchema } from '../deal/forecast-call-schema.ts';
import { connect } from './connection.ts';
import { type Database, tablesIn } from './schema.ts';
import { StoreError } from './store-error.ts';

/** Forecast calls. For pages of our own: none of it is in the background. */
export type CallStore = {
  /** All on record, in the order in which they were said. */
  calls(): Promise<ForecastCall[]>;
  /** Adds one; a call that was said stays as it is. */
  sayCall(call: ForecastCall): Promise<void>;
  close(): void;
};

export function openCalls(name = 'sideline'): CallStore {
  const { run, write, close } = connect(name);
  return {
    calls: () => run(readCalls),
    sayCall: (call) => write((db) => sayCall(db, call)),
    close,
  };
}

/** A row that is no call, such as one of a file that was written by hand, is left out. */
async function readCalls(db: Database): Promise<ForecastCall[]> {
  if (tablesIn(db, ['calls']).length === 0) return [];
  const rows = await db.calls.toArray();
  return rows.filter((row) => v.is(callSchema, row)).sort((a, b) => a.saidAt - b.saidAt);
}

async function sayCall(db: Database, call: ForecastCall): Promise<void> {
  if (!v.is(callSchema, call)) throw new StoreError('invalid', 'This is no call.');
  await db.calls.add(call);
}
