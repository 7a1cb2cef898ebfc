// What the ids in changes mean: a column that refers to a record (the schema says which) gets the record's title.
import type { ReadDb } from '#main/db/database.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

type Change = HistoryEntry['changes'][number]
type Titles = HistoryEntry['titles']

const kindOfTable = new Map(
  Object.entries(recordKindRules).map(([kind, { table }]) => [table, kind as RecordKind] as const),
)

/** Reads the titles of all references in the changes at once; answers those of some of the changes. */
export function referenceTitles(db: ReadDb, all: readonly Change[]): (some: readonly Change[]) => Titles {
  const kinds = new Map<string, ReadonlyMap<string, RecordKind>>()
  const refsOf = (change: Change) => {
    if (!change.column.endsWith('_id')) return []
    const known = kinds.get(change.table) ?? referringColumns(db, change.table)
    kinds.set(change.table, known)
    const kind = known.get(change.column)
    return kind ? [change.before, change.after].flatMap((id) => refTo(kind, id)) : []
  }
  const titles = recordTitles(db, all.flatMap(refsOf))
  return (some) =>
    some.flatMap((change) =>
      refsOf(change).flatMap((ref) => {
        const title = titles.get(recordKey(ref))
        return title ? [{ ...title, table: change.table, column: change.column }] : []
      }),
    )
}

function refTo(kind: RecordKind, id: Change['before']): RecordRef[] {
  return typeof id === 'number' ? [{ kind, id: id as Id }] : []
}

/** The columns of a table that refer to records, by the foreign keys of the schema. */
function referringColumns(db: ReadDb, table: string): ReadonlyMap<string, RecordKind> {
  const keys = db.raw('SELECT "from", "table" FROM pragma_foreign_key_list(?)', table) as [string, string][]
  return new Map(
    keys.flatMap(([column, target]) => {
      const kind = kindOfTable.get(target)
      return kind ? [[column, kind] as const] : []
    }),
  )
}
