// Dexie looks for a database when it is loaded, whichever test does that first.
import 'fake-indexeddb/auto';
// Temporal is native in the browsers we ship to; Node 22 has none yet.
import 'temporal-polyfill/global';
import fc from 'fast-check';
import { teachVisibility } from './jsdom-visibility.ts';

teachVisibility(globalThis.Element?.prototype);

// Each run draws its own cases unless it is told which to draw again.
const { SIDELINE_SEED } = process.env;
if (SIDELINE_SEED) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SIDELINE_SEED) });
