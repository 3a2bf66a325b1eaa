import type { EachLine, SaidEach } from '../lib/team/gap/say-each.ts';
import { OpenRows } from './open-rows.tsx';

type EachProps = { each: SaidEach; period: string };

/** Goal, closed, commit and gap of each, in roster order. */
export function GapEach({ each: { people, teams }, period }: EachProps) {
  return (
    <section class="panel" aria-label="Person by person">
      <h2>Person by person</h2>
      <p class="quiet">
        In roster order. Gap: goal less closed less commit; below nought where it is passed. {period} alone.
      </p>
      <EachTable title="Who" lines={people} />
      {teams.length > 0 && <EachTable title="Team" lines={teams} />}
    </section>
  );
}

function EachTable({ title, lines }: { title: string; lines: EachLine[] }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {['Goal', 'Closed', 'Commit', 'Gap', 'With best case'].map((head) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, goal, closed, commit, gap, toBest, note, rows }) => (
            <tr key={key} data-each={key}>
              <th scope="row">
                <OpenRows rows={rows}>{name}</OpenRows>
                {note && <p class="quiet">{note}</p>}
              </th>
              <td class="number">{goal ?? <span class="quiet">none set</span>}</td>
              <td class="number">{closed}</td>
              <td class="number">{commit}</td>
              <td class="number">{gap ?? '–'}</td>
              <td class="number">{toBest ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
