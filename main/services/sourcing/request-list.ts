// The list of requests for quotation: the newest first.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import type { Id } from '#shared/ids.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { RequestRow } from '#shared/schemas/quote-requests.ts'

const asked = 'quote_answers a INDEXED BY quote_answers_by_request WHERE a.request_id = r.id AND a.deleted = 0'
const count = (state: string) => `(SELECT count(*) FROM ${asked}${state})`
const askedCount = count('')
const answeredCount = count(" AND a.state IN ('answered', 'chosen')")
const declinedCount = count(" AND a.state = 'declined'")
const lineCount = `(SELECT count(*) FROM quote_request_lines l INDEXED BY quote_request_lines_by_request
  WHERE l.request_id = r.id AND l.deleted = 0)`
const suppliers = `(SELECT group_concat(s.name, ', ') FROM quote_answers a INDEXED BY quote_answers_by_request
  JOIN parties s ON s.id = a.supplier_id WHERE a.request_id = r.id AND a.deleted = 0)`

export const requestList: ListSpec = {
  table: 'live_quote_requests',
  base: 'quote_requests',
  indexed: ['requestedOn'],
  columns: {
    number: { sql: 'r.number', type: 'code' },
    title: { sql: 'r.title', type: 'text' },
    requestedOn: { sql: 'r.requested_on', type: 'day' },
    answerBy: { sql: 'r.answer_by', type: 'day' },
    neededOn: { sql: 'r.needed_on', type: 'day' },
    status: { sql: 'r.status', type: 'choice' },
    lineCount: { sql: lineCount, type: 'number' },
    askedCount: { sql: askedCount, type: 'number' },
    answeredCount: { sql: answeredCount, type: 'number' },
    declinedCount: { sql: declinedCount, type: 'number' },
    suppliers: {
      sql: suppliers,
      type: 'text',
      isLike: `r.id IN (SELECT a.request_id FROM quote_answers a JOIN parties s ON s.id = a.supplier_id
        WHERE a.deleted = 0 AND s.name || ' ' || s.name_zh LIKE ? ESCAPE '\\')`,
    },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'title', 'suppliers'],
  defaultSort: [{ column: 'requestedOn', direction: 'desc' }],
}

const select = `SELECT r.id, r.number, r.title, r.requested_on AS requestedOn, r.answer_by AS answerBy,
  r.needed_on AS neededOn, r.status, ${lineCount} AS lineCount, ${askedCount} AS askedCount,
  ${answeredCount} AS answeredCount, ${declinedCount} AS declinedCount, coalesce(${suppliers}, '') AS suppliers, r.note
  FROM quote_requests r`

/** A page of requests. */
export function listRequests(db: ReadDb, input: ListInput): Page<RequestRow> {
  const { ids, total } = listPage(db, requestList, input)
  return { rows: requestRows(db, ids), total }
}

/** Requests as grid rows, in the order of `ids`. */
export function requestRows(db: ReadDb, ids: readonly Id[]): RequestRow[] {
  return rowsInOrder<RequestRow>(db, select, ids)
}
