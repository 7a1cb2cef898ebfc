// The state of a record as its form has it, as a short token: forms take it with the values they begin with and send it
// back when they save, so that nobody overwrites unseen what someone else changed meanwhile.
import type { Param, ReadDb } from '#main/db/database.ts'
import { changeOperationsSql } from '#main/services/history/record-history.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { ownedSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { AppError } from '#shared/errors.ts'
import type { RecordRef, Revised } from '#shared/schemas/records.ts'

/**
 * Of the record's row and of each table of its own rows: the newest change in the log and how many rows there are. Rows are
 * never deleted and the log only grows, so any change makes another token.
 */
export function recordRevision(db: ReadDb, { kind, id }: RecordRef): string {
  const { table, children, besideForm } = recordKindRules[kind]
  const parts = [
    newestChange(
      'changes c INDEXED BY changes_by_row',
      `c.table_name = '${table}' AND c.row_id = ?`,
      besideForm?.columns,
    ),
    ...children
      .filter((child) => !besideForm?.tables?.includes(child.table))
      .flatMap((child) => [
        `SELECT count(*) FROM ${child.table} r WHERE ${ownedSql(child)}`,
        newestChange(
          `${child.table} r CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = '${child.table}' AND c.row_id = r.id`,
          ownedSql(child),
        ),
      ]),
  ]
  const params: Param[] = parts.map(() => id)
  const [row = []] = db.raw(`SELECT ${parts.map((part) => `(${part})`).join(', ')}`, ...params)
  return row.map((part) => part ?? 0).join('.')
}

function newestChange(from: string, where: string, unheld: readonly string[] = []): string {
  const names = unheld.map((column) => `'${column}'`).join(', ')
  const isHeld = names ? ` AND EXISTS (SELECT 1 FROM json_each(c.after) a WHERE a.key NOT IN (${names}))` : ''
  return `SELECT max(c.id) FROM ${from} WHERE ${where}${isHeld}`
}

/** What is read of a record together with its revision, in one reading. */
export function revised<Value extends object>(db: ReadDb, record: RecordRef, value: Value): Revised<Value> {
  return { ...value, revision: recordRevision(db, record) }
}

/**
 * Throws `records/changed-since`, with who did it when, if the record is not any more as whoever edits it has seen it. Within
 * the write that edits, nobody can come in between. Without `seen` nothing is asked.
 */
export function refuseChangedSince(db: ReadDb, record: RecordRef, seen: string | undefined): void {
  if (seen === undefined) return
  const revision = recordRevision(db, record)
  const last = revision === seen ? undefined : lastChange(db, record)
  // What never was has no changes: the command says so itself.
  if (!last) return
  const person = personOf(last)
  throw new AppError('records/changed-since', {
    revision,
    at: last.at,
    person: person?.name ?? '',
    personZh: person?.nameZh ?? '',
  })
}

function lastChange(db: ReadDb, record: RecordRef): (PersonColumns & { at: number }) | undefined {
  const { sql, params } = changeOperationsSql(record)
  return db.get(
    `SELECT o.wall_at AS at, ${personColumns} FROM (${sql}) e CROSS JOIN operations o ON o.id = e.operation_id
     LEFT JOIN people p ON p.id = o.person_id ORDER BY o.clock DESC, o.replica DESC LIMIT 1`,
    ...params,
  )
}
