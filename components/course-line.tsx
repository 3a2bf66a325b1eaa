import type { CoursePoint } from '../lib/risk/course.ts';
import type { BandFrom } from '../lib/risk/score.ts';
import { BAND_WORDS } from './check-words.ts';

const WIDTH = 320;
const HEIGHT = 96;
const EDGE = 6;

/** The score as a line from look to look, with the marks from which a deal is called out. */
export function CourseLine({ points, bandFrom }: { points: readonly CoursePoint[]; bandFrom: BandFrom }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const figures = [...points.map(({ score }) => score.logOdds), bandFrom.look, bandFrom.closer];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const x = (at: number) => EDGE + ((at - first.at) / Math.max(1, last.at - first.at)) * (WIDTH - 2 * EDGE);
  const y = (figure: number) => EDGE + ((most - figure) / Math.max(0.1, most - least)) * (HEIGHT - 2 * EDGE);
  const path = points.map(({ at, score }, place) => {
    // What was said holds until the next look.
    const step = place === 0 ? `M${x(at)}` : `H${x(at)}V`;
    return place === 0 ? `${step} ${y(score.logOdds)}` : `${step}${y(score.logOdds)}`;
  });
  return (
    <svg
      class="line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`First ${BAND_WORDS[first.score.band]}, last ${BAND_WORDS[last.score.band]}; look by look in the table below.`}
    >
      {(['closer', 'look'] as const).map((band) => (
        <g key={band}>
          <line class="from" x1="0" x2={WIDTH} y1={y(bandFrom[band])} y2={y(bandFrom[band])} />
          <text x={WIDTH} y={y(bandFrom[band]) - 3} text-anchor="end">
            {BAND_WORDS[band]}
          </text>
        </g>
      ))}
      <path d={path.join('')} />
      {points.map(({ at, score }) => (
        <circle key={at} cx={x(at)} cy={y(score.logOdds)} r="2.5" />
      ))}
    </svg>
  );
}
