/** A plain deal page to lay the overlay on: nobody's in particular. */
const dark = { page: '#16191d', card: '#1f2329', ink: '#e8eaed', soft: '#9aa3ad', line: '#333940', bar: '#101317' };
const light = { page: '#f3f3f3', card: '#ffffff', ink: '#1f2328', soft: '#646c75', line: '#dfe1e4', bar: '#0b3d63' };

const fields = [
  ['Amount', '£61,000'],
  ['Close date', '28/11/2025'],
  ['Stage', 'Negotiation'],
  ['Account', 'Harbour Line Ltd'],
  ['Owner', 'Dana Whitfield'],
  ['Next step', 'Legal reviews the redlines'],
  ['Probability', '60'],
  ['Forecast category', 'Best case'],
];

export const crmPage = {
  css: (scheme: 'light' | 'dark') => {
    const c = scheme === 'dark' ? dark : light;
    return `:root{color-scheme:${scheme}} body{margin:0;font:14px/20px Verdana,sans-serif;background:${c.page};color:${c.ink}}
    .crm-bar{height:48px;background:${c.bar};color:#fff;display:flex;gap:28px;align-items:center;padding:0 24px;font-weight:600}
    .crm-bar span{font-weight:400;opacity:.8}.crm-box{margin:20px 24px;padding:20px 24px;background:${c.card};border:1px solid ${c.line};border-radius:4px}
    .crm-box h1{margin:0 0 16px;font-size:22px}.crm-path{display:flex;gap:4px;margin-bottom:4px}
    .crm-path i{flex:1;padding:6px 0;text-align:center;font-style:normal;font-size:12px;background:${c.page};border-radius:12px}
    .crm-path i:nth-child(-n+3){background:#2f6f44;color:#fff}
    .crm-grid{display:grid;grid-template-columns:1fr 1fr;gap:16px 40px}.crm-grid p{margin:0;border-bottom:1px solid ${c.line};padding-bottom:6px}
    .crm-grid small{display:block;color:${c.soft};font-size:12px}`;
  },
  html: `<div class="crm-bar">Deals<span>Accounts</span><span>Contacts</span><span>Reports</span></div>
  <div class="crm-box"><h1>Harbour Line fleet renewal</h1><div class="crm-path"><i>Discovery</i><i>Qualified</i><i>Proposal</i><i>Negotiation</i><i>Closed</i></div></div>
  <div class="crm-box"><div class="crm-grid">${fields.map(([label, value]) => `<p><small>${label}</small>${value}</p>`).join('')}</div></div>
  <div class="crm-box"><div class="crm-grid">${fields.map(([label]) => `<p><small>${label} history</small>–</p>`).join('')}</div></div>`,
};
