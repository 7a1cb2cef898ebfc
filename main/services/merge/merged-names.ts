// What the things of a report are called: a record by its title, anything else by its own words and the record it hangs on.
import type { ReadDb } from '#main/db/database.ts'
import { tablesOfKind } from '#main/services/merge/merged-tables.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { rowRecords } from '#main/services/records/row-records.ts'
import type { Id } from '#shared/ids.ts'
import type { MergedKind } from '#shared/schemas/merge.ts'
import type { RecordRef, RecordTitle } from '#shared/schemas/records.ts'

type Thing = { kind: MergedKind; id: Id }
type Name = { record: RecordTitle | null; label: string }

/** Reads the names of many at once, from the trial merge: it holds what either side made. */
export function namesOf(together: ReadDb, things: readonly Thing[]): (thing: Thing) => Name {
  const words = new Map<string, { record: RecordRef | null; label: string }>()
  for (const [kind, own] of Map.groupBy(things, (thing) => thing.kind)) {
    const ids = [...new Set(own.map(({ id }) => id))]
    if (kind in recordKindRules)
      for (const id of ids) words.set(`${kind} ${id}`, { record: asRef(kind, id), label: '' })
    else
      for (const table of tablesOfKind(kind))
        for (const row of rowRecords(together, table, ids)) words.set(`${kind} ${row.rowId}`, row)
  }
  const titles = recordTitles(
    together,
    [...words.values()].flatMap(({ record }) => record ?? []),
  )
  return ({ kind, id }) => {
    const found = words.get(`${kind} ${id}`)
    return { record: (found?.record && titles.get(recordKey(found.record))) ?? null, label: found?.label ?? '' }
  }
}

function asRef(kind: MergedKind, id: Id): RecordRef {
  return { kind: kind as RecordRef['kind'], id }
}
