import { signal } from '@preact/signals';
import { render } from 'preact';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../../components/teach.css?inline';
import { TeachPanel } from '../../components/teach-panel.tsx';
import { offeredReaders } from '../../lib/crm/offered-readers.ts';
import { textOf } from '../../lib/crm/read-text.ts';
import { dayInZone } from '../../lib/deal/day.ts';
import { send } from '../../lib/messages/send.ts';
import { deriveBoard } from '../../lib/teach/derive-board.ts';
import { deriveColumn, deriveKnownColumn, deriveList } from '../../lib/teach/derive-list.ts';
import { fieldAt } from '../../lib/teach/lesson.ts';
import { addColumn, addField, type Lesson, mapAfter, newLesson, withoutField } from '../../lib/teach/lesson-state.ts';
import { isTaughtField, type TaughtFieldName, type TaughtList } from '../../lib/teach/taught-map.ts';
import { pageScheme } from '../overlay.content/page-scheme.ts';
import { startPointing } from './pointing.ts';
import { type Hows, pageNow, saidOf, stateOf } from './teach-state.ts';

const OURS = ['sideline-teach', 'sideline-overlay'];
/** The page fills in by itself, and goes on to a second deal: what is read is looked at this often. */
const LOOK_MS = 700;
const RUNS = Symbol.for('sideline.teach');

