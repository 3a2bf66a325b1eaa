import { Mark } from './mark.tsx';

/** What Sideline is for and what it must not be used for, for everybody whose deals are looked at. */
export function PurposeView() {
  return (
    <main class="sideline maps data purpose">
      <header>
        <Mark />
        <h1>What this is for, and what it must not be used for</h1>
      </header>
      <section>
        <h2>What it is for</h2>
        <p>
          Sideline helps a manager and a rep to talk about deals: what moved, what is at risk and why, the one question
          worth asking, and what would prove the answer. It looks at how a deal is worked: dates, steps, promises,
          proofs. It holds that process to account, and never the person.
        </p>
        <p>
          A talk is there to help: with the deal where help is worth most, and with one thing to try. That holds for
          everybody, those whose deals go well included.
        </p>
      </section>
      <section>
        <h2>What it must not be used for</h2>
        <ul>
          <li>Not for deciding about pay, bonus, promotion, a warning or a dismissal.</li>
          <li>
            Not for comparing or ranking people. There is no score of a person here, and no list from best to last.
          </li>
          <li>Not for watching how somebody spends the day. No keys, no clicks, no hours are counted.</li>
          <li>
            Not as evidence against anybody. What stands here is what one browser saw; what was not looked at is not
            known, and a page may have been read wrongly.
          </li>
          <li>Not in secret. Whoever’s deals are looked at should know of it, and of this page.</li>
        </ul>
      </section>
      <section>
        <h2>What a rep may see</h2>
        <p>
          All that is said of their deals and of talks with them. An agenda holds nothing that may not be shown to the
          person it is for; it is copied, printed or handed over as a file, and the rep’s own Sideline reads it in.
          Nothing on it is about anybody else.
        </p>
      </section>
      <section>
        <h2>What a rep may correct</h2>
        <p>
          A wrong figure is corrected in the CRM, and Sideline follows at the next look. A promise that was settled
          wrongly, a date that was moved for a good reason, a wait that was agreed: tell whoever leads, and it is set
          right on the deal’s card. Notes of a talk can be changed as long as the talk goes on, by either side in their
          own browser.
        </p>
      </section>
      <section>
        <h2>What a rep may have erased</h2>
        <p>
          Everything that names them: on <a href="/data.html">Your data</a>, under “Erase”, one person goes from every
          table by all the ways their name is written. Talks with them and their notes go whole; what they wrote and
          promised goes; deals, stages and amounts stay as facts of the company. Erased is erased in this browser alone:
          backups and files that were made before still hold it.
        </p>
      </section>
      <section>
        <h2>Where it is</h2>
        <p>
          In this browser, and nowhere else. Nothing is sent anywhere; two browsers share nothing. Every figure is as
          seen from this browser.
        </p>
      </section>
      <p>
        <a href="/agenda.html">1:1 agenda</a> · <a href="/data.html">Your data</a> ·{' '}
        <a href="/options.html">Other settings</a>
      </p>
    </main>
  );
}
