// The very lines, orders or requests behind a figure of a supplier, page by page.
import type { ReadDb } from '#main/db/database.ts'
import type { LineOutcome } from '#main/domain/suppliers/line-outcome.ts'
import { lineOutcome } from '#main/domain/suppliers/line-outcome.ts'
import { hoursBetween } from '#main/domain/suppliers/response-hours.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { workOutBoard } from '#main/services/scores/board.ts'
import { forEachLine, type ReadLine } from '#main/services/scores/bought-lines.ts'
import { forEachPricedLine, type PricedLine } from '#main/services/scores/line-prices.ts'
import { dayWeights } from '#main/services/scores/line-tallies.ts'
import { rankedSuppliers } from '#main/services/scores/ranked-suppliers.ts'
import { answeredQuestion, type FullQuestion, fullQuestion } from '#main/services/scores/score-question.ts'
import { answersOf, cancelledOrders, claimsByOrder } from '#main/services/scores/side-counts.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { FigureLine, FigureLines, FigureLinesInput, FigureName } from '#shared/schemas/scores.ts'

type Page = { offset: number; limit: number }

export function figureLines(db: ReadDb, input: FigureLinesInput): FigureLines {
  const { figure, supplierId, offset, limit } = input
  const question = fullQuestion(db, { ...input, supplierIds: [supplierId] })
  const row = workOutBoard(db, question).rows.find((one) => one.supplierId === supplierId)
  const head = {
    question: answeredQuestion(question),
    currency: baseCurrency(db),
    figure,
    value: row?.[figure] ?? null,
    reason: row?.reasons[figure] ?? null,
  }
  const page = { offset, limit }
  // A share of all that is bought is told by the board of all.
  if (figure === 'spendShare') {
    const { spendShare: value, reasons } = rankedSuppliers(db, input).row(supplierId)
    return { ...head, value, reason: reasons.spendShare ?? null, ...linesPart(db, question, { figure, page }) }
  }
  if (figure === 'answerHours' || figure === 'unansweredRate') return { ...head, ...answersPart(db, question, page) }
  if (figure === 'paperErrorRate' || figure === 'claimRate' || figure === 'cancelledRate')
    return { ...head, ...ordersPart(db, question, page) }
  return { ...head, ...linesPart(db, question, { figure, page }) }
}

type Counted = { line: ReadLine; outcome: LineOutcome; priced: PricedLine | undefined }

const counts: Readonly<Partial<Record<FigureName, (one: Counted) => boolean>>> = {
  onTimeRate: ({ outcome }) => outcome.isDue && outcome.isTimed,
  otifRate: ({ outcome }) => outcome.isDue && outcome.isTimed && outcome.isCounted,
  onTimeQtyRate: ({ outcome }) => outcome.isDue && outcome.isTimed && outcome.isCounted,
  inFullRate: ({ outcome }) => outcome.isDue && outcome.isCounted,
  ppm: ({ outcome }) => outcome.received > 0 && outcome.isInspected,
  rejectRate: ({ outcome }) => outcome.received > 0 && outcome.isInspected,
  fillRate: ({ line, outcome }) => (outcome.isDue || line.dueOn === null) && outcome.isCounted,
  acceptRate: ({ line, outcome }) => (outcome.isDue || line.dueOn === null) && outcome.isInspected,
  leadTimeMean: ({ outcome }) => outcome.leadDays !== null,
  leadTimeSd: ({ outcome }) => outcome.leadDays !== null,
  leadTimeCv: ({ outcome }) => outcome.leadDays !== null,
  spend: ({ line }) => line.netBaseMinor !== null,
  spendShare: ({ line }) => line.netBaseMinor !== null,
  priceVariance: ({ priced }) => priced?.agreedMinor !== null && priced !== undefined,
  marketVariance: ({ priced }) => priced?.marketMinor !== null && priced !== undefined,
}

type LinesAsked = { figure: FigureName; page: Page }

/** The newest day first. */
function linesPart(
  db: ReadDb,
  question: FullQuestion,
  { figure, page }: LinesAsked,
): { of: 'lines'; rows: FigureLine[]; total: number } {
  const prices = new Map<Id, PricedLine>()
  forEachPricedLine(db, question, (line) => prices.set(line.id, line))
  const found: Counted[] = []
  forEachLine(db, question, (line) => {
    const one = { line, outcome: lineOutcome(line, question), priced: prices.get(line.id) }
    if (counts[figure]?.(one)) found.push(one)
  })
  found.sort((one, other) =>
    one.line.day < other.line.day ? 1 : one.line.day > other.line.day ? -1 : other.line.id - one.line.id,
  )
  const shown = found.slice(page.offset, page.offset + page.limit)
  const names = lineNames(
    db,
    shown.map(({ line }) => line.id),
  )
  const weightOf = dayWeights(question)
  const currency = baseCurrency(db)
  const ofPrices = figure === 'priceVariance' || figure === 'marketVariance'
  return {
    of: 'lines',
    total: found.length,
    rows: shown.flatMap((one) => {
      const name = names.get(one.line.id)
      return name ? [{ ...name, ...figuresOf(one, { currency, ofPrices }), weight: weightOf(one.line.day) }] : []
    }),
  }
}

