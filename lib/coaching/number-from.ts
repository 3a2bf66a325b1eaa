/** A whole number below `below`: always the same for one text, evenly spread over many. */
export function numberFrom(text: string, below: number): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) % 1_000_003;
  return below > 0 ? hash % below : 0;
}
