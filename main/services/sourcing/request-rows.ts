// Rows of requests for quotation and of the answers to them, and whether something may be done with them.
import type { ReadDb } from '#main/db/database.ts'
import type { QuoteAnswersTable, QuoteRequestsTable } from '#main/db/tables.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { RequestStatus } from '#shared/schemas/quote-requests.ts'

/** The request, or `requests/not-found`. */
export function livingRequest(db: ReadDb, id: Id): QuoteRequestsTable {
  const row = db.get<QuoteRequestsTable>('SELECT * FROM live_quote_requests WHERE id = ?', id)
  if (!row) throw new AppError('requests/not-found')
  return row
}

/** The request where it stands in one of these states, else `requests/wrong-status`. */
export function requestIn(db: ReadDb, id: Id, statuses: readonly RequestStatus[]): QuoteRequestsTable {
  const row = livingRequest(db, id)
  if (!statuses.includes(row.status as RequestStatus))
    throw new AppError('requests/wrong-status', { number: row.number, status: row.status })
  return row
}

export function answersOfRequest(db: ReadDb, requestId: Id): QuoteAnswersTable[] {
  return db.all<QuoteAnswersTable>(
    `SELECT * FROM quote_answers INDEXED BY quote_answers_by_request WHERE request_id = ? AND deleted = 0 ORDER BY id`,
    requestId,
  )
}

/** An answer to a living request, or `requests/answer-not-found`. */
export function livingAnswer(db: ReadDb, id: Id): QuoteAnswersTable {
  const row = db.get<QuoteAnswersTable>('SELECT * FROM live_quote_answers WHERE id = ?', id)
  if (!row) throw new AppError('requests/answer-not-found')
  return row
}
