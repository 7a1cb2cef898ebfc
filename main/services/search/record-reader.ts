// Reads what search looks through: records of one kind with the values of their own row and of their children.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { RecordKindRule, SearchedValue } from '#main/services/records/record-kind.ts'
import type { Id } from '#shared/ids.ts'

/** The next so many records by id, or these. */
export type Which = { after: Id; limit: number } | { ids: readonly Id[] }

export type ReadRecord = { id: Id; archived: boolean; deleted: boolean; facets: number }

export type RecordVisitor = {
  record(record: ReadRecord): void
  value(id: Id, value: SearchedValue, text: string): void
  /** A row that belongs to a record, the deleted ones as well: it tells when the record was touched. */
  row?(id: Id, table: string, rowId: Id): void
}

/** Visits records, deleted ones included, then the values of each in a fixed order. Gives the ids read. */
export function readRecords(db: ReadDb, rule: RecordKindRule, which: Which, visitor: RecordVisitor): Id[] {
  const ids = readOwn(db, rule, which, visitor)
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined || last === undefined) return ids
  for (const child of rule.search.children ?? []) {
    const among = 'ids' in which ? `IN (SELECT value FROM json_each(?))` : 'BETWEEN ? AND ?'
    const params: Param[] = 'ids' in which ? [JSON.stringify(ids)] : [first, last]
    const rows = db.raw(
      `SELECT c.${child.owner}, c.id, c.deleted, ${child.values.map(({ sql }) => sql).join(', ')} FROM ${child.table} c
       WHERE c.${child.owner} ${among} ORDER BY c.${child.owner}, c.id`,
      ...params,
    )
    for (const row of rows) {
      const id = row[0] as Id
      visitor.row?.(id, child.table, row[1] as Id)
      if (row[2] === 0) visitValues(id, child.values, row, 3, visitor)
    }
  }
  return ids
}

function readOwn(db: ReadDb, { table, search }: RecordKindRule, which: Which, visitor: RecordVisitor): Id[] {
  const facets = search.facets ?? []
  const columns = [
    'r.id',
    search.archived ?? 'r.archived',
    search.deleted ?? 'r.deleted',
    ...facets.map((facet) => `r.${facet}`),
    ...search.values.map(({ sql }) => sql),
  ]
  const where = 'ids' in which ? 'r.id IN (SELECT value FROM json_each(?))' : 'r.id > ? ORDER BY r.id LIMIT ?'
  const params: Param[] = 'ids' in which ? [JSON.stringify(which.ids)] : [which.after, which.limit]
  const rows = db.raw(`SELECT ${columns.join(', ')} FROM ${table} r ${search.join ?? ''} WHERE ${where}`, ...params)
  return rows.map((row) => {
    const id = row[0] as Id
    const bits = facets.reduce((sum, _, index) => sum | ((row[3 + index] as number) << index), 0)
    visitor.record({ id, archived: row[1] === 1, deleted: row[2] === 1, facets: bits })
    visitor.row?.(id, table, id)
    visitValues(id, search.values, row, 3 + facets.length, visitor)
    return id
  })
}

function visitValues(
  id: Id,
  values: readonly SearchedValue[],
  row: readonly unknown[],
  from: number,
  visitor: RecordVisitor,
): void {
  for (let index = 0; index < values.length; index += 1) {
    const text = row[from + index]
    // A joined row that is not there gives NULL.
    if (typeof text === 'string' && text !== '') visitor.value(id, values[index] as SearchedValue, text)
  }
}
