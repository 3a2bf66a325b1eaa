import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DemoResponse } from './demo-crm.ts';
import type { SimCrm } from './profiles.ts';

const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));
const files = new Map<string, string>();

/** One of the page's own scripts or styles, by its name below the client's folder. */
export function clientFile(name: string): DemoResponse | null {
  const ending = /^(?:[a-z]+\/)?[a-z]+\.(js|css)$/.exec(name)?.[1];
  if (!ending) return null;
  let body = files.get(name);
  if (body === undefined) {
    try {
      body = readFileSync(CLIENT + name, 'utf8');
    } catch {
      return null;
    }
    files.set(name, body);
  }
  const type = ending === 'js' ? 'text/javascript' : 'text/css';
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }, body };
}

/** Odoo tells the language in an inline script and leaves `<html>` without one. */
function odooSession(lang: string): string {
  const session = {
    uid: 2,
    db: 'acme',
    server_version: '17.0',
    user_context: { lang: lang.replace('-', '_'), tz: 'UTC', uid: 2 },
    currencies: {
      1: { symbol: '€', position: 'after', digits: [69, 2] },
      2: { symbol: '$', position: 'before', digits: [69, 2] },
    },
  };
  return `<script>var odoo = {csrf_token: "0"}; odoo.__session_info__ = ${JSON.stringify(session)};</script>`;
}

/** The document every address of a single-page CRM answers with: empty, filled by its script. */
export function htmlShell(crm: SimCrm | 'unknown', lang: string): DemoResponse {
  const safe = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : 'en-US';
  const said = crm === 'odoo' ? '' : ` lang="${safe}"`;
  const body = `<!doctype html>
<html${said} data-sim="${crm}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${crm === 'odoo' ? 'Odoo' : 'Loading'}</title>
${crm === 'odoo' ? odooSession(safe) : ''}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sim/client/base.css">
<link rel="stylesheet" href="/sim/client/${crm}/style.css">
<script type="module" src="/sim/client/boot.js"></script>
</head>
<body></body>
</html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body };
}
