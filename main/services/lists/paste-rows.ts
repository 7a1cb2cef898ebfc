// Which record each row of a pasted block is: by its key, else by its place below the focused cell.
import type { ReadDb } from '#main/db/database.ts'
import type { CellList } from '#main/services/lists/cell-list.ts'
import { listIds } from '#main/services/lists/list-specs.ts'
import type { PastedBlock } from '#main/services/lists/paste-columns.ts'
import type { Id } from '#shared/ids.ts'
import type { CellReading, PasteInput, PasteReport } from '#shared/schemas/cells.ts'

export type MatchedRows = Pick<PasteReport, 'unknown' | 'ambiguous' | 'beyond'> & {
  /** By row of the block; null where it has no record. */
  ids: (Id | null)[]
}

/** Rows by their place in the list as it is shown, from the focused one down; as they were seen where `ids` says so. */
export function rowsByPlace(db: ReadDb, { list, query, ids: seen }: PasteInput, block: PastedBlock): MatchedRows {
  const shown = seen ?? (listIds(db, { list, query }).slice(query.offset) as Id[])
  const ids = block.rows.map((_, index) => shown[index] ?? null)
  return { ids, unknown: [], ambiguous: [], beyond: ids.filter((id) => id === null).length }
}

type KeyedBlock = { block: PastedBlock; key: readonly string[]; reading: CellReading }

/** Rows by their key; those without one are left out, as totals below a table are. */
export function rowsByKey(db: ReadDb, list: CellList, { block, key, reading }: KeyedBlock): MatchedRows {
  const at = key.map((column) => block.columns.indexOf(column))
  const fold = (texts: readonly string[]) =>
    texts.map((text, index) => list.foldKey(key[index] ?? '', text, reading)).join('\u0000')
  const written = block.rows.map((row) => at.map((index) => row[index] ?? ''))
  const wanted = new Set(written.map(fold))
  const holders = new Map<string, Id[]>()
  for (const [id, ...texts] of list.allKeys(db, key)) {
    const folded = fold(texts)
    if (wanted.has(folded)) holders.set(folded, [...(holders.get(folded) ?? []), id])
  }
  const found: MatchedRows = { ids: [], unknown: [], ambiguous: [], beyond: 0 }
  const seen = new Set<string>()
  written.forEach((texts, row) => {
    const folded = fold(texts)
    const [first, second] = holders.get(folded) ?? []
    const said = { key: texts.join(' · '), row }
    const isEmpty = texts.every((text) => text.trim() === '')
    const isTwice = seen.has(folded)
    seen.add(folded)
    found.ids.push(first === undefined || second !== undefined || isTwice || isEmpty ? null : first)
    if (isEmpty) return
    if (first === undefined) found.unknown.push(said)
    else if (second !== undefined) found.ambiguous.push({ ...said, why: 'several' })
    else if (isTwice) found.ambiguous.push({ ...said, why: 'twice' })
  })
  return found
}
