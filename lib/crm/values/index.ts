export { cleanText, isEmptyMark } from './clean-text.ts';
export type { Parsed, ValueContext } from './context.ts';
export { parseDate } from './date.ts';
export { parseMachineDate, parseMachineMoney, parseMachineNumber } from './machine.ts';
export { parseMoney } from './money.ts';
export { parseNumber, parsePercent } from './number.ts';
