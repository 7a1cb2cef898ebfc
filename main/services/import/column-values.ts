// All that stands in a column, where that is not much: the file's own words for a status and the like.

/** More words than this are no list to say the meaning of, one by one. */
const mostValues = 24
const longest = 80

export type ColumnValues = {
  add(cells: readonly string[]): void
  /** The words of the column at a place, as often met first; empty where there are too many. */
  of(at: number): string[]
}

export function columnValues(width: number): ColumnValues {
  const sets: (Set<string> | null)[] = Array.from({ length: width }, () => new Set())
  return {
    add(cells) {
      for (let at = 0; at < width; at += 1) {
        const set = sets[at]
        if (!set) continue
        const cell = cells[at]?.trim() ?? ''
        if (cell === '') continue
        if (cell.length > longest) sets[at] = null
        else set.add(cell)
        if (set.size > mostValues) sets[at] = null
      }
    },
    of: (at) => [...(sets[at] ?? [])].sort(),
  }
}
