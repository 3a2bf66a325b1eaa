import { h } from '../dom.js';
import { EMPTY } from './words.js';

export function section(attr, label, inner, control = 'MscrmControls.Containers.FieldSectionItem') {
  return h(
    'div',
    { 'data-lp-id': `${control}|${attr}|opportunity`, class: 'item' },
    h(
      'div',
      { 'data-id': `${attr}-FieldSectionItemContainer`, class: 'pair' },
      h('label', { 'data-id': `${attr}.fieldControl-label`, class: 'soft' }, label),
      inner,
    ),
  );
}

export function lookup(attr, value, prefix = '') {
  const tag = `${prefix}${attr}.fieldControl-LookupResultsDropdown_${attr}_selected_tag`;
  return h(
    'div',
    { 'data-id': `${prefix}${attr}.fieldControl-Lookup_${attr}`, class: 'lookup' },
    value
      ? h(
          'div',
          { role: 'link', tabindex: '0', 'data-id': tag, class: 'link', 'aria-label': value },
          h('span', { 'data-id': `${tag}_text` }, value),
        )
      : EMPTY,
  );
}

export function text(ctx, attr, field, show) {
  return ctx.input(
    field,
    { 'data-id': `${attr}.fieldControl-text-box-text`, 'aria-label': attr, placeholder: EMPTY },
    show,
  );
}
