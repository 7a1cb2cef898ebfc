// The sample company's warehouses at work, by the same postings that a seller makes.
import type { WriteTx } from '#main/db/database.ts'
import type { SampleCompany, SampleOrder } from '#main/domain/sample/sample-drafts.ts'
import {
  type SamplePlace,
  type SampleTransfer,
  type SampleWarehousing,
  samplePlaces,
  sampleWarehousing,
} from '#main/domain/sample/sample-warehousing.ts'
import { writeDispatch } from '#main/services/dispatch/write-dispatch.ts'
import { addExpected } from '#main/services/expected/expected-commands.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { addWarehouse } from '#main/services/places/warehouse-commands.ts'
import { arriveTransfer, departTransfer } from '#main/services/sample/fill-transfers.ts'
import { assembleKit } from '#main/services/stock/assemble-kit.ts'
import { issueGoods } from '#main/services/stock/issue-goods.ts'
import { adjustStock, receiveGoods } from '#main/services/stock/receive-goods.ts'
import { returnFromCustomer } from '#main/services/stock/return-goods.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { expectedInput } from '#shared/schemas/expected.ts'
import {
  adjustInput,
  assembleInput,
  customerReturnInput,
  issueInput,
  receiveInput,
} from '#shared/schemas/stock-postings.ts'
import { warehouseInput } from '#shared/schemas/warehouses.ts'

type Places = Readonly<Record<SamplePlace['key'], Id>>

export type StockedRecords = {
  idOf: (sku: string) => Id
  partyOf: (code: string) => Id
  orders: readonly { order: SampleOrder; id: Id }[]
}

type Work = { day: Day; post: () => void }

export function fillStock(
  tx: WriteTx,
  company: SampleCompany,
  { today, seed, ...known }: StockedRecords & { today: Day; seed: number },
): void {
  const places = Object.fromEntries(
    samplePlaces.map(({ key, draft }) => [key, addWarehouse(tx, warehouseInput.parse(draft))]),
  ) as Places
  const plan = sampleWarehousing(seed, company, today)
  const work = [
    ...receipts(tx, plan, known),
    ...transfers(tx, plan, { ...known, places, today }),
    ...others(tx, plan, { ...known, places }),
    ...issues(tx, { ...known, from: company.stockOn, to: today }),
  ]
  // In the order of their days, as they would have been written down.
  for (const { post } of work.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))) post()
  for (const { sku, supplierCode, ...goods } of plan.expected) {
    const parsed = expectedInput.parse({
      ...goods,
      productId: known.idOf(sku),
      supplierId: known.partyOf(supplierCode),
    })
    addExpected(tx, parsed)
  }
}

function receipts(tx: WriteTx, { receipts: all }: SampleWarehousing, { idOf, partyOf }: StockedRecords): Work[] {
  return all.map(({ supplierCode, on, reference, lines }) => ({
    day: on,
    post: () =>
      receiveGoods(
        tx,
        receiveInput.parse({
          on,
          reference,
          warehouseId: mainWarehouse,
          partyId: partyOf(supplierCode),
          lines: lines.map(({ sku, quantity, unitCost, batch }) => ({
            productId: idOf(sku),
            quantity,
            unitCost: unitCost === null ? null : { amount: unitCost, currency: 'CNY' },
            batch,
          })),
        }),
      ),
  }))
}

type WithPlaces = StockedRecords & { places: Places }

function transfers(tx: WriteTx, { transfers: all }: SampleWarehousing, known: WithPlaces & { today: Day }): Work[] {
  return all.flatMap((transfer) => {
    let shipmentId: Id | null = null
    const leave: Work = { day: transfer.on, post: () => (shipmentId = depart(tx, transfer, known)) }
    if (transfer.arrivesOn === null) return [leave]
    const arrive = () => {
      if (shipmentId !== null) arriveTransfer(tx, shipmentId, transfer)
    }
    return [leave, { day: transfer.arrivesOn, post: arrive }]
  })
}

