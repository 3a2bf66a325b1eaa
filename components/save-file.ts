/** By an ordinary download, which takes hold of the file a moment after the click: a large one later than a small one. */
const HELD_MS = 60_000;

/** Hands a file to the user. `name` as it is offered. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HELD_MS);
}

export const jsonFile = (text: string): Blob => new Blob([text], { type: 'application/json' });
