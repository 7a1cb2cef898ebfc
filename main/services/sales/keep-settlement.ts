// A payout as its file tells it, kept once: its lines matched to orders, and what the channel took as costs of selling.
import type { WriteTx } from '#main/db/database.ts'
import { costKindOf, settlementKind } from '#main/domain/sales/settlement-kind.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { baseConverter, tableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { type LineMatch, type SettlementMatcher, settlementMatcher } from '#main/services/sales/settlement-match.ts'
import { type Day, dayOf } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type ToldLine = {
  transactionType: string
  amountType: string
  description: string
  externalOrderId: string
  externalLineId: string
  externalSku: string
  qtyMilli: number | null
  postedOn: Day | null
  amountMinor: number
}

export type ToldSettlement = {
  channel: string
  externalId: string
  startsOn: Day | null
  endsOn: Day | null
  depositedOn: Day | null
  currency: string
  /** Null where the file says none: then what its lines come to. */
  totalMinor: number | null
  lines: readonly ToldLine[]
}

/** `posted`: it is booked already, and the file says something else now. */
export type KeptSettlement = { id: Id; outcome: 'new' | 'changed' | 'unchanged' | 'posted' }

/** A file read again changes nothing; one that says more replaces what it said, as long as it is not booked. */
export function keepSettlement(tx: WriteTx, told: ToldSettlement): KeptSettlement {
  const match = settlementMatcher(tx, told.channel)
  const matched = told.lines.map((line) => ({ line, match: match(line) }))
  const channel = channelOf(told.channel, matched)
  const known = knownSettlement(tx, channel, told)
  const values = headerOf(told)
  if (!known) {
    const id = tx.insert('settlements', { ...values, channel })
    addLines(tx, { id, channel, told }, matched)
    return { id, outcome: 'new' }
  }
  if (saysTheSame(tx, known.id, values, told.lines)) {
    const found = matchSettlements(tx, known.id)
    if (found > 0) tx.update('settlements', known.id, { channel })
    return { id: known.id, outcome: found > 0 ? 'changed' : 'unchanged' }
  }
  if (known.paymentId !== null) return { id: known.id, outcome: 'posted' }
  removeLines(tx, known.id)
  tx.update('settlements', known.id, { ...values, channel })
  addLines(tx, { id: known.id, channel, told }, matched)
  return { id: known.id, outcome: 'changed' }
}

type Matched = { line: ToldLine; match: LineMatch }

/** A file that does not say whose it is belongs to the one channel that its orders came through. */
function channelOf(told: string, matched: readonly Matched[]): string {
  const channels = new Set(matched.flatMap(({ match }) => match.channel ?? []))
  const [only] = channels
  return channels.size === 1 && only !== undefined ? only : told
}

/** Known under the channel of its orders, or under the one the file was first read for. */
function knownSettlement(tx: WriteTx, channel: string, { channel: told, externalId }: ToldSettlement) {
  return tx.get<{ id: Id; paymentId: Id | null }>(
    `SELECT id, payment_id AS paymentId FROM settlements
     WHERE external_id = ? AND deleted = 0 AND (channel IN (?, ?, '${unsaid}') OR ? = '${unsaid}')
     ORDER BY channel = ? DESC, id LIMIT 1`,
    ...[externalId, channel, told, told, channel],
  )
}

/** The channel of files that nobody said one for. */
const unsaid = 'file'

function headerOf(told: ToldSettlement) {
  return {
    external_id: told.externalId,
    starts_on: told.startsOn,
    ends_on: told.endsOn,
    deposited_on: told.depositedOn,
    currency: told.currency,
    total_minor: told.totalMinor ?? told.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }
}

const lineColumns = `transaction_type, amount_type, description, external_order_id, external_line_id, external_sku, qty_milli,
  posted_on, amount_minor`

function saysTheSame(tx: WriteTx, id: Id, header: Record<string, unknown>, lines: readonly ToldLine[]): boolean {
  const names = Object.keys(header)
  const [stored = []] = tx.raw(`SELECT ${names.join(', ')} FROM settlements WHERE id = ?`, id)
  if (names.some((name, at) => stored[at] !== header[name])) return false
  const rows = tx.raw(
    `SELECT ${lineColumns} FROM settlement_lines INDEXED BY settlement_lines_by_settlement
     WHERE settlement_id = ? AND deleted = 0 ORDER BY position`,
    id,
  )
  return rows.length === lines.length && rows.every((row, at) => isSameLine(row, lines[at]))
}

function isSameLine(row: readonly unknown[], line: ToldLine | undefined): boolean {
  if (line === undefined) return false
  const told = [line.transactionType, line.amountType, line.description, line.externalOrderId, line.externalLineId]
  return [...told, line.externalSku, line.qtyMilli, line.postedOn, line.amountMinor].every(
    (value, at) => row[at] === value,
  )
}

