/** What stands where an address leads to nothing any more. */
export function Gone() {
  return (
    <section class="panel" aria-label="What to do next">
      <h2>This snapshot is not on record</h2>
      <p>
        It was erased, or frozen already under another address. <a href="#snapshots">All snapshots</a>
      </p>
    </section>
  );
}
