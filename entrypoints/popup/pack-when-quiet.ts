import { connect } from '../../lib/store/connection.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';

/** The popup opens often and waits for nobody by then: a good moment to bring the packs up to date. */
export async function packWhenQuiet(): Promise<void> {
  const { run, close } = connect('sideline');
  await run(refreshPacks).finally(close);
}
