import { JSDOM } from 'jsdom';
import { teachVisibility } from '../jsdom-visibility.ts';

/** The fixture as a document: declarative shadow roots attached, an `autofocus` element focused, as a browser does. */
export function openInJsdom(html: string, url: string): Document {
  const { document, Element } = new JSDOM(html, { url, pretendToBeVisual: true }).window;
  teachVisibility(Element.prototype);
  attachShadowRoots(document);
  document.querySelector<HTMLElement>('[autofocus]')?.focus();
  return document;
}

function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (!host) continue;
    const mode = template.getAttribute('shadowrootmode') === 'closed' ? 'closed' : 'open';
    const shadow = host.attachShadow({ mode });
    shadow.append(template.content);
    template.remove();
    attachShadowRoots(shadow);
  }
}
