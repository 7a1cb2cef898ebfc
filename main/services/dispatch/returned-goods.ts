// Goods that come back with a credit: to stock, second quality or scrap, at the cost at which they left. Where an order is known
// the stock document names it; which credit it belongs to says the credit's own row in `dispatches`.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import { type Goods, goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import { writeDispatch } from '#main/services/dispatch/write-dispatch.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { returnFromCustomer } from '#main/services/stock/return-goods.ts'
import { type OpenIssue, openIssuesOf } from '#main/services/stock/returnables.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { PostedDocument, ReturnCondition } from '#shared/schemas/stock-documents.ts'
import type { CustomerReturnInput } from '#shared/schemas/stock-postings.ts'

/** By the position of the line. */
export type ToldGoods = ReadonlyMap<number, { batchId: Id | null; binId: Id | null }>

type Returning = {
  credit: SalesOrdersTable
  lines: readonly OrderLinesTable[]
  on: Day
  secondWarehouseId: Id | null
  told: ToldGoods
}

/** Null where nothing comes back to stock: no goods, no product, or a day before the place's stock begins. */
export function postReturned(tx: WriteTx, returning: Returning): PostedDocument | null {
  const { credit, on, lines } = returning
  const back = lines.filter(({ goods_back }) => goods_back !== '')
  if (back.length === 0) return null
  refuseDay(tx, on)
  const posted = intoStock(tx, { ...returning, lines: back.filter(({ product_id }) => product_id !== null) })
  const sums = new Map(back.map(({ id, qty_milli }) => [id, -qty_milli]))
  const head = { on, carrierId: null, trackingNumber: '', reference: '', note: '' }
  writeDispatch(tx, { orderId: credit.id, documentId: posted?.id ?? null, lines: sums, ...head })
  return posted
}

function intoStock(tx: WriteTx, { credit, lines, on, secondWarehouseId, told }: Returning): PostedDocument | null {
  if (lines.length === 0) return null
  const place = openPlace(tx, placeOfReturn(tx, credit))
  if (place.startsOn !== null && on < place.startsOn) return null
  const issues = issueFinder(tx, credit.credits_id)
  const goodsOf = goodsFinder(tx)
  return returnFromCustomer(tx, {
    ...{ number: '', on, reference: credit.number, note: '', warehouseId: place.id, secondWarehouseId },
    partyId: credit.customer_id,
    orderId: credit.credits_id,
    lines: lines.flatMap((line) =>
      goodsOf(line.product_id ?? 0, -line.qty_milli).flatMap((goods) =>
        parcels(goods, issues, told.get(line.position)?.batchId ?? null).map((parcel) => ({
          ...parcel,
          condition: line.goods_back as ReturnCondition,
          binId: told.get(line.position)?.binId ?? null,
          note: '',
        })),
      ),
    ),
  })
}

/** Where the credit says, else where the order's goods left from last. */
function placeOfReturn(db: ReadDb, { warehouse_id, credits_id, fulfilled_by, channel }: SalesOrdersTable): Id {
  const issued = db.get<{ id: Id }>(
    `SELECT warehouse_id AS id FROM stock_documents INDEXED BY stock_documents_by_order
     WHERE order_id = ? AND kind = 'issue' ORDER BY id DESC LIMIT 1`,
    credits_id,
  )
  const order = { warehouseId: warehouse_id ?? issued?.id ?? null, fulfilledBy: fulfilled_by, channel }
  return knownPlaceId(db, order) ?? mainWarehouse
}

type IssueFinder = (productId: Id) => OpenIssue[]

/** What was issued for the order, each movement with what of it is left: taken from as goods come back by it. */
function issueFinder(db: ReadDb, orderId: Id | null): IssueFinder {
  const known = new Map<Id, OpenIssue[]>()
  return (productId) => {
    const issues = known.get(productId) ?? (orderId === null ? [] : openIssuesOf(db, { orderId, productId }))
    known.set(productId, issues)
    return issues
  }
}

type Parcel = Pick<CustomerReturnInput['lines'][number], 'productId' | 'quantity' | 'originId' | 'batch'>

/** What comes back by the issues that it left by; the rest, which nobody saw leave, without an origin and so without a cost. */
function parcels({ productId, qtyMilli }: Goods, issuesOf: IssueFinder, batchId: Id | null): Parcel[] {
  let left = qtyMilli
  const batch = batchId === null ? null : { id: batchId }
  const byIssue = issuesOf(productId)
    .filter((issue) => batchId === null || issue.batchId === batchId)
    .flatMap((issue) => {
      const milli = Math.min(left, issue.openMilli)
      if (milli <= 0) return []
      left -= milli
      issue.openMilli -= milli
      return [{ productId, quantity: milli / 1000, originId: issue.movementId, batch: null }]
    })
  return left > 0 ? [...byIssue, { productId, quantity: left / 1000, originId: null, batch }] : byIssue
}
