/**
 * The single-page frame that all the demo CRMs share: it loads deals, follows links without reloading, lets parts of
 * a page come late and the address and the page disagree for a moment, and keeps drafts until they are saved.
 */

import { disturb } from './disturb.js';
import { h } from './dom.js';
import { formatsOf } from './format.js';

const LATE = { soon: 80, details: 160, side: 320 };
const NUMBERS = ['amount', 'probability'];
const DAYS = ['closeDate', 'nextStepDue'];

async function fetchJson(path, init) {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** `?sim=late=off,torn=mixed` → `{ late: 'off', torn: 'mixed' }`; a switch without a value is on. */
export function readSwitches(search) {
  const switches = {};
  for (const one of (new URLSearchParams(search).get('sim') ?? '').split(',')) {
    const [key, value = 'on'] = one.split('=');
    if (key) switches[key] = /^\d+$/.test(value) ? Number(value) : value;
  }
  return switches;
}

/** What a page gets to draw itself with. */
export function createContext(app, route) {
  const { state, sim, fmt } = app;
  const deal =
    route.kind === 'record' ? state.deals.find(({ recordId }) => recordId === (route.id ?? state.showcase)) : undefined;
  const order = app.crm.order ? app.crm.order(state.deals) : state.deals;
  const place = deal ? order.indexOf(deal) : -1;
  return {
    app,
    state,
    sim,
    fmt,
    route,
    deal,
    previous: place > 0 ? order[place - 1] : undefined,
    next: place >= 0 ? order[place + 1] : undefined,
    editing: app.editing,
    /** A part that comes after the rest: its stand-in is there at once. */
    late(group, make, standIn = h('div', { class: 'skeleton' })) {
      const wait = sim.late === 'off' ? 0 : typeof sim.late === 'number' ? sim.late : LATE[group];
      if (!wait) return make();
      setTimeout(() => standIn.isConnected && standIn.replaceWith(make()), wait);
      return standIn;
    },
    /** An input that holds a field's value, then its draft. `show` writes the value as this CRM does. */
    input(field, attrs, show = (value) => value ?? '') {
      const draft = app.draft[field];
      return h('input', {
        type: 'text',
        autocomplete: 'off',
        '.value': draft ?? show(deal[field]),
        oninput: (event) => app.setDraft(field, event.target.value),
        ...attrs,
      });
    },
    edit: () => app.setEditing(true),
    cancel: () => app.setEditing(false),
    save: () => app.save(deal),
    /** Changes that a CRM stores on the click, such as a stage button. */
    put: (patch) => app.post(deal, patch),
  };
}

export async function startApp(crm) {
  const state = await fetchJson('/sim/api/state');
  const query = new URLSearchParams(location.search);
  const lang = query.get('lang') ?? state.lang;
  const sim = { late: state.late, torn: state.torn, wait: crm.tornMs ?? 40, ...readSwitches(location.search) };
  const app = { crm, state, sim, fmt: formatsOf(lang), editing: false, draft: {}, route: null, turn: 0 };

  const routeNow = () => crm.parse(new URL(location.href));

  function draw(route) {
    app.route = route;
    const ctx = createContext(app, route);
    const make = route.kind === 'record' ? (ctx.deal ? crm.record : null) : crm[route.kind];
    const page = make ? make(ctx) : h('p', { class: 'nothing' }, 'This page does not exist.');
    document.title = crm.title ? crm.title(ctx) : (ctx.deal?.name ?? 'Deals');
    if (crm.mount) crm.mount(ctx, app.outlet, page);
    else app.outlet.replaceChildren(page);
    if (sim.forms && ctx.deal) showSecondForm(ctx);
    app.onDraw?.();
  }

  /** A quick view of another deal in a dialog over the first: two deals in one document. */
  function showSecondForm(ctx) {
    const other = ctx.next ?? ctx.previous;
    const twin = crm.record(createContext(app, { kind: 'record', id: other.recordId }));
    document.querySelector('.quick-view')?.remove();
    document.body.append(h('div', { class: 'quick-view', role: 'dialog', 'aria-label': 'Quick view' }, twin));
  }

  async function refresh() {
    app.state = await fetchJson('/sim/api/state');
    draw(app.route);
  }

  function push(href) {
    if (location.pathname + location.search + location.hash === href) return;
    // Setting a hash tells of itself; only addresses that others change are followed.
    app.going = crm.parse(new URL(href, location.href));
    if (crm.push) crm.push(href);
    else history.pushState(null, '', href);
  }

  async function go(href) {
    const turn = ++app.turn;
    const route = crm.parse(new URL(href, location.href));
    app.editing = false;
    app.draft = {};
    const torn = sim.torn === 'on' ? crm.torn : sim.torn;
    const pause = () => new Promise((done) => setTimeout(done, sim.wait));
    const fresh = fetchJson('/sim/api/state');
    if (torn === 'url-first' || torn === 'mixed') push(href);
    app.state = await fresh;
    if (turn !== app.turn) return;
    if (torn === 'mixed') retitle(route);
    if (torn === 'url-first' || torn === 'mixed') {
      await pause();
      if (turn === app.turn) draw(route);
      return;
    }
    draw(route);
    if (torn === 'page-first') await pause();
    if (turn === app.turn) push(href);
  }

  /** The new record's name over the old record's fields: the worst of the torn moments that were seen. */
  function retitle(route) {
    const next = app.state.deals.find(({ recordId }) => recordId === route.id);
    const place = next && app.outlet.querySelector(crm.nameAt);
    if (!place) return;
    if ('value' in place) place.value = next.name;
    else place.textContent = next.name;
  }

  app.setEditing = (editing) => {
    app.editing = editing;
    app.draft = {};
    draw(app.route);
  };
  app.setDraft = (field, text) => {
    app.draft[field] = text;
    crm.dirty?.(app.outlet);
  };
  app.post = async (deal, patch) => {
    await fetchJson(`/sim/api/deal/${deal.recordId}`, { method: 'POST', body: JSON.stringify(patch) });
    app.editing = false;
    app.draft = {};
    await refresh();
  };
  app.save = (deal) => {
    const patch = {};
    for (const [field, text] of Object.entries(app.draft)) {
      if (NUMBERS.includes(field)) patch[field] = app.fmt.readNumber(text);
      else if (DAYS.includes(field)) patch[field] = app.fmt.readDay(text);
      else patch[field] = field === 'nextStep' && text.trim() === '' ? null : text;
    }
    return app.post(deal, patch);
  };
  app.go = go;
  app.refresh = refresh;

  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.tagName === 'A' && node.hasAttribute('href'));
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
    const url = new URL(link.getAttribute('href'), location.href);
    if (url.origin !== location.origin) return;
    event.preventDefault();
    if (crm.parse(url).kind !== 'none') go(url.pathname + url.search + url.hash);
  });
  const followAddress = () => {
    const route = routeNow();
    if ([app.route, app.going].some((known) => known?.kind === route.kind && known.id === route.id)) return;
    app.going = null;
    app.turn++;
    app.editing = false;
    draw(route);
  };
  addEventListener('popstate', followAddress);
  addEventListener('hashchange', followAddress);

  // The demo's own control, for tests and for the console: `__sim.late = 'off'`, `await __sim.refresh()`.
  window.__sim = Object.assign(sim, {
    go,
    refresh,
    edit: () => app.setEditing(true),
    save: () => app.save(createContext(app, app.route).deal),
  });

  const body = sim.closed ? document.body.attachShadow({ mode: 'closed' }) : document.body;
  if (sim.closed) for (const link of document.querySelectorAll('link[rel=stylesheet]')) body.append(link.cloneNode());
  app.outlet = crm.frame({ ...createContext(app, { kind: 'none' }), body });
  let first = routeNow();
  if (first.kind === 'none') {
    first = crm.parse(new URL(state.hrefs[state.home], location.href));
    history.replaceState(null, '', state.hrefs[state.home]);
  }
  draw(first);
  disturb(sim);
  return app;
}
