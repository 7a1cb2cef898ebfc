// What follows from purchase orders, their lines and their receipts: counts and totals, the day a line counts as bought and
// the day it is due, what it cost without VAT, what came of it, what is still to come. Derived columns, neither logged nor merged; these functions are
// the only ones that say what they must be.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { openStatuses } from '#main/domain/purchases/purchase-status.ts'
import { settleOwedDays } from '#main/services/payments/owed-days.ts'
import { settleShipmentsOfOrders } from '#main/services/shipments/shipments-of-rows.ts'
import type { Id } from '#shared/ids.ts'

/** The orders meant: by id, or every one. */
export type PurchaseIds = readonly Id[] | 'all'

/** Brings the derived columns of orders and their lines up to date. Rows that are right already are not rewritten. */
export function settlePurchases(tx: WriteTx, orderIds: PurchaseIds): void {
  if (orderIds.length === 0) return
  const { among, params } = amongOrders(orderIds)
  rewrite(tx, { states: lineStates(among), names: lineNames, table: 'purchase_lines' }, params)
  const states = `${orderStates} WHERE ${among} GROUP BY o.id`
  rewrite(tx, { states, names: orderNames, table: 'purchase_orders' }, params)
  settleOwedDays(tx, orderIds)
  settleShipmentsOfOrders(tx, 'purchase', orderIds)
}

