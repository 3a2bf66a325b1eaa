const STAGES = ['Prospecting', 'Qualification', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'];

/** A Salesforce report of that many rows, the same on every run; invented names. */
export function largeExport(rows: number): string {
  const lines = [
    '"Opportunity Name","Opportunity ID","Account Name","Amount","Stage","Close Date","Opportunity Owner"',
  ];
  for (let at = 0; at < rows; at++) {
    const id = `006Qx${at.toString(36).toUpperCase().padStart(10, '0')}`;
    const [month, day] = [(at % 12) + 1, (at % 28) + 1];
    lines.push(
      `"Order ${at}, ""Hall ${at % 97}""","${id}","Account ${at % 4_001}","${(1_000 + (at % 90_000)).toLocaleString('en')}.50","${STAGES[at % 6]}","${month}/${day}/2026","Owner ${at % 40}"`,
    );
  }
  return `${lines.join('\n')}\n`;
}
