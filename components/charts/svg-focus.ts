import { options } from 'preact';

const before = options.vnode;

/**
 * The chart library names the attribute that lets the keyboard in as React does. Preact writes attributes of SVG as they
 * are named, and there the browser knows the lower-case one alone.
 */
options.vnode = (vnode) => {
  const props = vnode.props as Record<string, unknown>;
  if ((vnode.type as unknown) === 'svg' && props.tabIndex !== undefined) {
    props.tabindex = props.tabIndex;
    delete props.tabIndex;
  }
  before?.(vnode);
};
