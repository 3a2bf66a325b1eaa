/** Names for files of one archive: legal everywhere, and none another's in other letters of the same. */
export function fileNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const base = plain || 'table';
    let name = base;
    for (let again = 2; taken.has(name); again++) name = `${base}-${again}`;
    taken.add(name);
    return name;
  });
}
