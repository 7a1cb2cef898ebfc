// Takes deleted rows out of the bin: each with what was deleted together with it, and only where it can stand: what it leans
// on lives, and nobody else has its key by now.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import { binRules, deleterSql } from '#main/services/bin/bin-kinds.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import { ownersOf } from '#main/services/history/row-owners.ts'
import { refuseTakenKeys } from '#main/services/history/taken-keys.ts'
import { ownedSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordKey, recordRefOf, recordTitles } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { BinRef, BinRefusal, BinRestored } from '#shared/schemas/bin.ts'

type Row = { table: string; id: Id }

/** All that can be taken out; the rest is told with the reason. Throws it where nothing can. */
export function restoreFromBin(
  tx: WriteTx,
  { items, withOthers }: { items: readonly BinRef[]; withOthers: boolean },
): BinRestored {
  let waiting = [...items]
  let refused: BinRefusal[] = []
  let others = 0
  let restored = 0
  // One may lean on another of the same wish: round after round, until none more comes out.
  for (;;) {
    refused = []
    const before = restored
    for (const item of waiting) {
      const outcome = tryOne(tx, item, withOthers)
      if ('code' in outcome)
        refused.push({ ...item, code: outcome.code, details: { ...outcome.details } as BinRefusal['details'] })
      else {
        restored += 1
        others += outcome.others
      }
    }
    if (refused.length === 0 || restored === before) break
    waiting = refused.map(({ kind, id }) => ({ kind, id }))
  }
  const [first] = refused
  if (restored === 0 && first) throw new AppError(first.code, first.details)
  return { restored, others, refused }
}

function tryOne(tx: WriteTx, { kind, id }: BinRef, withOthers: boolean): { others: number } | AppError {
  const row = { table: binRules[kind].table, id }
  try {
    return tx.attempt(
      () => ({ others: restoreRow(tx, row, withOthers) - 1 }),
      () => true,
    )
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Gives how many records came out: one, and those it leans on. */
function restoreRow(tx: WriteTx, row: Row, withOthers: boolean): number {
  const living = tx.get<{ deleted: number }>(`SELECT deleted FROM ${row.table} WHERE id = ?`, row.id)
  if (!living) throw new AppError('bin/gone')
  // Brought back by another of the same wish, or in another window.
  if (living.deleted === 0) return 1
  const rows = [row, ...deletedTogether(tx, row)]
  for (const { table, id } of rows) tx.run(`UPDATE ${table} SET deleted = 0 WHERE id = ?`, id)
  // Whoever comes back is somebody again.
  if (row.table === 'parties') tx.update('parties', row.id, { merged_into_id: null })
  let count = 1
  for (const leaned of rows.flatMap((one) => deletedBelow(tx, one))) {
    if (!withOthers) throw new AppError('bin/leans-on', { record: titleOf(tx, leaned) })
    count += restoreRow(tx, leaned, withOthers)
  }
  refuseTaken(tx, rows)
  settleTouched(tx, new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, some]) => [table, idsOf(some)])))
  return count
}

const idsOf = (rows: readonly Row[]) => new Set(rows.map(({ id }) => id))

function refuseTaken(tx: WriteTx, rows: readonly Row[]): void {
  try {
    refuseTakenKeys(
      tx,
      rows.map(({ table, id }) => ({ table, rowId: id, before: { deleted: 0 }, after: { deleted: 1 } })),
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'history/undo-key-taken') {
      throw new AppError('bin/key-taken', error.details)
    }
    throw error
  }
}

/** What hangs on records of any kind. */
const hanging = ['notes', 'record_attachments', 'tasks']

/** Parts of the record, and what hung on it, that the same operation deleted. */
function deletedTogether(db: ReadDb, { table, id }: Row): Row[] {
  const by = db.raw(`SELECT ${deleterSql(table, '?')}`, id)[0]?.[0] as Id | null
  const kind = Object.entries(recordKindRules).find(([, rule]) => rule.table === table)
  if (by === null || !kind) return []
  const [name, { children }] = kind
  const parts = [
    ...children.map((child) => ({ table: child.table, where: ownedSql(child), params: [id] })),
    ...hanging.map((other) => ({ table: other, where: 'r.record_kind = ? AND r.record_id = ?', params: [name, id] })),
  ]
  return parts.flatMap((part) =>
    db
      .raw(
        `SELECT r.id FROM ${part.table} r WHERE ${part.where} AND r.deleted = 1 AND ${deleterSql(part.table, 'r.id')} = ?`,
        ...part.params,
        by,
      )
      .map(([rowId]) => ({ table: part.table, id: rowId as Id })),
  )
}

/** Deleted rows that a row points at. */
function deletedBelow(db: ReadDb, { table, id }: Row): Row[] {
  const keys = db.raw('SELECT "from", "table" FROM pragma_foreign_key_list(?)', table) as [string, string][]
  const pointed = keys
    .filter(([, target]) => tableList[target]?.kind === 'record' && target !== 'books')
    .flatMap(([column, target]) =>
      db
        .raw(`SELECT t.id FROM ${table} r JOIN ${target} t ON t.id = r.${column} WHERE r.id = ? AND t.deleted = 1`, id)
        .map(([rowId]) => ({ table: target, id: rowId as Id })),
    )
  return [...pointed, ...deletedOwner(db, { table, id })]
}

function deletedOwner(db: ReadDb, { table, id }: Row): Row[] {
  if (!hanging.includes(table)) return []
  const row = db.get<{ kind: string; owner: Id | null }>(
    `SELECT record_kind AS kind, record_id AS owner FROM ${table} WHERE id = ?`,
    id,
  )
  const ref = row ? recordRefOf(row.kind, row.owner) : null
  const title = ref && recordTitles(db, [ref]).get(recordKey(ref))
  return ref && title?.deleted ? [{ table: recordKindRules[ref.kind].table, id: ref.id }] : []
}

function titleOf(db: ReadDb, { table, id }: Row): string {
  const owner = ownersOf(db, table, [id]).get(id)
  const title = owner && recordTitles(db, [owner]).get(recordKey(owner))
  return title ? [title.code, title.name].filter(Boolean).join(' \u00b7 ') : ''
}
