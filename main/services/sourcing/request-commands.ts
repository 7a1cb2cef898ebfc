// What a seller does with requests for quotation: goods and suppliers are put together, sent, and in the end closed.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { QuoteRequestLinesTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { mayAskFrom, refuseUnlessMay } from '#main/services/scores/may-buy.ts'
import { nextRequestNumber, refuseTakenRequestNumber } from '#main/services/sourcing/request-numbers.ts'
import { answersOfRequest, livingRequest, requestIn } from '#main/services/sourcing/request-rows.ts'
import { supplierStatus } from '#main/services/suppliers/supplier-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { RequestInput, SendRequestInput } from '#shared/schemas/quote-requests.ts'

/** Adds a draft; without a number it gets this copy's next. */
export function addRequest(tx: WriteTx, request: RequestInput): { id: Id; number: string } {
  const number = request.number || nextRequestNumber(tx, request.requestedOn)
  refuseTakenRequestNumber(tx, number, null)
  const id = tx.insert('quote_requests', { number, ...columnsOf(request) })
  keepLines(tx, id, request.lines)
  keepAsked(tx, id, request.supplierIds)
  return { id, number }
}

/** Changes a request that is not closed. Once somebody answered, the goods stay as they were asked for. */
export function editRequest(tx: WriteTx, id: Id, request: RequestInput): void {
  const before = requestIn(tx, id, ['draft', 'sent'])
  const number = request.number || before.number
  refuseTakenRequestNumber(tx, number, id)
  tx.update('quote_requests', id, { number, ...columnsOf(request) })
  keepLines(tx, id, request.lines)
  keepAsked(tx, id, request.supplierIds)
}

/**
 * Marks as asked whoever was not yet. `requests/supplier-blocked` where one may not be asked; `requests/supplier-warned` where
 * something speaks against it, unless it is sent `despite` that. A candidate may be asked: that is how it is got to know.
 */
export function sendRequest(tx: WriteTx, { id, sentAt, despite }: SendRequestInput): void {
  const { number } = requestIn(tx, id, ['draft', 'sent'])
  const at = sentAt ?? tx.now
  if (at > tx.now) throw new AppError('requests/time-ahead', { field: 'sentAt' })
  const unsent = answersOfRequest(tx, id).filter(({ sent_at }) => sent_at === null)
  if (unsent.length === 0) throw new AppError('requests/nobody-to-ask', { number, field: 'supplierIds' })
  const today = bookToday(tx, tx.now)
  for (const { id: answerId, supplier_id: supplierId } of unsent) {
    refuseUnlessMay(tx, mayAskFrom(tx, supplierId, today), { of: 'requests', supplierId, despite, number })
    tx.update('quote_answers', answerId, { sent_at: at })
  }
  tx.update('quote_requests', id, { status: 'sent' })
}

/** Nothing more is waited for. */
export function closeRequest(tx: WriteTx, id: Id): void {
  requestIn(tx, id, ['sent'])
  tx.update('quote_requests', id, { status: 'closed' })
}

export function cancelRequest(tx: WriteTx, id: Id): void {
  requestIn(tx, id, ['draft', 'sent'])
  tx.update('quote_requests', id, { status: 'cancelled' })
}

/** Closed or cancelled by mistake. */
export function reopenRequest(tx: WriteTx, id: Id): void {
  requestIn(tx, id, ['closed', 'cancelled'])
  const wasSent = answersOfRequest(tx, id).some(({ sent_at }) => sent_at !== null)
  tx.update('quote_requests', id, { status: wasSent ? 'sent' : 'draft' })
}

/** All of them or none; what is still waited for stays where it is seen. */
export function setRequestsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const { number, status } = livingRequest(tx, id)
    if (archived && status === 'sent') throw new AppError('requests/still-open', { number })
    tx.update('quote_requests', id, { archived: archived ? 1 : 0 })
  }
}

/** Takes drafts to the bin, all or none: what was sent is cancelled or closed, and put away. */
export function removeRequests(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    const { number } = requestIn(tx, id, ['draft', 'cancelled'])
    const answers = answersOfRequest(tx, id)
    if (answers.some(({ sent_at }) => sent_at !== null)) throw new AppError('requests/was-sent', { number })
    for (const answer of answers) tx.update('quote_answers', answer.id, { deleted: 1 })
    for (const line of linesOf(tx, id)) tx.update('quote_request_lines', line.id, { deleted: 1 })
    tx.update('quote_requests', id, { deleted: 1 })
  }
}

function columnsOf(request: RequestInput): Record<string, Param> {
  return {
    title: request.title,
    requested_on: request.requestedOn,
    answer_by: request.answerBy,
    needed_on: request.neededOn,
    incoterm: request.incoterm,
    place: request.place,
    note: request.note,
  }
}

function linesOf(tx: WriteTx, requestId: Id): QuoteRequestLinesTable[] {
  return tx.all<QuoteRequestLinesTable>('SELECT * FROM live_quote_request_lines WHERE request_id = ?', requestId)
}

/** Makes the living lines those of the list, in its order. */
function keepLines(tx: WriteTx, requestId: Id, lines: RequestInput['lines']): void {
  const before = new Map(linesOf(tx, requestId).map((row) => [row.id, row]))
  const isAnswered = answersOfRequest(tx, requestId).some(({ answered_at }) => answered_at !== null)
  const refuse = () => {
    if (isAnswered) throw new AppError('requests/answered', { field: 'lines' })
  }
  lines.forEach((line, index) => {
    const values = {
      position: index + 1,
      product_id: line.productId,
      description: line.description,
      qty_milli: toMilli(line.quantity),
      sales_line_id: line.salesLineId,
    }
    const row = line.id === undefined ? undefined : before.get(line.id)
    if (line.id !== undefined && !row) throw new AppError('requests/line-not-found', { field: `lines.${index}` })
    refuseUnknownLine(tx, line, { row, field: `lines.${index}.productId` })
    if (!row) {
      refuse()
      tx.insert('quote_request_lines', { request_id: requestId, ...values })
      return
    }
    before.delete(row.id)
    if (row.product_id !== values.product_id || row.qty_milli !== values.qty_milli) refuse()
    tx.update('quote_request_lines', row.id, values)
  })
  if (before.size > 0) refuse()
  for (const id of before.keys()) tx.update('quote_request_lines', id, { deleted: 1 })
}

type KeptLine = { row: QuoteRequestLinesTable | undefined; field: string }

/** What is newly named must be there. */
function refuseUnknownLine(tx: WriteTx, line: RequestInput['lines'][number], { row, field }: KeptLine): void {
  const { productId, salesLineId } = line
  if (productId !== null && productId !== row?.product_id) {
    if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId))
      throw new AppError('catalog/product-not-found', { field })
  }
  if (salesLineId !== null && salesLineId !== row?.sales_line_id) {
    if (!tx.get('SELECT 1 FROM live_order_lines WHERE id = ?', salesLineId))
      throw new AppError('orders/line-not-found', { field })
  }
}

/** Makes those who are asked the ones of the list; who has answered or declined stays. */
function keepAsked(tx: WriteTx, requestId: Id, supplierIds: readonly Id[]): void {
  const wanted = new Set(supplierIds)
  for (const { id, supplier_id, state } of answersOfRequest(tx, requestId)) {
    if (!wanted.has(supplier_id) && state === 'asked') tx.update('quote_answers', id, { deleted: 1 })
    wanted.delete(supplier_id)
  }
  for (const supplierId of wanted) {
    supplierStatus(tx, supplierId)
    tx.insert('quote_answers', { request_id: requestId, supplier_id: supplierId })
  }
}
