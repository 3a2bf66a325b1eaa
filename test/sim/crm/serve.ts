import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoCrm } from './demo-crm.ts';
import { DEMO_HOSTS, type SimCrm } from './profiles.ts';

export type DemoServer = { origin: string; port: number; close(): Promise<void> };

/** A deal's fields are small; a body over this is not one of our pages' own. */
const MOST_BYTES = 4_000_000;

/**
 * The demo CRM on 127.0.0.1, for people. The first label of the host picks the CRM (`odoo.localhost:4100`); any other
 * host gets `crm`. Port 0 takes a free one.
 */
export function startDemoServer(demo: DemoCrm, crm: SimCrm | 'unknown' = 'salesforce', port = 0): Promise<DemoServer> {
  const server = createServer((request, response) => {
    const label = request.headers.host?.split('.')[0] ?? '';
    const host = label in DEMO_HOSTS ? DEMO_HOSTS[label as keyof typeof DEMO_HOSTS] : DEMO_HOSTS[crm];
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
      if (body.length > MOST_BYTES) request.destroy();
    });
    request.on('end', () => {
      const answer = demo.handle({ url: host + (request.url ?? '/'), method: request.method ?? 'GET', body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const at = server.address() as AddressInfo;
      resolve({
        origin: `http://127.0.0.1:${at.port}`,
        port: at.port,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}
