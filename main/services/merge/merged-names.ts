// What the things of a report are called: a record by its title, anything else by its own words and the record it hangs on.
import type { ReadDb } from '#main/db/database.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { tablesOfKind } from '#main/services/merge/merged-tables.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { rowRecords } from '#main/services/records/row-records.ts'
import type { Id } from '#shared/ids.ts'
import type { MergedKind, MergedRecord } from '#shared/schemas/merge.ts'
import type { RecordRef, RecordTitle } from '#shared/schemas/records.ts'

type Thing = { kind: MergedKind; id: Id }
type Name = Pick<MergedRecord, 'record' | 'label' | 'elsewhere'>

/**
 * Reads the names of many at once: as our book has them, and what the other one calls the same record where that differs.
 * What only the other book holds is read from the trial merge, which holds what either side made.
 */
export function namesOf({ ours, theirs, together }: LookBooks, things: readonly Thing[]): (thing: Thing) => Name {
  const words = wordsOf(together, things)
  const known = wordsOf(ours, things)
  const refs = [...words.values(), ...known.values()].flatMap(({ record }) => record ?? [])
  const titles = [ours, together, theirs].map((db) => recordTitles(db, refs))
  return ({ kind, id }) => {
    const found = known.get(`${kind} ${id}`) ?? words.get(`${kind} ${id}`)
    const key = found?.record ? recordKey(found.record) : ''
    const [here = null, merged = null, there = null] = titles.map((title) => title.get(key) ?? null)
    return { record: here ?? merged, label: found?.label ?? '', elsewhere: here && differs(here, there) ? there : null }
  }
}

function differs(here: RecordTitle, there: RecordTitle | null): boolean {
  return there !== null && (['code', 'name', 'nameZh'] as const).some((part) => here[part] !== there[part])
}

type Words = Map<string, { record: RecordRef | null; label: string }>

function wordsOf(db: ReadDb, things: readonly Thing[]): Words {
  const words: Words = new Map()
  for (const [kind, own] of Map.groupBy(things, (thing) => thing.kind)) {
    const ids = [...new Set(own.map(({ id }) => id))]
    if (kind in recordKindRules)
      for (const id of ids) words.set(`${kind} ${id}`, { record: asRef(kind, id), label: '' })
    else
      for (const table of tablesOfKind(kind))
        for (const row of rowRecords(db, table, ids)) words.set(`${kind} ${row.rowId}`, row)
  }
  return words
}

function asRef(kind: MergedKind, id: Id): RecordRef {
  return { kind: kind as RecordRef['kind'], id }
}