/** Read first, then written by id: an UPDATE … FROM is planned the wrong way round without statistics, and takes 200 times as long. */
function rewrite(tx: WriteTx, { states, names, table }: Derived, params: readonly string[]): void {
  const rows = tx.raw(
    `SELECT ${listed(names, 's')}, s.id FROM (${states}) s CROSS JOIN ${table} ON ${table}.id = s.id WHERE ${differs(names, table)}`,
    ...params,
  )
  const update = tx.statement(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
  for (const row of rows) update.run(...(row as Param[]))
}

/** The orders of some lines, receipts or lines of receipts: for whoever knows only those. */
export function ordersOfRows(db: ReadDb, table: PurchaseTable, ids: readonly Id[]): Id[] {
  if (ids.length === 0) return []
  const { owner, from } = ownerOf[table]
  const sql = `SELECT DISTINCT ${owner} FROM ${from} WHERE r.id IN (SELECT value FROM json_each(?))`
  return db.raw(sql, JSON.stringify(ids)).flatMap(([id]) => (id === null ? [] : [id as Id]))
}

export const purchaseTables = [
  'purchase_orders',
  'purchase_lines',
  'purchase_receipts',
  'purchase_receipt_lines',
  // When goods were ready, and what was paid, say what is due.
  'milestones',
  'payment_shares',
] as const
export type PurchaseTable = (typeof purchaseTables)[number]

const ownerOf: Record<PurchaseTable, { owner: string; from: string }> = {
  purchase_orders: { owner: 'r.id', from: 'purchase_orders r' },
  purchase_lines: { owner: 'r.order_id', from: 'purchase_lines r' },
  purchase_receipts: { owner: 'r.order_id', from: 'purchase_receipts r' },
  // A receipt's line may name a line of an order that is not the receipt's own, after a merge of mended books.
  purchase_receipt_lines: {
    owner: 'l.order_id',
    from: 'purchase_receipt_lines r JOIN purchase_lines l ON l.id = r.line_id',
  },
  milestones: { owner: 'r.order_id', from: 'milestones r' },
  payment_shares: { owner: 'r.purchase_order_id', from: 'payment_shares r' },
}

const lineNames = [
  'bought_on',
  'due_on',
  'received_milli',
  'rejected_milli',
  'last_received_on',
  'open_milli',
  'net_base_minor',
] as const
const orderNames = ['line_count', 'total_minor', 'base_total_minor', 'next_on'] as const

const open = openStatuses.map((status) => `'${status}'`).join(', ')

const came = (what: string) => `(SELECT ${what}
  FROM purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line CROSS JOIN purchase_receipts t ON t.id = g.receipt_id
  WHERE g.line_id = l.id AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted')`

/** What of a line is still to come as long as its order is open (restOfLine in domain/purchases/purchase-status.ts). */
const restSql = 'max(0, c.qty_milli - c.received_milli + c.replaced_milli - c.let_go_milli)'

/** Times one whole number and by another, rounded half away from zero; in parts, so that no product leaves 64 bits. */
const times = (amount: string, numerator: string, denominator: string) =>
  `sign(${amount}) * (abs(${amount}) / ${denominator} * ${numerator}
    + (abs(${amount}) % ${denominator} * ${numerator} * 2 + ${denominator}) / (${denominator} * 2))`

/** What a line cost in base currency, without the VAT that comes back (netOfVat in domain/purchases/unit-cost.ts). */
const netSql = `CASE WHEN c.vat_included = 1 AND c.vat_recoverable = 1 THEN ${times('c.base_minor', '1000000', '(1000000 + c.vat_ppm)')}
      WHEN c.vat_included = 0 AND c.vat_recoverable = 0 THEN ${times('c.base_minor', '(1000000 + c.vat_ppm)', '1000000')}
      ELSE c.base_minor END`

/** Every line of some orders with what came of it by its receipts. */
const countedLines = (among: string) => `SELECT l.id, l.order_id, l.promised_on, l.qty_milli, l.let_go_milli,
    l.deleted = 0 AND o.deleted = 0 AS is_living, o.promised_on AS order_promised_on, o.status, o.ordered_on, o.is_history,
    o.under_ppm, l.base_minor, o.vat_included, o.vat_recoverable, o.vat_ppm, coalesce(${came('sum(g.qty_milli)')}, 0) AS received_milli,
    coalesce(${came('sum(g.rejected_milli)')}, 0) AS rejected_milli,
    coalesce(${came("sum(iif(g.remedy = 'replace', g.rejected_milli, 0))")}, 0) AS replaced_milli,
    ${came('max(t.received_on)')} AS last_received_on
  FROM purchase_orders o CROSS JOIN purchase_lines l INDEXED BY purchase_lines_by_order ON l.order_id = o.id WHERE ${among}`

const lineStates = (among: string) => `SELECT c.id,
    CASE WHEN c.is_living AND (c.status NOT IN ('draft', 'cancelled') OR c.received_milli > 0) THEN c.ordered_on END AS bought_on,
    coalesce(c.promised_on, c.order_promised_on) AS due_on, c.received_milli, c.rejected_milli, c.last_received_on,
    CASE WHEN c.is_living AND c.status IN (${open}) AND c.is_history = 0 THEN ${restSql} ELSE 0 END AS open_milli,
    ${netSql} AS net_base_minor
  FROM (${countedLines(among)}) c`

export type Rests = { hasReceipts: boolean; hasRest: boolean }

/**
 * Whether anything came in of an order, and whether anything is still to come, as if it were open. What is missing within the
 * tolerance is no rest.
 */
export function restsOf(db: ReadDb, orderId: Id): Rests {
  const row = db.get<{ receipts: number; rests: number }>(
    `SELECT coalesce(sum(c.received_milli > 0), 0) AS receipts,
       coalesce(sum(CASE WHEN c.received_milli = 0 THEN ${restSql} > 0
         ELSE ${restSql} * 1000000 > c.qty_milli * c.under_ppm END), 0) AS rests
     FROM (${countedLines('o.id = ?')}) c WHERE c.is_living`,
    orderId,
  )
  return { hasReceipts: (row?.receipts ?? 0) > 0, hasRest: (row?.rests ?? 0) > 0 }
}

/** base is NULL while one line has no amount in base currency: a sum that leaves something out is no total. */
const orderStates = `SELECT o.id, count(l.id) AS line_count, coalesce(sum(l.total_minor), 0) AS total_minor,
    CASE WHEN count(l.base_minor) = count(l.id) THEN coalesce(sum(l.base_minor), 0) END AS base_total_minor,
    min(iif(l.open_milli > 0, l.due_on, NULL)) AS next_on
  FROM purchase_orders o LEFT JOIN purchase_lines l INDEXED BY purchase_lines_by_order ON l.order_id = o.id AND l.deleted = 0`

function amongOrders(orderIds: PurchaseIds): { among: string; params: string[] } {
  if (orderIds === 'all') return { among: 'true', params: [] }
  return { among: 'o.id IN (SELECT value FROM json_each(?))', params: [JSON.stringify(orderIds)] }
}

function listed(names: readonly string[], alias: string): string {
  return names.map((name) => `${alias}.${name}`).join(', ')
}

function differs(names: readonly string[], table: string): string {
  return `(${names.map((name) => `${table}.${name} IS NOT s.${name}`).join(' OR ')})`
}

/** Lines whose derived columns are not what their order and receipts say: for `check`. */
export function purchaseLinesOutOfStep(db: ReadDb): Id[] {
  return outOfStep(db, { states: lineStates('true'), names: lineNames, table: 'purchase_lines' })
}

/** Orders whose derived columns are not what their lines say: for `check`. */
export function purchasesOutOfStep(db: ReadDb): Id[] {
  return outOfStep(db, { states: `${orderStates} GROUP BY o.id`, names: orderNames, table: 'purchase_orders' })
}

type Derived = { states: string; names: readonly string[]; table: PurchaseTable }

function outOfStep(db: ReadDb, { states, names, table }: Derived): Id[] {
  const sql = `SELECT s.id FROM (${states}) s JOIN ${table} ON ${table}.id = s.id WHERE ${differs(names, table)}`
  return db.raw(sql).map(([id]) => id as Id)
}
