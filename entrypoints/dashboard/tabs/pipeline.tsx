import { useEffect } from 'preact/hooks';
import '../../../components/pipeline.css';
import { viewHref } from '../../../components/pipeline-state.ts';
import type { TabProps } from './index.ts';
import { LifePlace } from './pipeline/life-place.tsx';
import { TablePlace } from './pipeline/table-place.tsx';

/** Where the reader stood in the table, so that a deal's page leads back there. */
const stood = { place: '', line: 0, left: false };

/** `#pipeline` and `#pipeline/?owner=…`: the table. `#pipeline/<deal>`: one deal's life. */
export function Tab(props: TabProps) {
  const { place } = props;
  useEffect(() => {
    return () => {
      stood.left = false;
    };
  }, []);
  if (place === '' || place.startsWith('?')) return <TablePlace {...props} stood={stood} />;
  return <LifePlace key={place} {...props} back={viewHref(stood.place)} />;
}
