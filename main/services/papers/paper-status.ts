// What becomes of a paper after it was issued. What it says never changes.
import type { WriteTx } from '#main/db/database.ts'
import type { PapersTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** The paper's row, or `papers/not-found`. */
function livingPaper(tx: WriteTx, id: Id): PapersTable {
  const row = tx.get<PapersTable>('SELECT * FROM live_papers WHERE id = ?', id)
  if (!row) throw new AppError('papers/not-found')
  return row
}

/**
 * Notes when and to whom it went; again, when it went out once more. A void one goes nowhere, and none on a day to come: at
 * most tomorrow, which it may already be where the person is.
 */
export function markPaperSent(tx: WriteTx, { id, on, to }: { id: Id; on: Day; to: string }): void {
  const { number, status, issued_on } = livingPaper(tx, id)
  if (status === 'void') throw new AppError('papers/is-void', { number })
  if (on < issued_on) throw new AppError('papers/sent-too-early', { number, issuedOn: issued_on, field: 'on' })
  const latest = addDays(bookToday(tx, tx.now), 1)
  if (on > latest) throw new AppError('papers/sent-too-late', { number, latest, field: 'on' })
  tx.update('papers', id, { status: 'sent', sent_on: on, sent_to: to })
}

/** The paper counts no more; it stays with its number and everything it said. */
export function voidPaper(tx: WriteTx, { id, note }: { id: Id; note: string }): void {
  const paper = livingPaper(tx, id)
  if (paper.status === 'void') throw new AppError('papers/is-void', { number: paper.number })
  tx.update('papers', id, { status: 'void', note: note || paper.note })
}

/** All of the papers or none. */
export function setPapersArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    livingPaper(tx, id)
    tx.update('papers', id, { archived: archived ? 1 : 0 })
  }
}
