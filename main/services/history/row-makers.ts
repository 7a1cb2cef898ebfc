// Who made a row, and when, from the log: the operation in whose span its id lies.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { PersonName } from '#shared/schemas/people.ts'

/**
 * SQL for the operation that made the row whose id is `id`; NULL for seeded rows. Spans do not overlap, and of those that
 * begin at one id only the longest holds it, so the last that begins at or before the id, within its copy, is the one.
 */
export function makerSql(id: string): string {
  const firstOfCopy = `(${id} / 536870912) * 536870912`
  return `(SELECT iif(m.last_id >= ${id}, m.id, NULL) FROM operations m INDEXED BY operations_by_span
    WHERE m.first_id BETWEEN ${firstOfCopy} AND ${id} AND m.last_id >= m.first_id ORDER BY m.first_id DESC LIMIT 1)`
}

export type RowMaker = { operationId: Id; at: number; person: PersonName | null }

/** The makers of rows by the rows' ids. */
export function rowMakers(db: ReadDb, ids: readonly Id[]): Map<Id, RowMaker> {
  const rows = db.all<Omit<RowMaker, 'person'> & PersonColumns & { rowId: Id }>(
    `SELECT j.value AS rowId, o.id AS operationId, o.wall_at AS at, ${personColumns} FROM json_each(?) j
     JOIN operations o ON o.id = ${makerSql('j.value')} LEFT JOIN people p ON p.id = o.person_id`,
    JSON.stringify(ids),
  )
  return new Map(
    rows.map(({ rowId, operationId, at, ...person }) => [rowId, { operationId, at, person: personOf(person) }]),
  )
}

export type PersonColumns = { personName: string | null; personNameZh: string | null }

/** The name of the person `p` in both languages, of an operation that may have none. */
export const personColumns = 'p.name AS personName, p.name_zh AS personNameZh'

export function personOf({ personName, personNameZh }: PersonColumns): PersonName | null {
  return personName === null ? null : { name: personName, nameZh: personNameZh ?? '' }
}
