// Pages of the report's lists: the records of a kind that are new or changed on a side, with what changed.
import type { ReadDb } from '#main/db/database.ts'
import type { ConflictPart, FoundConflict, sideNumber } from '#main/services/merge/conflict-types.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { authorsOf, lastOperation } from '#main/services/merge/merge-authors.ts'
import { addedFields, changedFields, fieldTitles } from '#main/services/merge/merge-fields.ts'
import { namesOf } from '#main/services/merge/merged-names.ts'
import { rowsChangedOf } from '#main/services/merge/row-changes.ts'
import type { Id } from '#shared/ids.ts'
import {
  type MergedKind,
  type MergedPlace,
  type MergedRecord,
  type MergeField,
  type MergeRecordsInput,
  mergeSides,
} from '#shared/schemas/merge.ts'

type Page = { rows: MergedRecord[]; total: number }

/** Of a record that one side worked on for months, so many fields are told. */
const mostFields = 40

export function recordPage(
  books: LookBooks,
  conflicts: readonly FoundConflict[],
  { kind, place, offset, limit }: Omit<MergeRecordsInput, 'look'>,
): Page {
  const { together } = books
  const where = 'FROM look_records WHERE kind = ? AND place = ?'
  const total = together.get<{ n: number }>(`SELECT count(*) AS n ${where}`, kind, place)?.n ?? 0
  const ids = together
    .raw(`SELECT id ${where} ORDER BY id LIMIT ? OFFSET ?`, kind, place, limit, offset)
    .map((row) => row[0] as Id)
  return { rows: asRecords(books, { kind, place, ids, conflicts }), total }
}

type Asked = { kind: MergedKind; place: MergedPlace; ids: readonly Id[]; conflicts: readonly FoundConflict[] }

function asRecords(books: LookBooks, { kind, place, ids, conflicts }: Asked): MergedRecord[] {
  const { together } = books
  const isNew = place === 'newOurs' || place === 'newTheirs'
  const fieldsOf = isNew ? () => [] : fieldReader(books, kind, ids)
  const things = ids.map((id) => ({ kind, id }))
  const nameOf = namesOf(books, things)
  const last = ids.map((id) => mergeSides.map((side) => lastOperation(together, { kind, id, side })))
  const authors = authorsOf(
    together,
    last.flat().filter((id) => id !== null),
  )
  const conflictsOf = Map.groupBy(
    conflicts.filter((conflict) => conflict.kind === kind),
    ({ id }) => id,
  )
  const shown = ids.map((id) => fieldsOf(id))
  const titles = fieldTitles(
    together,
    shown.flatMap((fields) => fields.slice(0, mostFields)),
  )
  return things.map((thing, at) => {
    const fields = shown[at] ?? []
    const [ours, theirs] = (last[at] ?? []).map((id) => (id === null ? null : (authors.get(id) ?? null)))
    return {
      key: `${kind} ${thing.id}`,
      kind,
      place,
      ...nameOf(thing),
      fields: fields.slice(0, mostFields),
      moreFields: Math.max(0, fields.length - mostFields),
      titles: titles(fields.slice(0, mostFields)),
      ours: ours ?? null,
      theirs: theirs ?? null,
      conflicts: conflictsOf.get(thing.id)?.length ?? 0,
    }
  })
}

function fieldReader(books: LookBooks, kind: MergedKind, ids: readonly Id[]): (id: Id) => MergeField[] {
  const changes = new Map(
    rowsChangedOf(books.together, kind, ids).map((change) => [`${change.table} ${change.rowId}`, change]),
  )
  const rows = Map.groupBy(lookRows(books.together, kind, ids), ({ id }) => id)
  const placeOf = columnPlaces(books.together)
  return (id) =>
    (rows.get(id) ?? []).flatMap(({ table, rowId, made }) => {
      if (made !== null) return addedFields(books, { table, rowId }, mergeSides[made] ?? 'ours')
      const units = [...(changes.get(`${table} ${rowId}`)?.units.values() ?? [])]
      const parts = units
        .toSorted((one, other) => placeOf(table, one.columns[0]) - placeOf(table, other.columns[0]))
        .map(({ columns, base }): ConflictPart => ({ table, rowId, columns, base }))
      return changedFields(books, parts)
    })
}

/** The order of a table's columns, in which its fields are shown whoever changed which of them first. */
function columnPlaces(db: ReadDb): (table: string, column: string | undefined) => number {
  const known = new Map<string, string[]>()
  return (table, column = '') => {
    const columns =
      known.get(table) ?? db.raw('SELECT name FROM pragma_table_info(?)', table).map(([name]) => String(name))
    known.set(table, columns)
    return columns.indexOf(column)
  }
}

type LookRow = { id: Id; table: string; rowId: Id; made: (typeof sideNumber)['ours'] | null }

/** The record's own row first. */
function lookRows(together: ReadDb, kind: MergedKind, ids: readonly Id[]): LookRow[] {
  return together.all<LookRow>(
    `SELECT r.id, r.table_name AS "table", r.row_id AS rowId, r.made FROM json_each(?) j
     CROSS JOIN look_rows r ON r.kind = ? AND r.id = j.value ORDER BY r.is_own DESC, r.table_name, r.row_id`,
    JSON.stringify(ids),
    kind,
  )
}
