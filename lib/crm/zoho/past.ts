import type { PastMap } from '../past-map.ts';

/** The related lists below hold fields of other records under the same names. */
const own = (column: string) =>
  [`#value_${column}`, `[data-zcqa="value_${column}"]`].map((one) => `${one}:not(#relatedLists *)`).join(', ');

export const past: PastMap = {
  contacts: [
    {
      holder: own('CONTACTID'),
      row: '[id="subvalue_CONTACTID"], [cx-prop-value]',
      name: ['@cx-prop-value', ''],
    },
  ],
  modified: { holder: own('MODIFIEDTIME'), day: ['#subvalue_MODIFIEDTIME', '@cx-prop-value', ''] },
};
