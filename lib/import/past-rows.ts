import { foldLabel } from '../crm/fold-label.ts';
import { cleanText } from '../crm/values/index.ts';
import { type Day, dayInZone } from '../deal/day.ts';
import type { ImportedPast, RefusalReason } from '../deal/imported.ts';
import { type EventKind, type EventSide, PAST_LIMITS, type PastEntry } from '../deal/past.ts';
import { LIMITS } from '../deal/reading.ts';
import { keyReader } from './deal-key.ts';
import { columnOf, type ImportPlan } from './import-plan.ts';
import { readDay } from './read-date.ts';
import { isNothing, readTick } from './read-field.ts';
import type { Said } from './said-row.ts';
import { type TableRow, textOf } from './table.ts';

/** Reads rows of an activity export: what was done, and what is planned. */
export function pastReader(plan: ImportPlan): (row: TableRow) => Said<ImportedPast> {
  const [when, due, text, what, status, direction, who] = (
    ['when', 'due', 'text', 'what', 'status', 'direction', 'who'] as const
  ).map((use) => columnOf(plan, use));
  const keyOf = keyReader(plan);
  const today = dayInZone(plan.at, plan.timeZone);
  return ({ row, cells }) => {
    const refuse = (reason: RefusalReason): Said<ImportedPast> => ({ refused: { row, reason } });
    const words = (column: typeof when, longest: number) =>
      !column || isNothing(cells[column.index])
        ? null
        : cleanText(textOf(cells[column.index])).slice(0, longest) || null;
    const key = keyOf(cells);
    if (key.recordId === null && key.name === null) return refuse('no-name');
    const subject = words(text, PAST_LIMITS.text);
    const kind = words(what, PAST_LIMITS.name);
    if (subject === null && kind === null) return refuse('no-value');
    const date = [when, due].find((column) => column && !isNothing(cells[column.index]));
    const day = date ? readDay(cells[date.index] ?? '', date.format, plan) : null;
    if (day && !day.ok) return refuse('unreadable');
    const dueDay = due && !isNothing(cells[due.index]) ? readDay(cells[due.index] ?? '', due.format, plan) : null;
    const evidence = {
      rule: `column “${(date ?? text ?? what)?.header ?? ''}”`.slice(0, LIMITS.name),
      raw: cleanText(textOf(date ? cells[date.index] : '')).slice(0, PAST_LIMITS.raw),
    };
    const owner = words(who, PAST_LIMITS.name);
    const planned = isPlanned(textOf(status ? cells[status.index] : ''), day?.ok ? day.value : null, today);
    const entry: PastEntry | null = planned
      ? {
          kind: 'planned',
          what: subject ?? kind ?? '',
          due: dueDay?.ok ? dueDay.value : day?.ok ? day.value : null,
          owner,
          evidence,
        }
      : day?.ok
        ? {
            kind: 'event',
            day: day.value,
            what: eventKind(kind ?? subject ?? ''),
            side: sideOf(textOf(direction ? cells[direction.index] : '')),
            who: owner,
            text: subject ?? kind ?? '',
            evidence,
          }
        : null;
    return entry ? { said: { row, key, entry } } : refuse('no-value');
  };
}

const DONE =
  /^(?:completed?|done|closed|sent|held|erledigt|abgeschlossen|gesendet|termine|terminee|envoye|completad[oa]|hecho|enviad[oa]|concluid[oa]|feito|voltooid|gereed|verzonden|completat[oa]|inviat[oa]|logged|true|yes|ja|oui|si|sim)$/;
const TO_DO =
  /^(?:open|not started|in progress|planned|scheduled|to do|deferred|waiting.*|offen|nicht begonnen|geplant|in bearbeitung|a faire|non commence|en cours|planifie|abiert[oa]|no iniciad[oa]|pendiente|planificad[oa]|nao iniciad[oa]|abert[oa]|pendente|niet gestart|gepland|non iniziat[oa]|apert[oa]|pianificat[oa]|false|no|nein|non|nao|nee)$/;

/** Where the file does not say, what lies ahead is planned. */
function isPlanned(status: string, day: Day | null, today: Day): boolean {
  const said = foldLabel(status);
  if (DONE.test(said)) return false;
  if (TO_DO.test(said)) return true;
  const tick = readTick(status);
  if (tick !== null) return !tick;
  return day === null || day > today;
}

const KINDS: readonly [EventKind, RegExp][] = [
  ['email', /\b(e ?mails?|mail|courriel|correo|e posta)\b/],
  [
    'call',
    /\b(calls?|phone ?call|anrufe?|telefonat|appels?|llamadas?|ligacao|ligacoes|chamadas?|telefoontje|gesprek|chiamat[ae]|telefonata)\b/,
  ],
  [
    'meeting',
    /\b(meetings?|events?|appointments?|besprechung|termin|treffen|reunions?|rendez vous|rdv|reunion(?:es)?|cita|reuniao|reunioes|vergadering|afspraak|riunion[ei]|appuntamento|demo|visit)\b/,
  ],
  ['note', /\b(notes?|notiz|nota|notas|opmerking|notitie)\b/],
  ['task', /\b(tasks?|to ?do|aufgabe|taches?|tareas?|tarefas?|taak|attivita|compito)\b/],
];

function eventKind(text: string): EventKind {
  const folded = foldLabel(text);
  return KINDS.find(([, words]) => words.test(folded))?.[0] ?? 'other';
}

function sideOf(direction: string): EventSide {
  const said = foldLabel(direction);
  if (
    /^(inbound|incoming|received|eingehend|entrant|entrante|recu|recibid[oa]|recebid[oa]|inkomend|in entrata)$/.test(
      said,
    )
  )
    return 'buyer';
  if (/^(outbound|outgoing|sent|ausgehend|sortant|saliente|envoye|enviad[oa]|uitgaand|in uscita)$/.test(said))
    return 'seller';
  return 'unknown';
}
