// What a purchase line of a file says of the goods that came: how many, how many were rejected, and on which day. It is kept
// as a receipt of the past, one for an order and day, that moves no stock.
import { type LoadContext, problem, type Refused, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import type { OpenPurchase } from '#main/services/import/loading/open-purchases.ts'
import { milliIn } from '#main/services/import/loading/purchase-line-money.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type Arrival = { qtyMilli: number; rejectedMilli: number; on: Day | null; reference: string }

/** What came of a line that asked for `orderedMilli`; null where nothing did, or nobody says. */
export function arrivalOf(context: LoadContext, row: TypedRow, orderedMilli: number): Arrival | Refused | null {
  const counted = countedGoods(row)
  if (counted && 'problems' in counted) return counted
  const on = (textOf(row, 'receivedOn') ?? null) as Day | null
  if (on !== null && on > context.today) return problem('receivedOn', on, 'day-until-today')
  const reference = textOf(row, 'receipt') ?? ''
  if (counted) return counted.qtyMilli === 0 ? null : { ...counted, on, reference }
  // A file without a column of what came, but with the day on which it did, means all of it.
  const tellsCount = context.mappedFields.has('received') || context.mappedFields.has('accepted')
  return on === null || tellsCount ? null : { qtyMilli: orderedMilli, rejectedMilli: 0, on, reference }
}

/** What the columns of a file can tell of goods that came. What was rejected is only told beside how much came. */
export function toldOfGoods(fields: ReadonlySet<string>) {
  const hasQuantities = fields.has('received') || fields.has('accepted')
  const isBoth = fields.has('received') && fields.has('accepted')
  const hasRejects = hasQuantities && (isBoth || fields.has('rejected'))
  return { hasReceiptDays: fields.has('receivedOn'), hasQuantities, hasRejects }
}

type Counted = Pick<Arrival, 'qtyMilli' | 'rejectedMilli'>

/** Received is accepted and rejected together; a file that gives all three must agree with itself. */
function countedGoods(row: TypedRow): Counted | Refused | null {
  const received = milliIn(row, 'received')
  const rejected = milliIn(row, 'rejected') ?? 0
  const accepted = milliIn(row, 'accepted')
  for (const found of [received, rejected, accepted]) if (found !== null && typeof found === 'object') return found
  if (typeof rejected !== 'number') return rejected
  if (typeof received !== 'number') {
    return typeof accepted === 'number' ? { qtyMilli: accepted + rejected, rejectedMilli: rejected } : null
  }
  if (rejected > received) return problem('rejected', textOf(row, 'rejected') ?? '', 'at-most-received')
  if (typeof accepted === 'number' && accepted !== received - rejected) {
    return problem('accepted', textOf(row, 'accepted') ?? '', 'received-less-rejected')
  }
  return { qtyMilli: received, rejectedMilli: rejected }
}

export type ArrivalKeeper = {
  /** Writes what came of a new line. */
  keep(order: OpenPurchase, lineId: Id, arrival: Arrival): void
  /** Compares with what is there of a known line; `history-order` refuses goods for an order that the book follows itself. */
  compare(order: OpenPurchase, lineId: Id, arrival: Arrival): 'changed' | 'unchanged' | Refused
}

type Known = { id: Id; qtyMilli: number; rejectedMilli: number; on: string | null; documentId: Id | null }

export function arrivalKeeper({ tx }: LoadContext): ArrivalKeeper {
  const insertReceipt = tx.statement(
    'INSERT INTO purchase_receipts (id, order_id, received_on, reference) VALUES (?, ?, ?, ?)',
  )
  const insertLine = tx.statement(
    'INSERT INTO purchase_receipt_lines (id, receipt_id, line_id, qty_milli, rejected_milli) VALUES (?, ?, ?, ?, ?)',
  )
  const find = tx.statement(
    `SELECT g.id, g.qty_milli AS qtyMilli, g.rejected_milli AS rejectedMilli, t.received_on AS "on", t.document_id AS documentId
     FROM purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line CROSS JOIN purchase_receipts t ON t.id = g.receipt_id
     WHERE g.line_id = ? AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted' ORDER BY g.id`,
  )
  const receiptFor = (order: OpenPurchase, { on, reference }: Arrival): Id => {
    const known = order.receipts.get(on ?? '')
    if (known !== undefined) return known
    const id = tx.nextId()
    insertReceipt.run(id, order.id, on, reference)
    order.receipts.set(on ?? '', id)
    return id
  }
  const keep: ArrivalKeeper['keep'] = (order, lineId, arrival) => {
    const receiptId = receiptFor(order, arrival)
    insertLine.run(tx.nextId(), receiptId, lineId, arrival.qtyMilli, arrival.rejectedMilli)
  }
  return {
    keep,
    compare(order, lineId, arrival) {
      const known = find.all<Known>(lineId)
      if (isSame(known, arrival)) return 'unchanged'
      const [only] = known
      if (!order.isHistory || known.length > 1 || (only && only.documentId !== null)) {
        return problem('received', '', 'history-order')
      }
      if (!only) keep(order, lineId, arrival)
      else {
        const moved = only.on === arrival.on ? {} : { receipt_id: receiptFor(order, arrival) }
        const counts = { qty_milli: arrival.qtyMilli, rejected_milli: arrival.rejectedMilli }
        tx.update('purchase_receipt_lines', only.id, { ...counts, ...moved })
      }
      return 'changed'
    },
  }
}

/** All that came so far, on whichever days; a file that tells one day means the last. */
function isSame(known: readonly Known[], { qtyMilli, rejectedMilli, on }: Arrival): boolean {
  const sum = (key: 'qtyMilli' | 'rejectedMilli') => known.reduce((total, receipt) => total + receipt[key], 0)
  if (sum('qtyMilli') !== qtyMilli || sum('rejectedMilli') !== rejectedMilli) return false
  const days = known.map((receipt) => receipt.on ?? '').sort()
  return on === null || days.at(-1) === on
}
