import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { TABS } from '../../entrypoints/dashboard/tabs/index.ts';
import { buildThatReads } from '../browser/build-that-reads.ts';
import { buildFolder, startExtension } from '../browser/extension.ts';
import { openPopupFor } from '../browser/popup.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm } from '../sim/crm/demo-crm.ts';
import { todaysTeam } from './harness.ts';

base('no part of the extension asks a network for anything', async () => {
  // Everything that leaves the browser must pass this proxy; the demo CRM's pages are answered before they get there.
  const asked: string[] = [];
  const canary = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(204).end();
  });
  canary.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const { port } = canary.address() as AddressInfo;
  const demo = createDemoCrm({ team: todaysTeam() });
  // Without guesses of the browser's own about what a page may need next: only what somebody asked for is counted.
  const profile = mkdtempSync(join(tmpdir(), 'sideline-privacy-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ net: { network_prediction_options: 2 }, dns_prefetching: { enabled: false } }),
  );
  const extension = await startExtension({
    profile,
    args: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
  });
  try {
    const fromOurs: string[] = [];
    extension.context.on('request', (request) => {
      const frame = request.serviceWorker() ? 'worker' : request.frame().url();
      const ours = frame === 'worker' || frame.startsWith('chrome-extension://');
      if (ours && !request.url().startsWith('chrome-extension://') && !request.url().startsWith('data:')) {
        fromOurs.push(request.url());
      }
    });
    await routeDemo(extension.context, demo);
    const page = await extension.context.newPage();
    await page.goto(urlOf('salesforce', 'list'));
    await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk));
    await page.locator('sideline-overlay button.pill').click();
    await page.locator('sideline-overlay section.card').waitFor();
    await page.locator('sideline-overlay').getByRole('button', { name: 'Snooze' }).click();
    const popup = await openPopupFor(extension, page);
    const pages = readdirSync(buildFolder('e2e')).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    for (const name of [...pages, ...TABS.map(({ id }) => `dashboard.html#${id}`)]) {
      const own = await extension.openPage(name);
      await own.locator('main').first().waitFor();
      await own.close();
    }

    // The proof that the canary sings: the same policy lets a plain page through, and none of ours.
    const tryIt = (url: string) =>
      fetch(url).then(
        () => 'sent',
        () => 'blocked',
      );
    expect(await popup.evaluate(tryIt, 'http://canary.example/a')).toBe('blocked');
    const worker = await extension.worker();
    expect(await worker.evaluate(tryIt, 'http://canary.example/b')).toBe('blocked');
    // What is packaged is all that the worker can load.
    expect(await worker.evaluate(tryIt, '/prompts/en.json')).toBe('sent');
    const plain = await extension.context.newPage();
    await plain.goto('http://canary.example/plain').catch(() => null);
    await expect.poll(() => asked.filter((line) => line.includes('canary.example/plain')).length).toBeGreaterThan(0);

    expect(fromOurs).toEqual([]);
    // What the browser itself wants at start has its maker's hosts; nothing else may stand there.
    const others = asked.filter((line) => !/canary\.example\/plain|google|gstatic|chromium|favicon/.test(line));
    expect(others).toEqual([]);
  } finally {
    await extension.close();
    canary.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

base('the shipped card works, and neither the page nor what records its visitors can look into it', async () => {
  const folder = buildThatReads('production', ['https://acme.lightning.force.com/*']);
  const demo = createDemoCrm({ team: todaysTeam() });
  const extension = await startExtension({ folder });
  try {
    await routeDemo(extension.context, demo);
    const page = await extension.context.newPage();
    await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk));
    const host = page.locator('sideline-overlay');
    await host.waitFor({ state: 'attached' });
    // Its pill is found by where a click opens something: nothing else of it can be.
    const popup = await extension.openPage('popup.html');
    const isOpen = () =>
      popup.evaluate(async () => {
        const open = indexedDB.open('sideline');
        const db = await new Promise<IDBDatabase>((done) => {
          open.onsuccess = () => done(open.result);
        });
        const all = db.transaction('settings').objectStore('settings').getAll();
        const rows = await new Promise<{ value?: { sites?: Record<string, { open: boolean }> } }[]>((done) => {
          all.onsuccess = () => done(all.result);
        });
        db.close();
        return rows[0]?.value?.sites?.['https://acme.lightning.force.com']?.open ?? false;
      });
    await page.bringToFront();
    await expect(async () => {
      await page.mouse.click(1280 - 60, 800 - 28);
      await expect.poll(isOpen, { timeout: 1_500 }).toBe(true);
    }).toPass();
    expect(
      await host.evaluate((element) => [element.shadowRoot, element.textContent, element.childElementCount]),
    ).toEqual([null, '', 0]);
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