/** Null where somebody was quicker: then there is nothing left to send. */
function depart(tx: WriteTx, transfer: SampleTransfer, { places, ...known }: WithPlaces & { today: Day }): Id | null {
  const country = samplePlaces.find(({ key }) => key === transfer.to)?.draft.country ?? ''
  const to = { toWarehouseId: places[transfer.to], country }
  return ifThere(tx, () => departTransfer(tx, transfer, { ...known, ...to }))
}

function others(tx: WriteTx, plan: SampleWarehousing, { idOf, places, orders }: WithPlaces): Work[] {
  const { damaged, taken, returned, assembled } = plan
  const adjust = ({ sku, quantity, on }: typeof damaged, reason: 'damaged' | 'sample') => ({
    day: on,
    post: () => {
      const lines = [{ productId: idOf(sku), quantity: -quantity }]
      ifThere(tx, () => adjustStock(tx, adjustInput.parse({ on, warehouseId: mainWarehouse, reason, lines })))
    },
  })
  const customer = orders.at(0)
  return [
    adjust(damaged, 'damaged'),
    adjust(taken, 'sample'),
    {
      day: returned.on,
      post: () =>
        returnFromCustomer(
          tx,
          customerReturnInput.parse({
            on: returned.on,
            warehouseId: mainWarehouse,
            secondWarehouseId: places.second,
            partyId: customer ? partyOfOrder(tx, customer.id) : null,
            lines: [
              { productId: idOf(returned.sku), quantity: returned.quantity - 1, condition: 'stock' },
              { productId: idOf(returned.sku), quantity: 1, condition: 'second' },
            ],
          }),
        ),
    },
    {
      day: assembled.on,
      post: () => {
        const input = {
          on: assembled.on,
          warehouseId: mainWarehouse,
          kitId: idOf(assembled.sku),
          quantity: assembled.quantity,
        }
        ifThere(tx, () => assembleKit(tx, assembleInput.parse(input)))
      },
    },
  ]
}

function partyOfOrder(tx: WriteTx, id: Id): Id | null {
  return tx.get<{ id: Id | null }>('SELECT customer_id AS id FROM sales_orders WHERE id = ?', id)?.id ?? null
}

/** Orders that have left since stock was counted, as far as their goods are there: kits and batches are packed by hand. */
function issues(tx: WriteTx, { orders, idOf, from, to }: StockedRecords & { from: Day; to: Day }): Work[] {
  return orders.flatMap(({ order, id }) => {
    const on = order.draft.shippedOn as Day | null | undefined
    if (!on || on < from || on > to) return []
    const lines = order.lines.map(({ sku, quantity }) => ({ productId: idOf(sku), quantity }))
    const input = { on, warehouseId: mainWarehouse, orderId: id, partyId: partyOfOrder(tx, id), lines }
    const post = () => {
      const issued = ifThere(tx, () => issueGoods(tx, issueInput.parse(input)))
      if (issued) noteDispatch(tx, { orderId: id, documentId: issued.id, on })
    }
    return [{ day: on, post }]
  })
}

/** These orders say that they have left: what left of which line, and by whom, stands beside the issue. */
function noteDispatch(tx: WriteTx, sent: { orderId: Id; documentId: Id; on: Day }): void {
  const order = tx.get<{ carrierId: Id | null; number: string }>(
    'SELECT carrier_id AS carrierId, number FROM sales_orders WHERE id = ?',
    sent.orderId,
  )
  const lines = tx.raw('SELECT id, qty_milli FROM live_order_lines WHERE order_id = ? ORDER BY position', sent.orderId)
  writeDispatch(tx, {
    ...sent,
    ...{ carrierId: order?.carrierId ?? null, trackingNumber: `HP${order?.number.replaceAll(/\D/g, '') ?? ''}` },
    ...{ reference: '', note: '', lines: new Map(lines as [Id, number][]) },
  })
  settleOrders(tx, [sent.orderId])
}

/** What cannot leave, since it is not there or has batches, does not; null then. */
function ifThere<Result>(tx: WriteTx, post: () => Result): Result | null {
  try {
    return tx.attempt(post, () => true)
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('stock/')) return null
    throw error
  }
}