function removeLines(tx: WriteTx, id: Id): void {
  for (const [lineId] of tx.raw('SELECT id FROM live_settlement_lines WHERE settlement_id = ?', id)) {
    tx.update('settlement_lines', lineId as Id, { deleted: 1 })
  }
  removeCosts(tx, id)
}

/** The costs that a settlement told, to the bin with it. */
export function removeCosts(tx: WriteTx, settlementId: Id): void {
  const costs = tx.raw(
    `SELECT c.id FROM settlement_lines l INDEXED BY settlement_lines_by_settlement
     CROSS JOIN sales_costs c INDEXED BY sales_costs_by_settlement_line ON c.settlement_line_id = l.id
     WHERE l.settlement_id = ? AND c.deleted = 0`,
    settlementId,
  )
  for (const [costId] of costs) tx.update('sales_costs', costId as Id, { deleted: 1 })
}

type Kept = { id: Id; channel: string; told: ToldSettlement }

function addLines(tx: WriteTx, { id, channel, told }: Kept, matched: readonly Matched[]): void {
  const costs = costWriter(tx, { channel, currency: told.currency, on: dayOfCosts(tx, told) })
  matched.forEach(({ line, match }, at) => {
    const kind = settlementKind(line)
    const lineId = tx.insert('settlement_lines', {
      settlement_id: id,
      position: at + 1,
      transaction_type: line.transactionType,
      amount_type: line.amountType,
      description: line.description,
      kind,
      external_order_id: line.externalOrderId,
      external_line_id: line.externalLineId,
      external_sku: line.externalSku,
      qty_milli: line.qtyMilli,
      posted_on: line.postedOn,
      amount_minor: line.amountMinor,
      order_id: match.orderId,
      line_id: match.lineId,
      product_id: match.productId,
    })
    const costKind = costKindOf(kind)
    if (costKind !== null && line.amountMinor !== 0) costs({ lineId, kind: costKind, line, match })
  })
}

function dayOfCosts(tx: WriteTx, { endsOn, depositedOn, startsOn }: ToldSettlement): Day {
  return endsOn ?? depositedOn ?? startsOn ?? dayOf(tx.now, bookFacts(tx).timeZone)
}

type CostFrame = { channel: string; currency: string; on: Day }
type CostOfLine = Matched & { lineId: Id; kind: string }

/** What the channel took is a cost above 0, what it gave back one below; fixed by the rate of its day. */
function costWriter(tx: WriteTx, { channel, currency, on }: CostFrame): (cost: CostOfLine) => void {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  return ({ lineId, kind, line, match }) => {
    const day = line.postedOn ?? on
    const { rate, rateOn } = currency === base ? { rate: '1', rateOn: day } : tableRate(findRate, currency, base, day)
    tx.insert('sales_costs', {
      order_id: match.orderId,
      channel: match.channel ?? channel,
      product_id: match.productId,
      kind,
      incurred_on: day,
      amount_minor: -line.amountMinor,
      currency,
      rate,
      rate_on: rateOn,
      base_minor: baseConverter(currency, base, rate)(-line.amountMinor),
      settlement_line_id: lineId,
      reference: line.description.slice(0, 300),
    })
  }
}

type Unmatched = { id: Id; channel: string; order: string; line: string; sku: string }

/**
 * Looks again for the orders of lines that had none: after orders were imported. Says how many lines found theirs. One
 * settlement, or all of them.
 */
export function matchSettlements(tx: WriteTx, settlementId: Id | null = null): number {
  const rows = tx.all<Unmatched>(
    `SELECT l.id, s.channel, l.external_order_id AS "order", l.external_line_id AS line, l.external_sku AS sku
     FROM settlement_lines l INDEXED BY settlement_lines_unmatched CROSS JOIN settlements s ON s.id = l.settlement_id
     WHERE l.order_id IS NULL AND l.external_order_id <> '' AND l.deleted = 0 AND s.deleted = 0
       ${settlementId === null ? '' : 'AND l.settlement_id = ?'} ORDER BY l.id`,
    ...(settlementId === null ? [] : [settlementId]),
  )
  const matchers = new Map<string, SettlementMatcher>()
  let found = 0
  for (const { id, channel, order, line, sku } of rows) {
    const matcher = matchers.get(channel) ?? settlementMatcher(tx, channel)
    matchers.set(channel, matcher)
    const match = matcher({ externalOrderId: order, externalLineId: line, externalSku: sku })
    if (match.orderId === null) continue
    found += 1
    const pointed = { order_id: match.orderId, product_id: match.productId }
    tx.update('settlement_lines', id, { ...pointed, line_id: match.lineId })
    const sql = `SELECT id FROM sales_costs INDEXED BY sales_costs_by_settlement_line
      WHERE settlement_line_id = ? AND settlement_line_id IS NOT NULL AND deleted = 0`
    for (const [costId] of tx.raw(sql, id)) {
      tx.update('sales_costs', costId as Id, { ...pointed, channel: match.channel ?? channel })
    }
  }
  return found
}
