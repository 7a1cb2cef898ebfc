// Numbers of stock documents: one counter per kind, year and copy.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { StockDocumentKind } from '#shared/schemas/stock-documents.ts'

const documentNumbers = { table: 'stock_documents', index: 'stock_documents_by_number' }

/** Goods received, goods issued, transfer, adjustment, customer and supplier return, assembly, stock count, opening stock. */
const prefixes: Readonly<Record<StockDocumentKind, string>> = {
  receipt: 'GR',
  issue: 'GI',
  transfer: 'TR',
  adjustment: 'AD',
  customer_return: 'CR',
  supplier_return: 'SR',
  assembly: 'AS',
  count: 'SC',
  opening: 'OS',
}

export function nextStockNumber(tx: WriteTx, kind: StockDocumentKind, on: Day): string {
  return nextNumber(tx, documentNumbers, { kind: prefixes[kind], on })
}

export const stockDocumentKeys = [plainKey('stock_documents', ['number'])]

/** `stock/number-taken` where another document has the number. */
export function refuseTakenStockNumber(db: ReadDb, number: string): void {
  if (isTakenStockNumber(db, number)) throw new AppError('stock/number-taken', { number, field: 'number' })
}

export function isTakenStockNumber(db: ReadDb, number: string): boolean {
  return holderOfNumber(db, documentNumbers, { number, own: null }) !== null
}
