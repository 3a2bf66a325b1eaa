import { TALK_PARTS, type TalkPart } from '../../deal/talk.ts';
import { type Agenda, type AgendaDeal, type AgendaPromise, MINUTES } from './agenda.ts';
import { agendaWords } from './agenda-words.ts';
import { markdownText } from './markdown-text.ts';
import { partTitle } from './part-title.ts';

const item = (text: string) => `- ${markdownText(text)}`;
const under = (text: string) => `  - ${markdownText(text)}`;
const bold = (text: string) => `**${markdownText(text)}**`;

/** The agenda with its notes as Markdown, for a mail or a document. What comes from pages and people stays text. */
export function agendaMarkdown(agenda: Agenda): string {
  const parts: Record<TalkPart, string[]> = {
    topic: [],
    promises: promiseLines(agenda),
    changes: [
      `${markdownText(agenda.changes.since)}:`,
      '',
      ...(agenda.changes.lines.length === 0 ? [item(agendaWords.nothingChanged)] : []),
      ...agenda.changes.lines.map(
        ({ name, text, when }) => `- ${bold(name)}: ${markdownText(text)} (${markdownText(when)})`,
      ),
    ],
    deals: dealLines(agenda),
    skill: skillLines(agenda),
    next: nextLines(agenda),
  };
  const blocks = TALK_PARTS.map((part, at) => {
    const title = `## ${at + 1}. ${markdownText(partTitle(part, agenda))} (${agendaWords.minutes(MINUTES[part])})`;
    const notes = (agenda.notes[part] ?? '').trim();
    // A quotation, so that no line of a note can begin anything else.
    const quoted = notes === '' ? [] : notes.split(/\r\n?|\n/).map((line) => `> ${markdownText(line)}`.trimEnd());
    return [
      title,
      ...(parts[part].length > 0 ? ['', ...parts[part]] : []),
      ...(quoted.length > 0 ? ['', ...quoted] : []),
    ];
  });
  const head = [
    `# ${markdownText(`${agendaWords.title(agenda.person)}, ${agenda.onText}`)}`,
    '',
    markdownText(agenda.basis),
  ];
  return `${[head, ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function promiseLines({ promises: { manager, rep, more }, person }: Agenda): string[] {
  if (manager.length + rep.length === 0) return [item(agendaWords.noPromises)];
  const group = (title: string, lines: readonly AgendaPromise[]) =>
    lines.length > 0 ? [`- ${bold(title)}`, ...lines.map((line) => under(promiseText(line)))] : [];
  return [
    ...group(agendaWords.ofManager, manager),
    ...group(person, rep),
    ...(more > 0 ? [item(agendaWords.morePromises(more))] : []),
  ];
}

function promiseText({ who, what, byText, proof, stateText, name }: AgendaPromise): string {
  return agendaWords.promise(who, what, byText, proof, stateText, name);
}

function dealLines({ deals }: Agenda): string[] {
  const told = ({ name, about, fact, next, question, proof }: AgendaDeal, title: string | null) => [
    `- ${title ? `${markdownText(title)}: ` : ''}${bold(name)} (${markdownText(about)})`,
    under(fact),
    ...(next ? [under(next)] : []),
    ...(question ? [under(question)] : []),
    ...(question && proof ? [under(agendaWords.proof(proof))] : []),
  ];
  const two = [
    ...(deals.help ? told(deals.help, agendaWords.help) : [item(agendaWords.noDeals)]),
    ...(deals.picked ? told(deals.picked, agendaWords.pick) : []),
  ];
  return [
    ...(deals.whole ? deals.all.flatMap((deal) => told(deal, null)) : two),
    ...(deals.whole && deals.all.length === 0 ? [item(agendaWords.noDeals)] : []),
    ...(deals.more > 0 ? [item(agendaWords.moreDeals(deals.more))] : []),
    ...(deals.unseen.length > 0 ? [item(agendaWords.unseen(deals.unseen.map(({ name }) => name)))] : []),
  ];
}

function skillLines({ skill }: Agenda): string[] {
  return [
    ...(skill.last ? [item(agendaWords.lastPractice(skill.last))] : []),
    ...skill.moments.flatMap(({ dayText, name, text, evidence }) => [
      `- ${markdownText(dayText)}, ${bold(name)}: ${markdownText(text)}`,
      under(evidence),
    ]),
    ...(skill.practice ? [item(agendaWords.trying(skill.practice))] : []),
    ...(skill.practice
      ? []
      : skill.suggestions.flatMap(({ practice, evidence }) => [
          item(agendaWords.suggested(practice)),
          under(evidence),
        ])),
  ];
}

function nextLines({ next }: Agenda): string[] {
  return [
    ...next.promises.map((promise) => item(promiseText(promise))),
    ...(next.onText ? [item(agendaWords.nextOn(next.onText))] : []),
  ];
}
