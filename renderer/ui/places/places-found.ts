// What of a folder is shown: what holds the searched text, in the order wished for.
import type { PlaceView } from '#shared/schemas/places.ts'

export type PlaceOrder = 'newest' | 'name'

export function placesFound(
  { folders, files }: Pick<PlaceView, 'folders' | 'files'>,
  search: string,
  order: PlaceOrder,
): Pick<PlaceView, 'folders' | 'files'> {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const isFound = ({ name }: { name: string }) => words.every((word) => folded(name).includes(word))
  const inOrder = <Entry extends { name: string; changedAt: number }>(entries: readonly Entry[]): Entry[] =>
    entries
      .filter(isFound)
      .sort((left, right) => (order === 'newest' ? right.changedAt - left.changedAt : 0) || byName(left, right))
  return { folders: folders.filter(isFound).sort(byName), files: inOrder(files) }
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name.localeCompare(right.name, undefined, { numeric: true })
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
