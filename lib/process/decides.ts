/** Words in a role or title of somebody who can say yes, by language; the whole word, or its beginning where marked. */
const DECIDES =
  /(?<![\p{L}])(economic buyer|decision.?maker|decides|approver|signatory|sponsor|owner|founder|president|chair\p{L}*|chief|c[efiot]o|managing director|director|vp|vice president|head|entscheid\p{L}*|geschäftsführ\p{L}*|inhaber\p{L}*|vorstand\p{L}*|leiter\p{L}*|décid\p{L}*|décisionn\p{L}*|direct(?:eur|rice)|gérant\p{L}*|pdg|decisor\p{L}*|director\p{L}*|gerente|dirett\p{L}*|titolare|diretor\p{L}*|beslisser\p{L}*|directeur|eigenaar|beslut\p{L}*|vd)(?![\p{L}])/iu;
const NOT = /(?<![\p{L}])(non|not|no|kein\p{L}*|nicht|pas|assistant\p{L}*|assistenz|secretar\p{L}*)(?![\p{L}])/iu;

/** True where a contact's role says that the person decides; "Assistant to the CEO" does not. */
export function decides(role: string): boolean {
  return DECIDES.test(role) && !NOT.test(role);
}
