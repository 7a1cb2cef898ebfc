// Erases a person: a consumer with all that hangs on them, or one contact. Cannot be undone.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { eraseRows, isErased } from '#main/db/erase.ts'
import { operationHeads } from '#main/services/history/log-entries.ts'
import { mentionsOf } from '#main/services/parties/mentions.ts'
import { type FoundRow, personalRows } from '#main/services/parties/personal-rows.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import {
  type EraseInput,
  type Erasure,
  type ErasureCount,
  type ErasurePreview,
  type ErasureTarget,
  erasedKinds,
} from '#shared/schemas/erasure.ts'

/** What erasing would take, what it would leave, and where the person is named besides. */
export function previewErasure(db: ReadDb, target: ErasureTarget): ErasurePreview {
  const { name } = named(db, target)
  const rows = rowsOf(db, target)
  return {
    name,
    erased: counted(rows.filter((row) => !row.isDocument)),
    documents: counted(rows.filter((row) => row.isDocument)),
    mentions: mentionsOf(db, rows),
    now: db.now,
  }
}

/** Erases; `parties/erase-name` unless the name was typed as it stands. Returns how many rows were blanked. */
export function eraseParty(tx: WriteTx, { withDocuments, name, ...target }: EraseInput): number {
  const known = named(tx, target)
  if (name.trim() !== known.name.trim()) throw new AppError('parties/erase-name', { field: 'name' })
  const rows = rowsOf(tx, target).filter((row) => withDocuments || !row.isDocument)
  if (rows.length === 0) throw new AppError('parties/erased-already')
  hideErased(tx, rows)
  return eraseRows(tx, rows)
}

/** Takes out of sight what says nothing any more once it is erased; the party itself goes to the archive. */
export function hideErased(tx: WriteTx, rows: readonly Pick<FoundRow, 'table' | 'id' | 'isRemoved'>[]): void {
  for (const { table, id, isRemoved } of rows) {
    if (isRemoved) tx.run(`UPDATE ${table} SET deleted = 1 WHERE id = ? AND deleted = 0`, id)
    if (table === 'parties') tx.update('parties', id, { archived: 1 })
  }
}

/** When a party was erased, and by whom. */
export function erasureOf(db: ReadDb, id: Id): Erasure {
  const made = db.get<{ operationId: Id }>(
    `SELECT o.id AS operationId FROM erasures e JOIN operations o ON e.id BETWEEN o.first_id AND o.last_id
     WHERE e.table_name = 'parties' AND e.row_id = ? ORDER BY o.clock LIMIT 1`,
    id,
  )
  if (!made) return null
  const [head] = operationHeads(db, [made.operationId])
  return head ? { at: head.at as Instant, person: head.person ?? '', isPurged: isPurged(db) } : null
}

/** Whether the file has been written anew since the last erasure. */
export function isPurged(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM this_copy WHERE purge_due = 1') === undefined
}

function named(db: ReadDb, { id, contactId }: ErasureTarget): { name: string } {
  const row =
    contactId === null
      ? db.get<{ name: string }>('SELECT name FROM live_parties WHERE id = ?', id)
      : db.get<{ name: string }>('SELECT name FROM contacts WHERE id = ? AND party_id = ?', contactId, id)
  if (!row) throw new AppError('parties/not-found')
  return row
}

function rowsOf(db: ReadDb, { id, contactId }: ErasureTarget): FoundRow[] {
  if (contactId === null) return personalRows(db, id)
  const contact = { kind: 'contacts', table: 'contacts', id: contactId, isRemoved: true } as const
  return isErased(db, 'contacts', contactId) ? [] : [{ ...contact, isDocument: undefined }]
}

function counted(rows: readonly FoundRow[]): ErasureCount[] {
  // A file is counted once, not again by its content; an item belongs to its task.
  const own = rows.filter(({ table }) => !['attachments', 'paper_contents', 'task_items'].includes(table))
  return erasedKinds
    .map((kind) => ({ kind, count: own.filter((row) => row.kind === kind).length }))
    .filter(({ count }) => count > 0)
}
