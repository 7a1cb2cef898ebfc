// What suppliers answered to a request, written down; recording it again changes it.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { QuoteAnswersTable } from '#main/db/tables.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { documentRate } from '#main/services/rates/document-rate.ts'
import { livingAnswer, requestIn } from '#main/services/sourcing/request-rows.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMicros, typedMinor } from '#shared/money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { AnswerInput } from '#shared/schemas/quote-requests.ts'

/** Only of a supplier who was asked; an answer that was chosen stays as it is. */
export function recordAnswer(tx: WriteTx, answer: AnswerInput): void {
  const before = openAnswer(tx, answer.answerId)
  const answeredAt = answeredTime(tx, before, answer.answeredAt)
  const orderedOn = dayOf(answeredAt as Instant, bookFacts(tx).timeZone)
  const { rate, rateOn } = documentRate(
    tx,
    { currency: answer.currency, rate: answer.rate, orderedOn },
    { base: baseCurrency(tx), before },
  )
  tx.update('quote_answers', before.id, {
    ...columnsOf(answer),
    rate,
    rate_on: rateOn,
    state: 'answered',
    answered_at: answeredAt,
  })
  keepLines(tx, before, answer.lines)
}

type Declined = { answerId: Id; answeredAt?: number | undefined; note: string }

/** The supplier will not quote. What it had answered before stays, and is not compared. */
export function declineAnswer(tx: WriteTx, { answerId, answeredAt, note }: Declined): void {
  const before = openAnswer(tx, answerId)
  tx.update('quote_answers', before.id, {
    state: 'declined',
    answered_at: answeredTime(tx, before, answeredAt),
    ...(note === '' ? {} : { note }),
  })
}

function openAnswer(tx: WriteTx, id: Id): QuoteAnswersTable {
  const row = livingAnswer(tx, id)
  requestIn(tx, row.request_id, ['sent'])
  if (row.sent_at === null) throw new AppError('requests/not-asked')
  if (row.state === 'chosen') throw new AppError('requests/answer-chosen')
  return row
}

function answeredTime(tx: WriteTx, { sent_at, answered_at }: QuoteAnswersTable, given: number | undefined): number {
  const at = given ?? answered_at ?? tx.now
  if (at > tx.now) throw new AppError('requests/time-ahead', { field: 'answeredAt' })
  if (sent_at !== null && at < sent_at) throw new AppError('requests/answer-before-sent', { field: 'answeredAt' })
  return at
}

function columnsOf(answer: AnswerInput): Record<string, Param> {
  const minor = (field: 'freight' | 'other') =>
    atField(field, () => (answer[field] === null ? null : typedMinor(answer[field], answer.currency)))
  return {
    currency: answer.currency,
    incoterm: answer.incoterm,
    place: answer.place,
    freight_minor: minor('freight'),
    other_minor: minor('other'),
    duty_ppm: answer.dutyPercent === null ? null : percentToPpm(answer.dutyPercent),
    vat_included: answer.vatIncluded ? 1 : 0,
    vat_ppm: percentToPpm(answer.vatPercent),
    deposit_ppm: percentToPpm(answer.terms.depositPercent),
    due_from: answer.terms.dueFrom,
    due_days: answer.terms.dueDays,
    lead_time_days: answer.leadTimeDays,
    valid_to: answer.validTo,
    reference: answer.reference,
    note: answer.note,
  }
}

/** One row for each line of the request that the answer speaks of; a line it leaves out is not offered. */
function keepLines(tx: WriteTx, { id: answerId, request_id }: QuoteAnswersTable, lines: AnswerInput['lines']): void {
  const asked = new Set(
    tx.raw('SELECT id FROM live_quote_request_lines WHERE request_id = ?', request_id).map(([id]) => id as Id),
  )
  const rows = tx.all<{ id: Id; lineId: Id }>(
    'SELECT id, line_id AS lineId FROM live_quote_answer_lines WHERE answer_id = ? ORDER BY id',
    answerId,
  )
  const before = new Map(rows.map((row) => [row.lineId, row.id]))
  const said = new Set<Id>()
  lines.forEach((line, index) => {
    if (!asked.has(line.lineId) || said.has(line.lineId))
      throw new AppError('requests/line-not-found', { field: `lines.${index}` })
    said.add(line.lineId)
    const values = {
      price_micros: line.price === null ? null : atField(`lines.${index}.price`, () => typedMicros(line.price ?? '0')),
      supplier_code: line.supplierCode,
      min_order_milli: line.minOrder === null ? null : toMilli(line.minOrder),
      carton_milli: line.carton === null ? null : toMilli(line.carton),
      lead_time_days: line.leadTimeDays,
      note: line.note,
    }
    const row = before.get(line.lineId)
    if (row === undefined) tx.insert('quote_answer_lines', { answer_id: answerId, line_id: line.lineId, ...values })
    else tx.update('quote_answer_lines', row, values)
  })
  for (const { id, lineId } of rows) {
    if (!said.has(lineId) || before.get(lineId) !== id) tx.update('quote_answer_lines', id, { deleted: 1 })
  }
}
