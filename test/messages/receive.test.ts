import { describe, expect, it, vi } from 'vitest';
import { receive, refuse, senderOf } from '../../lib/messages/receive.ts';

const ID = 'abcdefghijklmnop';
const ORIGIN = `chrome-extension://${ID}`;
const explain = () => refuse('failed', 'It did not work.');
const page = {
  from: 'page',
  tab: 7,
  document: 'D1',
  origin: 'https://crm.example.com',
  url: 'https://crm.example.com/deal/1',
} as const;
const own = { from: 'extension' } as const;

describe('who speaks', () => {
  const tab = { id: 7 };

  it('takes our own pages for ours, also in a tab', () => {
    expect(senderOf({ id: ID, url: `${ORIGIN}/popup.html` }, ID, ORIGIN)).toEqual(own);
    expect(senderOf({ id: ID, url: `${ORIGIN}/welcome.html`, tab, frameId: 0 }, ID, ORIGIN)).toEqual(own);
  });

  it('takes the top frame of a tab for its page', () => {
    expect(senderOf({ id: ID, url: page.url, tab, frameId: 0, documentId: 'D1' }, ID, ORIGIN)).toEqual(page);
  });

  it.each([
    ['another extension', { id: 'other', url: `${ORIGIN}/popup.html` }],
    ['a frame inside a page', { id: ID, url: 'https://ads.example.com/', tab, frameId: 3 }],
    ['a page that only looks like ours', { id: ID, url: `${ORIGIN}.example.com/popup.html`, frameId: 0 }],
    ['nobody', { id: ID }],
    ['no address', { id: ID, url: 'nonsense', tab, frameId: 0 }],
  ])('takes %s for nobody', (_, sender) => {
    expect(senderOf(sender, ID, ORIGIN)).toBeNull();
  });
});

describe('a message on arrival', () => {
  it('reaches its handler with what its schema holds', async () => {
    const handler = vi.fn(async () => ({ ok: true as const }));
    await receive('overlay.toggled', { open: true }, page, handler, explain);
    expect(handler).toHaveBeenCalledExactlyOnceWith({ open: true }, page);
  });

  it.each([
    ['overlay.toggled', { open: 'yes' }],
    ['overlay.toggled', { open: true, more: 1 }],
    ['promise.make', { deal: 'd', what: 'x'.repeat(5_000), who: '', side: 'ours', by: '2026-12-01', proof: null }],
    ['promise.make', { deal: 'd', what: 'x', who: '', side: 'ours', by: '2026-02-31', proof: null }],
    ['reading.record', { reading: null, overlay: false }],
    ['reading.record', '<img src=x onerror=alert(1)>'],
  ] as const)('is refused where it does not fit: %s', async (name, data) => {
    const handler = vi.fn();
    const reply = await receive(name, data, page, handler as never, explain);
    expect(reply).toMatchObject({ ok: false, code: 'invalid-message' });
    expect(handler).not.toHaveBeenCalled();
  });

  it('is refused from the wrong side: pages change no settings, our pages record no readings', async () => {
    const handler = vi.fn();
    const fromPage = await receive('settings.change', {}, page, handler as never, explain);
    const fromOwn = await receive('reading.record', {}, own, handler as never, explain);
    const fromNobody = await receive('card.get', {}, null, handler as never, explain);
    for (const reply of [fromPage, fromOwn, fromNobody]) {
      expect(reply).toMatchObject({ ok: false, code: 'wrong-sender' });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it('turns what a handler throws into one sentence', async () => {
    const reply = await receive('card.get', {}, page, () => Promise.reject(new Error('secret detail')), explain);
    expect(reply).toEqual({ ok: false, code: 'failed', sentence: 'It did not work.' });
  });
});
