// What may be said otherwise of a stock document that was posted: what others call it, and what was noted. Its goods, its day
// and its places are the ledger's.
import type { WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { EditDocumentInput } from '#shared/schemas/stock-postings.ts'

/** Throws `stock/document-not-found`. */
export function editDocument(tx: WriteTx, { id, reference, note }: EditDocumentInput): void {
  if (!tx.get('SELECT 1 FROM live_stock_documents WHERE id = ?', id)) throw new AppError('stock/document-not-found')
  tx.update('stock_documents', id, { reference, note })
}
