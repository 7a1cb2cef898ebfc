// A purchase order with its lines and the names it refers to.
import type { ReadDb } from '#main/db/database.ts'
import type { PurchaseOrdersTable } from '#main/db/tables.ts'
import { verbsOf } from '#main/domain/purchases/purchase-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import {
  type PurchaseLineRow,
  purchaseFromRow,
  purchaseLineFromRow,
} from '#main/services/purchases/purchase-columns.ts'
import { livingPurchase, stateOf } from '#main/services/purchases/purchase-rows.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import { ppmToPercent } from '#shared/percent.ts'
import type { NamedParty, Purchase, PurchaseTerms } from '#shared/schemas/purchases.ts'

/** The order, or `purchases/not-found`. */
export function getPurchase(db: ReadDb, id: Id): Purchase {
  const row = livingPurchase(db, id)
  const base = baseCurrency(db)
  return {
    ...purchaseFromRow(row),
    ...namesOf(db, row),
    baseCurrency: base,
    baseTotal: minorText(row.base_total_minor, base),
    verbs: verbsOf(stateOf(db, row)),
    lines: purchaseLineRows(db, id).map((line) => purchaseLineFromRow(line, row.currency, base)),
  }
}

/** What an order refers to, by name. */
export function namesOf(db: ReadDb, row: PurchaseOrdersTable): Pick<Purchase, 'supplier' | 'warehouse' | 'request'> {
  return {
    supplier: partyOf(db, row.supplier_id),
    warehouse:
      db.get<NonNullable<Purchase['warehouse']>>(
        'SELECT id, name, code FROM warehouses WHERE id = ?',
        row.warehouse_id,
      ) ?? null,
    request:
      db.get<NonNullable<Purchase['request']>>(
        `SELECT a.id AS answerId, q.id AS requestId, q.number FROM quote_answers a
         JOIN quote_requests q ON q.id = a.request_id WHERE a.id = ?`,
        row.answer_id,
      ) ?? null,
  }
}

export function partyOf(db: ReadDb, id: Id | null): NamedParty | null {
  return db.get<NamedParty>('SELECT id, name, name_zh AS nameZh FROM parties WHERE id = ?', id) ?? null
}

function purchaseLineRows(db: ReadDb, orderId: Id): PurchaseLineRow[] {
  return db.all<PurchaseLineRow>(
    `SELECT l.*, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit, p.tracking,
       s.order_id AS salesOrderId, o.number AS salesNumber
     FROM live_purchase_lines l LEFT JOIN products p ON p.id = l.product_id
     LEFT JOIN order_lines s ON s.id = l.sales_line_id LEFT JOIN sales_orders o ON o.id = s.order_id
     WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
}

type TermsRow = {
  currency: string
  vatIncluded: number
  vatPpm: number
  vatRecoverable: number
  incoterm: string
  place: string
  depositPpm: number
  dueFrom: PurchaseTerms['dueFrom']
  dueDays: number
}

/** The terms that orders with a supplier begin with; without a supplier the plainest. */
export function purchaseTerms(db: ReadDb, supplierId: Id | null): PurchaseTerms {
  const row = db.get<TermsRow>(
    `SELECT currency, supply_vat_included AS vatIncluded, supply_vat_ppm AS vatPpm, supply_vat_recoverable AS vatRecoverable,
       supply_incoterm AS incoterm, supply_place AS place, supply_deposit_ppm AS depositPpm, supply_due_from AS dueFrom,
       supply_due_days AS dueDays
     FROM parties WHERE id = ?`,
    supplierId,
  )
  return {
    currency: row?.currency || baseCurrency(db),
    vatIncluded: row?.vatIncluded === 1,
    vatPercent: ppmToPercent(row?.vatPpm ?? 0),
    vatRecoverable: row?.vatRecoverable !== 0,
    incoterm: row?.incoterm ?? '',
    place: row?.place ?? '',
    depositPercent: ppmToPercent(row?.depositPpm ?? 0),
    dueFrom: row?.dueFrom ?? 'receipt',
    dueDays: row?.dueDays ?? 0,
  }
}
