import { isOneOf } from '../deal/same-name.ts';
import type { DealNow } from './deals-now.ts';

export function isMine({ deal }: Pick<DealNow, 'deal'>, me: string): boolean {
  return isOneOf(deal.fields.owner?.value, [me]);
}
