/** Words of the trade that a rep never reads. */
export const FORBIDDEN =
  /accountab|risk score|\bmissed\b|weakness|hygiene|flagged|coached|overdue|\bstar\b|\bmiddle\b/i;
