// Taking back: a counter-movement for each movement, on its own day, or on the first open one where its period is closed.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import { postChecked } from '#main/services/stock/post-document.ts'
import { counterOf, isStandingSql, movementSelect, type Standing } from '#main/services/stock/standing-movements.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { ReverseStockInput } from '#shared/schemas/stock-postings.ts'

/** Takes a document back, or some movements of one with all that hangs on them. */
export function reverseStock(tx: WriteTx, input: ReverseStockInput): PostedDocument {
  const movements = 'documentId' in input ? movementsOf(tx, input.documentId) : chosen(tx, input.movementIds)
  const documentId = movements[0]?.documentId ?? null
  refuseOfPurchase(tx, documentId)
  refuseOfDispatch(tx, documentId)
  const reversed = takeBack(tx, movements, input.note)
  const order = documentId === null ? undefined : orderOfIssue(tx, documentId)
  if (order) followOrders(tx, [order.id])
  return reversed
}

function orderOfIssue(db: ReadDb, documentId: Id): { id: Id } | undefined {
  const sql = "SELECT order_id AS id FROM stock_documents WHERE id = ? AND kind = 'issue' AND order_id IS NOT NULL"
  return db.get<{ id: Id }>(sql, documentId)
}

/** What a dispatch sent, or a credit took back, is taken back there, so that the order's lines know. */
function refuseOfDispatch(db: ReadDb, documentId: Id | null): void {
  const row = db.get<{ number: string }>(
    `SELECT o.number FROM dispatches t INDEXED BY dispatches_by_document JOIN live_sales_orders o ON o.id = t.order_id
     WHERE t.document_id = ? AND t.document_id IS NOT NULL AND t.status = 'posted' AND t.deleted = 0 LIMIT 1`,
    documentId,
  )
  if (row) throw new AppError('stock/of-dispatch', { number: row.number })
}

/** What came in of a purchase order is taken back there, so that its lines know. */
function refuseOfPurchase(db: ReadDb, documentId: Id | null): void {
  const row = db.get<{ number: string }>(
    `SELECT o.number FROM (
       SELECT order_id FROM purchase_receipts INDEXED BY purchase_receipts_by_document
       WHERE document_id = ? AND document_id IS NOT NULL AND status = 'posted' AND deleted = 0
       UNION ALL SELECT order_id FROM purchase_receipts INDEXED BY purchase_receipts_by_issue
       WHERE issue_id = ? AND issue_id IS NOT NULL AND status = 'posted' AND deleted = 0) t
     JOIN live_purchase_orders o ON o.id = t.order_id LIMIT 1`,
    ...[documentId, documentId],
  )
  if (row) throw new AppError('stock/of-purchase', { number: row.number })
}

/** For whoever keeps the purchase order in step: takes back what stands of a document; gives null where nothing does. */
export function reverseDocument(tx: WriteTx, documentId: Id, note: string): PostedDocument | null {
  const standing = standingOf(tx, documentId)
  return standing.length === 0 ? null : takeBack(tx, standing, note)
}

function takeBack(tx: WriteTx, movements: readonly Standing[], note: string): PostedDocument {
  const documentId = movements[0]?.documentId ?? null
  refuseFollowed(tx, movements)
  const warnings = postChecked(tx, (post) => {
    for (const movement of movements) post({ ...counterOf(tx, movement), note })
  })
  const number = documentId === null ? '' : numberOf(tx, documentId)
  return { id: documentId ?? 0, number, warnings }
}

/** Everything of a document that stands. */
function movementsOf(db: ReadDb, documentId: Id): Standing[] {
  if (!db.get('SELECT 1 FROM live_stock_documents WHERE id = ?', documentId))
    throw new AppError('stock/document-not-found')
  const standing = standingOf(db, documentId)
  if (standing.length === 0) throw new AppError('stock/already-reversed', { number: numberOf(db, documentId) })
  return standing
}

function standingOf(db: ReadDb, documentId: Id): Standing[] {
  return db.all<Standing>(
    `${movementSelect} INDEXED BY stock_movements_by_document
     WHERE m.document_id = ? AND m.reverses_id IS NULL AND ${isStandingSql} ORDER BY m.id`,
    documentId,
  )
}

/** The movements asked for, with the other halves of transfers and all that came of them. */
function chosen(db: ReadDb, ids: readonly Id[]): Standing[] {
  const asked = ids.map((id) => {
    const found = db.get<Standing>(`${movementSelect} WHERE m.id = ?`, id)
    if (!found) throw new AppError('stock/movement-not-found')
    if (found.reversesId !== null) throw new AppError('stock/is-reversal')
    return found
  })
  const documents = new Set(asked.map(({ documentId }) => documentId))
  const [documentId = null] = documents
  if (documents.size > 1) throw new AppError('stock/several-documents')
  const standing = documentId === null ? asked.filter(({ id }) => stands(db, id)) : standingOf(db, documentId)
  if (asked.some(({ id }) => !standing.some((one) => one.id === id))) {
    throw new AppError('stock/already-reversed', { number: documentId === null ? '' : numberOf(db, documentId) })
  }
  return withPartners(standing, new Set(asked.map(({ id }) => id)))
}

function stands(db: ReadDb, id: Id): boolean {
  return db.get(`SELECT 1 FROM stock_movements m WHERE m.id = ? AND ${isStandingSql}`, id) !== undefined
}

function withPartners(standing: readonly Standing[], taken: Set<Id>): Standing[] {
  for (let size = -1; size !== taken.size; ) {
    size = taken.size
    for (const { id, originId, kind, qtyMilli } of standing) {
      // What came of it, and of an arrival the half that left.
      if (originId !== null && taken.has(originId)) taken.add(id)
      if (taken.has(id) && kind === 'transfer' && qtyMilli > 0 && originId !== null) taken.add(originId)
      if (taken.has(id) && kind === 'assembly') for (const one of standing) taken.add(one.id)
    }
  }
  return standing.filter(({ id }) => taken.has(id))
}

/** Goods that came back, or went back, by a document that stands: that one is to be taken back first. */
function refuseFollowed(db: ReadDb, movements: readonly Standing[]): void {
  const row = db.get<{ number: string | null }>(
    `SELECT d.number FROM json_each(?) j
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_origin ON m.origin_id = j.value
     LEFT JOIN stock_documents d ON d.id = m.document_id
     WHERE m.reverses_id IS NULL AND m.id NOT IN (SELECT value FROM json_each(?)) AND ${isStandingSql} LIMIT 1`,
    ...[JSON.stringify(movements.map(({ id }) => id)), JSON.stringify(movements.map(({ id }) => id))],
  )
  if (row) throw new AppError('stock/has-followers', { number: row.number ?? '' })
}

function numberOf(db: ReadDb, documentId: Id): string {
  return db.get<{ number: string }>('SELECT number FROM stock_documents WHERE id = ?', documentId)?.number ?? ''
}
