// Posting by the rules: a document with its movements, or more movements of one that is there. Either all of it stands or none.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { ordersOfRows } from '#main/services/orders/orders-of-rows.ts'
import { refuseDay, refuseUnpostable } from '#main/services/stock/posting-rules.ts'
import { refuseTwoPlaces } from '#main/services/stock/serial-rules.ts'
import { type Forgives, refuseShortages, reservedWarnings } from '#main/services/stock/shortage-words.ts'
import { type Movement, type Post, type PostedMovement, postInSteps } from '#main/services/stock/stock-ledger.ts'
import { nextStockNumber, refuseTakenStockNumber } from '#main/services/stock/stock-numbers.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PostedDocument, StockDocumentKind, StockWarning } from '#shared/schemas/stock-documents.ts'

export type DocumentHead = {
  kind: StockDocumentKind
  /** Empty or left out: the next of this copy. */
  number?: string
  on: Day
  warehouseId: Id
  toWarehouseId?: Id | null
  partyId?: Id | null
  orderId?: Id | null
  /** What its goods travel in. */
  shipmentId?: Id | null
  reason?: string
  reference?: string
  note?: string
}

/** What a line says; its document, and where nothing else is said its kind and day, are those of the head. */
export type Line = Omit<Movement, 'documentId' | 'movedOn' | 'kind'> & Partial<Pick<Movement, 'movedOn' | 'kind'>>
export type PostLine = (line: Line) => PostedMovement

/** Writes a document and posts what `work` says, by all rules of posting; `stock/…` where one of them refuses. */
export function postDocument(tx: WriteTx, head: DocumentHead, work: (post: PostLine) => void): PostedDocument {
  const { id, number } = writeDocument(tx, head)
  return { id, number, warnings: postOnto(tx, { id, kind: head.kind, on: head.on }, work) }
}

/** The document alone: for whoever posts many at once. */
export function writeDocument(tx: WriteTx, head: DocumentHead): { id: Id; number: string } {
  refuseDay(tx, head.on)
  const number = head.number || nextStockNumber(tx, head.kind, head.on)
  refuseTakenStockNumber(tx, number)
  refuseUnknown(tx, head)
  const id = tx.insert('stock_documents', {
    kind: head.kind,
    number,
    moved_on: head.on,
    warehouse_id: head.warehouseId,
    to_warehouse_id: head.toWarehouseId ?? null,
    party_id: head.partyId ?? null,
    order_id: head.orderId ?? null,
    shipment_id: head.shipmentId ?? null,
    reason: head.reason ?? '',
    reference: head.reference ?? '',
    note: head.note ?? '',
  })
  return { id, number }
}

type Target = { id: Id; kind: StockDocumentKind; on: Day }

/** More movements of a document that is there: an arrival, a difference. */
export function postOnto(tx: WriteTx, { id, kind, on }: Target, work: (post: PostLine) => void): StockWarning[] {
  return postChecked(tx, (post) => work((line) => post({ movedOn: on, kind, ...line, documentId: id })))
}

/** Any movements by the rules; gives what is to be told. `forgives`: shortages that are none of this posting's doing. */
export function postChecked(tx: WriteTx, work: (post: Post) => void, forgives?: Forgives): StockWarning[] {
  return postInSteps(tx, (post) => {
    const posted: PostedMovement[] = []
    work((movement) => {
      refuseUnpostable(tx, movement)
      const one = post(movement)
      posted.push(one)
      return one
    })
    refuseTwoPlaces(tx, posted)
    settleOrders(tx, ordersOf(tx, posted))
    return [...refuseShortages(tx, posted, forgives), ...reservedWarnings(tx, posted)]
  })
}

/** The sales orders that goods were issued for, or come back from: they hold that much less, or more, from now on. */
function ordersOf(db: ReadDb, posted: readonly PostedMovement[]): Id[] {
  const documents = new Set(posted.flatMap(({ kind, documentId }) => (kind === 'issue' ? (documentId ?? []) : [])))
  return documents.size === 0 ? [] : ordersOfRows(db, 'stock_documents', [...documents])
}

function refuseUnknown(tx: WriteTx, { partyId = null, orderId = null }: DocumentHead): void {
  if (partyId !== null && !tx.get('SELECT 1 FROM live_parties WHERE id = ?', partyId)) {
    throw new AppError('parties/not-found', { field: 'partyId' })
  }
  if (orderId !== null && !tx.get('SELECT 1 FROM live_sales_orders WHERE id = ?', orderId)) {
    throw new AppError('orders/not-found', { field: 'orderId' })
  }
}
