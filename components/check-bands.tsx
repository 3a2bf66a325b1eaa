import type { SelfCheck } from '../lib/risk/self-check.ts';
import type { Band } from '../lib/risk/types.ts';
import { BAND_WORDS, BANDS, ofOf, rangeOf, TOO_FEW } from './check-words.ts';
import { ColumnHeads } from './column-heads.tsx';
import { DataSection } from './data-section.tsx';
import { countOf } from './data-words.ts';
import { ShareBar } from './share-bar.tsx';

/** How often each word was right, and what was said thirty days before the end. `taughtOnly`: deals that were learnt from alone. */
export function BandsSection({ check, taughtOnly }: { check: SelfCheck; taughtOnly: number }) {
  return (
    <DataSection title="How often each word was right">
      <p class="quiet">
        {countOf(check.deals, 'deal')}, of which {check.notWon.count.toLocaleString()} were not won. A deal counts once
        under each word that it ever had. The bar reaches as far as chance alone might move the share, 19 times in 20.
      </p>
      {taughtOnly > 0 && (
        <p class="quiet">
          Each deal was judged by what had been learnt before its end; the {countOf(taughtOnly, 'oldest deal')} only
          taught. Since learning, the words mark one look in five, the riskiest: “Quiet” is the rest, however many of
          those are won.
        </p>
      )}
      <table>
        <ColumnHeads first="Word" figures={['Not won', 'Likely between']} />
        <tbody>
          {BANDS.map((band) => (
            <BandRow key={band} band={band} check={check} />
          ))}
        </tbody>
      </table>
      <ThirtyDays check={check} />
    </DataSection>
  );
}

function BandRow({ band, check }: { band: Band; check: SelfCheck }) {
  const found = check.bands.find((one) => one.band === band);
  if (!found) return null;
  const { notWon, enough } = found;
  return (
    <tr data-band={band}>
      <th scope="row">
        {BAND_WORDS[band]} {!enough && <span class="quiet">{TOO_FEW}</span>}
        {notWon.of > 0 && <ShareBar share={notWon} />}
      </th>
      <td class="number">{ofOf(notWon)}</td>
      <td class="number">{notWon.of > 0 ? rangeOf(notWon) : '–'}</td>
    </tr>
  );
}

function ThirtyDays({ check }: { check: SelfCheck }) {
  const { deals, won, notWon, enough } = check.thirtyDaysBefore;
  return (
    <>
      <h3>30 days before the end</h3>
      {deals === 0 ? (
        <p>None of these deals was looked at 30 days before its end or earlier.</p>
      ) : (
        <>
          <p class="quiet">
            What the score said of {countOf(deals, 'deal')} at the last look at least 30 days before the end
            {enough ? '.' : `: ${TOO_FEW}.`}
          </p>
          <table>
            <ColumnHeads first="It said" figures={['Not won', 'Won']} />
            <tbody>
              {BANDS.map((band) => (
                <tr key={band} data-before={band}>
                  <th scope="row">{BAND_WORDS[band]}</th>
                  <td class="number">{notWon[band].toLocaleString()}</td>
                  <td class="number">{won[band].toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
