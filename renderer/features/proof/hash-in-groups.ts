// A hash as people can read it aloud and compare it: in groups of four signs.

export function hashInGroups(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? ''
}
