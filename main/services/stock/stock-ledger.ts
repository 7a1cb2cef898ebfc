// The one door into the stock ledger: movements, the balances they change and what they are worth are written together. It
// keeps no rule of what may be posted (post-document.ts does); it keeps the derived tables true.
import type { Param, WriteTx } from '#main/db/database.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { settleOwedAfterReturns } from '#main/services/payments/owed-days.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { StockDocumentKind } from '#shared/schemas/stock-documents.ts'

/** The warehouse that every book has from the start. */
export const mainWarehouse: Id = 1

/** What has left one place and not yet arrived in another. */
export const transitWarehouse: Id = 2

/** What goods cost that come in: unit cost in its currency, the rate of its day, and the whole in minor units of base currency. */
export type MovementCost = {
  micros: number
  currency: string
  rate: string | null
  rateOn: Day | null
  /** Null where the unit cost is only a measure: of parts that were taken out of a kit. */
  valueMinor: number | null
}

export type Movement = {
  productId: Id
  warehouseId: Id
  movedOn: Day
  kind: StockDocumentKind
  /** Thousandths of the product's unit, never 0; negative goes out. */
  qtyMilli: number
  /** The movement that this one takes back. */
  reversesId?: Id | null
  note?: string
  batchId?: Id | null
  binId?: Id | null
  reason?: string
  documentId?: Id | null
  /** The movement whose goods these are: the departure that arrives, the issue that comes back, the receipt sent back. */
  originId?: Id | null
  /** Left out: not known, which is not 0. */
  cost?: MovementCost | null
}

export type PostedMovement = Movement & { id: Id }

/** Appends a movement and adds it to the balance of its product and warehouse. */
export function postMovement(tx: WriteTx, movement: Movement): Id {
  const [posted] = postMovements(tx, [movement])
  if (!posted) throw new Error('a movement that was not posted')
  return posted.id
}

/** The same for many at once: costs are settled once, after all of them. */
export function postMovements(tx: WriteTx, movements: readonly Movement[]): PostedMovement[] {
  return postInSteps(tx, (post) => movements.map(post))
}

/** One movement written, its balances with it; gives it with its id. */
export type Post = (movement: Movement) => PostedMovement

/** The same where a later movement points at an earlier one (an arrival at its departure): `work` posts them one by one. */
export function postInSteps<Result>(tx: WriteTx, work: (post: Post) => Result): Result {
  const posted: PostedMovement[] = []
  const result = work((movement) => {
    const one = { ...movement, id: append(tx, movement) }
    posted.push(one)
    return one
  })
  settlePosted(tx, posted)
  return result
}

/** Works of which each stands or falls by itself; `refused` makes its result where one is an AppError. */
export type Apart<Result> = { works: Iterable<(post: Post) => Result>; refused(error: AppError, at: number): Result }

/** Posts many works in one go: what one of them wrote before it failed is taken back, costs are settled once, after all. */
export function postApart<Result>(tx: WriteTx, { works, refused }: Apart<Result>): Result[] {
  const posted: PostedMovement[] = []
  const results: Result[] = []
  for (const work of works) {
    const own: PostedMovement[] = []
    const post: Post = (movement) => {
      const one = { ...movement, id: append(tx, movement) }
      own.push(one)
      return one
    }
    try {
      results.push(
        tx.attempt(
          () => work(post),
          () => true,
        ),
      )
      posted.push(...own)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      results.push(refused(error, results.length))
    }
  }
  settlePosted(tx, posted)
  return results
}

function settlePosted(tx: WriteTx, posted: readonly PostedMovement[]): void {
  const days = posted.map(({ movedOn }) => movedOn).sort()
  const products = [...new Set(posted.map(({ productId }) => productId))]
  if (days[0] !== undefined) settleCosts(tx, { products, from: days[0], appended: posted.map(({ id }) => id) })
  const sentBack = posted.filter(({ kind }) => kind === 'supplier_return')
  settleOwedAfterReturns(
    tx,
    sentBack.flatMap(({ originId }) => originId ?? []),
  )
}

function append(tx: WriteTx, movement: Movement): Id {
  const { productId, warehouseId, movedOn, qtyMilli } = movement
  const id = tx.insert('stock_movements', columnsOf(movement))
  // Numbers are bound as REAL; without the cast the sum would be one, too.
  tx.run(
    `INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli, last_on) VALUES (?, ?, CAST(? AS INTEGER), ?)
     ON CONFLICT (product_id, warehouse_id) DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli,
       last_on = max(coalesce(last_on, ''), excluded.last_on)`,
    ...[productId, warehouseId, qtyMilli, movedOn],
  )
  if (movement.batchId != null) {
    tx.run(
      `INSERT INTO batch_balances (batch_id, warehouse_id, on_hand_milli) VALUES (?, ?, CAST(? AS INTEGER))
       ON CONFLICT (batch_id, warehouse_id) DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli`,
      ...[movement.batchId, warehouseId, qtyMilli],
    )
  }
  return id
}

function columnsOf(movement: Movement): Record<string, Param> {
  const { cost } = movement
  return {
    product_id: movement.productId,
    warehouse_id: movement.warehouseId,
    moved_on: movement.movedOn,
    kind: movement.kind,
    qty_milli: movement.qtyMilli,
    reverses_id: movement.reversesId ?? null,
    note: movement.note ?? '',
    batch_id: movement.batchId ?? null,
    bin_id: movement.binId ?? null,
    reason: movement.reason ?? '',
    document_id: movement.documentId ?? null,
    origin_id: movement.originId ?? null,
    cost_micros: cost?.micros ?? null,
    cost_currency: cost?.currency ?? null,
    cost_rate: cost?.rate ?? null,
    cost_rate_on: cost?.rateOn ?? null,
    value_minor: cost?.valueMinor ?? null,
  }
}
