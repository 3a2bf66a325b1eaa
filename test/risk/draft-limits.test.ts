import { describe, expect, it } from 'vitest';
import { DEFAULT_EXITS } from '../../lib/process/stage-exits.ts';
import { addEdit, changesBetween, type DraftEdit, withEdits } from '../../lib/risk/draft-limits.ts';
import type { LimitChange } from '../../lib/risk/edit-limits.ts';
import { withLimit } from '../../lib/risk/edit-limits.ts';
import type { UserLimits } from '../../lib/risk/limit-in-force.ts';

const saved = { limits: {}, exits: DEFAULT_EXITS };
const late = (to: LimitChange['to'], place: LimitChange['place'] = 'everywhere'): DraftEdit => ({
  what: 'limits',
  changes: [{ place, signal: 'stalled', kind: 'late', to }],
});

describe('edits that are not saved yet', () => {
  it('are made again on what somebody else saved meanwhile, and take nothing of it away', () => {
    const theirs: UserLimits = { everywhere: { pushed: { late: 20 }, stalled: { early: 50 } } };
    const { limits } = withEdits({ ...saved, limits: theirs }, [late(9)]);
    expect(limits).toEqual({ everywhere: { pushed: { late: 20 }, stalled: { early: 50, late: 9 } } });
  });

  it('hold one state of a figure that is typed on, and each figure by itself', () => {
    const typed = [late(3), late(30), late(null)].reduce<DraftEdit[]>(addEdit, []);
    expect(typed).toEqual([late(null)]);
    expect(addEdit(typed, late(4, { pipeline: 'Renewals' }))).toHaveLength(2);
    expect(addEdit(addEdit(typed, { what: 'reset' }), late(4))).toHaveLength(3);
  });

  it('reset, replace and set proofs', () => {
    const all = withEdits(saved, [late(9), { what: 'reset' }, { what: 'proofs', stage: 'Demo', proofs: ['A', ' a '] }]);
    expect(all.limits).toEqual({});
    expect(all.exits.stages).toEqual({ Demo: ['A'] });
    const limits = { sizes: { big: { pushed: { mid: null } } } };
    expect(withEdits(saved, [late(9), { what: 'replace', limits }]).limits).toEqual(limits);
  });
});

it('tells limits apart figure by figure, and the changes lead from one to the other', () => {
  const before: UserLimits = {
    everywhere: { stalled: { late: 9, mid: 20 } },
    pipelines: { New: { pushed: { mid: 5 } } },
  };
  const after: UserLimits = {
    everywhere: { stalled: { late: null, mid: 20 } },
    sizes: { big: { pushed: { late: 3 } } },
    pipelines: { constructor: { stalled: { early: 1 } } },
  };
  const changes = changesBetween(before, after);
  expect(changes).toHaveLength(4);
  expect(changes.reduce(withLimit, before)).toEqual(after);
  expect(changesBetween(after, after)).toEqual([]);
});
