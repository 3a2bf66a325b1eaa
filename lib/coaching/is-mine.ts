import { isOneOf } from '../deal/same-name.ts';
import type { DealNow } from './deals-now.ts';

export function isMine({ deal }: DealNow, me: string): boolean {
  return isOneOf(deal.fields.owner?.value, [me]);
}