/** The lesson: on demand, in one tab, until it is saved or closed. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  async main(ctx) {
    const world = globalThis as { [RUNS]?: boolean };
    if (world[RUNS]) return;
    world[RUNS] = true;
    ctx.onInvalidated(() => {
      delete world[RUNS];
    });
    const [kept, site] = await Promise.all([send('teach.get', {}), send('site.get', {})]);
    if (!kept.ok || !kept.lesson) {
      delete world[RUNS];
      return;
    }
    const { map: before, corrects } = kept.lesson;
    const lesson = signal<Lesson>(kept.lesson.kept === null ? newLesson(corrects) : JSON.parse(kept.lesson.kept));
    const armed = signal<TaughtFieldName | null>(null);
    const error = signal<string | null>(null);
    const looked = signal(0);
    /** Said aloud: where the keys lead. */
    const reached = signal<string | null>(null);
    const hows = signal<Hows>({});
    let firstCell: Element | null = null;
    const ended = new AbortController();

    const optionsNow = () => {
      const at = Date.now();
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const today = dayInZone(at, timeZone);
      const [dateOrder, currency] = site.ok ? [site.dateOrder, site.currency] : [null, null];
      return { at, timeZone, today, dateOrder, currency };
    };
    const url = () => new URL(location.href);
    const stateNow = () =>
      stateOf({
        lesson: lesson.value,
        hows: hows.value,
        armed: armed.value,
        awaitsSecond: firstCell !== null,
        error: error.value,
        reached: reached.value,
        readers: offeredReaders(),
        document,
        url: url(),
        options: optionsNow(),
        before,
      });

    const keep = (next: Lesson) => {
      lesson.value = next;
      void send('teach.keep', { lesson: JSON.stringify(next) });
    };

    const close = async () => {
      ended.abort();
      await send('teach.keep', { lesson: null });
      delete world[RUNS];
      ui.remove();
    };

    const actions = {
      setPage: (page: 'record' | 'list') => {
        armed.value = null;
        firstCell = null;
        keep({ ...lesson.value, page });
      },
      arm: (field: string | null) => {
        firstCell = null;
        error.value = null;
        reached.value = null;
        show(null);
        armed.value = field !== null && isTaughtField(field) ? field : null;
      },
      forget: (field: string) => {
        const { [field as TaughtFieldName]: _, ...fields } = lesson.value.fields;
        const { list } = lesson.value;
        if (lesson.value.corrects !== null) keep(withoutField(lesson.value, field as TaughtFieldName));
        else if (lesson.value.page === 'record') keep({ ...lesson.value, fields });
        else if (field === 'name' || !list) keep({ ...lesson.value, list: null });
        else {
          const { [field as TaughtFieldName]: __, ...columns } = list.columns;
          const { stages, ...rest } = list;
          keep({ ...lesson.value, list: { ...rest, columns, ...(stages && field !== 'stage' ? { stages } : {}) } });
        }
      },
      save: async () => {
        const map = mapAfter(before, lesson.value, url());
        if (!map) return;
        const reply = await send('teach.save', { map });
        if (!reply.ok) throw new Error(reply.sentence);
        await close();
      },
      close,
    };

    const pointInRecord = (field: TaughtFieldName, element: Element) => {
      const pointed = fieldAt(element);
      if (!pointed) {
        error.value = 'Nothing in the page tells this place from others. Point at the value itself, or a larger part.';
        return;
      }
      hows.value = { ...hows.value, [field]: pointed.how };
      let next = addField(lesson.value, field, pointed.field);
      const isFirst = next.first === null || next.first.url === location.href;
      if (isFirst)
        next = {
          ...next,
          first: { url: location.href, said: saidOf(next, document, url(), optionsNow(), offeredReaders()) },
        };
      keep(next);
      armed.value = null;
    };

    const pointInKnownList = (field: TaughtFieldName, element: Element) => {
      const column = deriveKnownColumn(offeredReaders(), document, url(), element);
      if (!column) {
        error.value = 'That stands in none of the rows.';
        return;
      }
      keep(addColumn(lesson.value, field, column));
      armed.value = null;
    };

    const pointInList = (field: TaughtFieldName, element: Element) => {
      if (field === 'name') {
        if (!firstCell) {
          firstCell = element;
          looked.value++;
          return;
        }
        const list = deriveList(firstCell, element, url(), before?.record?.address ?? null);
        const name = list && deriveColumn(list, firstCell);
        if (!list || !name) {
          error.value = 'These two do not stand in two rows of one list. Point at the names in two rows.';
          firstCell = null;
          return;
        }
        firstCell = null;
        keep({ ...lesson.value, list: { ...list, address: '/', columns: { ...lesson.value.list?.columns, name } } });
      } else {
        const { list } = lesson.value;
        const next = list && (columnAfter(list, field, element) ?? (field === 'stage' && stagesAfter(list, element)));
        if (!next) {
          error.value = list ? 'That stands in none of the rows.' : 'The names come first: point at two of them.';
          return;
        }
        keep({ ...lesson.value, list: next });
      }
      armed.value = null;
    };

    const outline = document.createElement('div');
    outline.className = 'outline';
    let shown: Element | null = null;
    const show = (element: Element | null) => {
      shown = element;
      outline.hidden = element === null;
      if (!element) return;
      const { top, left, width, height } = element.getBoundingClientRect();
      Object.assign(outline.style, {
        top: `${top - 2}px`,
        left: `${left - 2}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
    };
    show(null);
    window.addEventListener('scroll', () => show(shown), { capture: true, passive: true, signal: ended.signal });

    startPointing(
      {
        isOn: () => armed.value !== null,
        isOurs: (element) => OURS.includes(element.localName),
        onHover: (element) => {
          reached.value = null;
          show(element);
        },
        onReach: ({ element, place, of }) => {
          const says = textOf(element).replace(/\s+/g, ' ').trim().slice(0, 80);
          reached.value = `“${says}”, ${place} of ${of}`;
          show(element);
        },
        onPoint: (element) => {
          error.value = null;
          const field = armed.value;
          if (field === null) return;
          if (pageNow(lesson.value, document, url(), offeredReaders()) === 'record') pointInRecord(field, element);
          else if (lesson.value.corrects !== null) pointInKnownList(field, element);
          else pointInList(field, element);
          if (armed.value !== null) return;
          reached.value = null;
          show(null);
        },
        onStop: () => actions.arm(null),
      },
      ended.signal,
    );

    const Root = () => {
      looked.value;
      return <TeachPanel state={stateNow()} actions={actions} scheme={pageScheme(ui.shadowHost)} />;
    };
    const ui = await createShadowRootUi(ctx, {
      name: 'sideline-teach',
      mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
      position: 'inline',
      anchor: 'html',
      append: 'last',
      css,
      isolateEvents: true,
      onMount: (container) => {
        render(<Root />, container);
        container.append(outline);
        return container;
      },
      onRemove: (container) => container && render(null, container),
    });
    ui.mount();
    const timer = setInterval(() => {
      looked.value++;
    }, LOOK_MS);
    ended.signal.addEventListener('abort', () => clearInterval(timer));
    ctx.onInvalidated(() => ended.abort());
  },
});

/** The list with one more column, from an element of any row; null where it stands in none. */
function columnAfter(list: TaughtList, field: TaughtFieldName, element: Element): TaughtList | null {
  const column = deriveColumn(list, element);
  if (!column) return null;
  const { stages, ...rest } = list;
  return { ...rest, columns: { ...list.columns, [field]: column }, ...(stages && field !== 'stage' ? { stages } : {}) };
}

/** The list as a board whose columns tell the stage, from the head of any of them. */
function stagesAfter(list: TaughtList, head: Element): TaughtList | null {
  const board = deriveBoard(list, head);
  if (!board) return null;
  const { stage: _, ...columns } = list.columns;
  return { ...list, ...board, columns };
}
