// Temporal is native in the browsers we ship to; Node 22 has none yet.
import 'temporal-polyfill/global';
import { teachVisibility } from './jsdom-visibility.ts';

teachVisibility(globalThis.Element?.prototype);
