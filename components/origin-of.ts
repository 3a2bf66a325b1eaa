/** From what a person pastes ("acme.pipedrive.com/deal/7") to the one origin to ask access for; null if it is none. */
export function originOf(pasted: string): string | null {
  const text = pasted.trim();
  if (!text) return null;
  // Without a scheme: https, but for this computer itself, where local CRMs speak http.
  const local = /^(localhost|127\.|\[::1\])/i.test(text);
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plausible = url.hostname.includes('.') || url.hostname.startsWith('[') || local || url.port !== '';
  return (url.protocol === 'https:' || url.protocol === 'http:') && plausible ? url.origin : null;
}
