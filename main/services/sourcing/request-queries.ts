// A request for quotation with its goods, who was asked and what they answered.
import type { ReadDb } from '#main/db/database.ts'
import type { QuoteAnswerLinesTable, QuoteAnswersTable } from '#main/db/tables.ts'
import { answersOfRequest, livingRequest } from '#main/services/sourcing/request-rows.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal, minorText } from '#shared/money.ts'
import { ppmToPercent } from '#shared/percent.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'
import type {
  AnswerLine,
  AnswerState,
  NamedSupplier,
  QuoteAnswer,
  QuoteRequest,
  RequestLine,
  RequestStatus,
} from '#shared/schemas/quote-requests.ts'

const milli = 1000

/** The request, archived or not, or `requests/not-found`. */
export function getRequest(db: ReadDb, id: Id): QuoteRequest {
  const row = livingRequest(db, id)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    requestedOn: row.requested_on as Day,
    answerBy: row.answer_by as Day | null,
    neededOn: row.needed_on as Day | null,
    incoterm: row.incoterm,
    place: row.place,
    note: row.note,
    status: row.status as RequestStatus,
    archived: row.archived === 1,
    lines: requestLines(db, id),
    answers: quoteAnswers(db, id),
    orders: ordersOf(db, id),
  }
}

export function requestLines(db: ReadDb, requestId: Id): RequestLine[] {
  return db.all<RequestLine>(
    `SELECT l.id, l.position, l.product_id AS productId, coalesce(p.sku, '') AS sku,
       coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh,
       coalesce(p.unit, '') AS unit, l.description, l.qty_milli / 1000.0 AS quantity, l.sales_line_id AS salesLineId
     FROM live_quote_request_lines l LEFT JOIN products p ON p.id = l.product_id
     WHERE l.request_id = ? ORDER BY l.position, l.id`,
    requestId,
  )
}

/** By the supplier's name. */
export function quoteAnswers(db: ReadDb, requestId: Id): QuoteAnswer[] {
  const rows = answersOfRequest(db, requestId)
  const lines = Map.groupBy(answerLines(db, requestId), (line) => line.answer_id)
  return rows
    .map((row) => asAnswer(row, { supplier: supplierNamed(db, row.supplier_id), lines: lines.get(row.id) ?? [] }))
    .toSorted((one, other) => one.supplier.name.localeCompare(other.supplier.name, 'en') || one.id - other.id)
}

function supplierNamed(db: ReadDb, id: Id): NamedSupplier {
  const row = db.get<NamedSupplier>('SELECT id, name, name_zh AS nameZh FROM parties WHERE id = ?', id)
  return row ?? { id, name: '', nameZh: '' }
}

function answerLines(db: ReadDb, requestId: Id): QuoteAnswerLinesTable[] {
  return db.all<QuoteAnswerLinesTable>(
    `SELECT l.* FROM quote_answers a INDEXED BY quote_answers_by_request
     CROSS JOIN quote_answer_lines l INDEXED BY quote_answer_lines_by_answer ON l.answer_id = a.id
     WHERE a.request_id = ? AND l.deleted = 0 ORDER BY l.id`,
    requestId,
  )
}

type Beside = { supplier: NamedSupplier; lines: readonly QuoteAnswerLinesTable[] }

function asAnswer(row: QuoteAnswersTable, { supplier, lines }: Beside): QuoteAnswer {
  const amount = (minor: number | null) => minorText(minor, row.currency)
  return {
    id: row.id,
    supplier,
    state: row.state as AnswerState,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
    currency: row.currency,
    rate: row.rate,
    rateOn: row.rate_on,
    incoterm: row.incoterm,
    place: row.place,
    freight: amount(row.freight_minor),
    other: amount(row.other_minor),
    dutyPercent: row.duty_ppm === null ? null : ppmToPercent(row.duty_ppm),
    vatIncluded: row.vat_included === 1,
    vatPercent: ppmToPercent(row.vat_ppm),
    terms: {
      depositPercent: ppmToPercent(row.deposit_ppm),
      dueFrom: row.due_from as DueFrom,
      dueDays: row.due_days,
    },
    leadTimeDays: row.lead_time_days,
    validTo: row.valid_to as Day | null,
    reference: row.reference,
    note: row.note,
    lines: lines.map((line) => asAnswerLine(line, row.currency)),
  }
}

function asAnswerLine(row: QuoteAnswerLinesTable, currency: string): AnswerLine {
  return {
    lineId: row.line_id,
    price: row.price_micros === null ? null : microsToDecimal(row.price_micros, currency),
    supplierCode: row.supplier_code,
    minOrder: row.min_order_milli === null ? null : row.min_order_milli / milli,
    carton: row.carton_milli === null ? null : row.carton_milli / milli,
    leadTimeDays: row.lead_time_days,
    note: row.note,
  }
}

function ordersOf(db: ReadDb, requestId: Id): QuoteRequest['orders'] {
  return db.all<QuoteRequest['orders'][number]>(
    `SELECT o.id, o.number, o.answer_id AS answerId, o.status
     FROM quote_answers a INDEXED BY quote_answers_by_request
     CROSS JOIN purchase_orders o INDEXED BY purchase_orders_by_answer ON o.answer_id = a.id
     WHERE a.request_id = ? AND o.answer_id IS NOT NULL AND o.deleted = 0 ORDER BY o.id`,
    requestId,
  )
}