function figuresOf(
  { line, outcome, priced }: Counted,
  { currency, ofPrices }: { currency: string; ofPrices: boolean },
) {
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? null : minorToDecimal(minor, currency)
  const isTimed = outcome.isDue && outcome.isTimed
  return {
    orderedOn: line.orderedOn ?? '',
    dueOn: line.dueOn,
    ordered: line.ordered / 1000,
    received: outcome.received / 1000,
    rejected: outcome.rejected / 1000,
    lastReceivedOn: outcome.lastReceivedOn,
    completedOn: outcome.completedOn,
    isDue: outcome.isDue,
    isTimed: outcome.isTimed,
    onTime: isTimed ? outcome.onTime : null,
    inFull: outcome.isDue && outcome.isCounted ? outcome.inFull : null,
    receivedInTime: isTimed && outcome.isCounted ? outcome.receivedInTime / 1000 : null,
    leadDays: outcome.leadDays,
    // Prices are compared with VAT as the order has it; what was spent is without what comes back.
    amount: money(ofPrices ? priced?.actualMinor : line.netBaseMinor),
    agreedAmount: money(priced?.agreedMinor),
    marketAmount: money(priced?.marketMinor),
  }
}

type LineName = Pick<FigureLine, 'lineId' | 'orderId' | 'number' | 'productId' | 'sku' | 'name' | 'nameZh' | 'unit'>

function lineNames(db: ReadDb, ids: readonly Id[]): Map<Id, LineName> {
  const rows = db.all<LineName>(
    `SELECT l.id AS lineId, l.order_id AS orderId, o.number, l.product_id AS productId, coalesce(p.sku, '') AS sku,
       coalesce(nullif(p.name_en, ''), nullif(p.name_zh, ''), l.description) AS name, coalesce(p.name_zh, '') AS nameZh,
       coalesce(p.unit, '') AS unit
     FROM purchase_lines l CROSS JOIN purchase_orders o ON o.id = l.order_id LEFT JOIN products p ON p.id = l.product_id
     WHERE l.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows.map((row) => [row.lineId, row]))
}

function answersPart(db: ReadDb, question: FullQuestion, { offset, limit }: Page) {
  const answers = answersOf(db, question)
  return {
    of: 'answers' as const,
    total: answers.length,
    rows: answers.slice(offset, offset + limit).map(({ requestId, number, sentAt, answeredAt }) => ({
      requestId,
      number,
      sentAt,
      answeredAt,
      hours: answeredAt === null ? null : hoursBetween(sentAt, answeredAt),
    })),
  }
}

type OrderRow = Extract<FigureLines, { of: 'orders' }>['rows'][number]

/**
 * The orders that a rate is of, and what else was claimed in these days: of other orders, and of none. All rows together are the
 * figure's own claims.
 */
function ordersPart(db: ReadDb, question: FullQuestion, { offset, limit }: Page) {
  const asked = new Set(cancelledOrders(db, question).map(({ orderId }) => orderId))
  forEachLine(db, question, ({ orderId }) => asked.add(orderId))
  const claims = claimsByOrder(db, question)
  const ids = new Set([...asked, ...[...claims.keys()].filter((id) => id !== null)])
  const orders = db.all<Pick<OrderRow, 'number' | 'orderedOn'> & { orderId: Id; cancelled: number }>(
    `SELECT o.id AS orderId, o.number, o.ordered_on AS orderedOn, o.status = 'cancelled' AS cancelled
     FROM purchase_orders o WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.ordered_on DESC, o.id DESC`,
    JSON.stringify([...ids]),
  )
  const none = { claims: 0, paperErrors: 0 }
  const rows: OrderRow[] = orders.map(({ cancelled, ...order }) => ({
    ...order,
    isCancelled: cancelled === 1,
    isCounted: asked.has(order.orderId),
    ...(claims.get(order.orderId) ?? none),
  }))
  const loose = claims.get(null)
  if (loose) rows.push({ orderId: null, number: '', orderedOn: '', isCancelled: false, isCounted: false, ...loose })
  return { of: 'orders' as const, total: rows.length, rows: rows.slice(offset, offset + limit) }
}
