// Purchase orders as documents whose versions are kept once they were sent.
import type { PurchaseLinesTable, PurchaseOrdersTable } from '#main/db/tables.ts'
import type { ComparedDocument, ComparedLine } from '#main/domain/versions/diff-documents.ts'
import { purchaseDocumentOf } from '#main/services/purchases/purchase-document.ts'
import type { DocumentKind } from '#main/services/versions/document-kind.ts'
import type { PurchaseDocument } from '#shared/schemas/purchase-document.ts'
import type { PurchaseLine } from '#shared/schemas/purchases.ts'

export const purchaseVersions: DocumentKind<PurchaseDocument> = {
  header: 'purchase_orders',
  lines: { table: 'purchase_lines', owner: 'order_id' },
  unread: {
    header: [
      ...['sent_on', 'confirmed_on', 'closed_on', 'cancel_reason', 'rate', 'rate_on', 'tax_minor', 'vat_recoverable'],
      ...['warehouse_id', 'answer_id', 'archived', 'is_history', 'channel', 'external_id'],
      ...['has_receipt_days', 'has_quantities', 'has_rejects'],
    ],
    lines: [
      ...[
        'base_minor',
        'external_id',
        'sales_line_id',
        'let_go_milli',
        'freight_minor',
        'freight_word',
        'weight_grams',
      ],
      ...['weight_word', 'told_with', 'insurance_minor'],
    ],
  },
  state: ['status'],
  isFixed: ({ status, is_history }) => status !== 'draft' && status !== 'cancelled' && is_history !== 1,
  fixedBy: 'sent',
  documentOf: (db, { header, lines }) =>
    purchaseDocumentOf(db, {
      order: header as unknown as PurchaseOrdersTable,
      lines: lines as unknown as PurchaseLinesTable[],
    }),
  compared: comparedPurchase,
  currencyOf: ({ order }) => order.currency,
}

/** What the supplier reads. How far the order has come, its rate and what it is in base currency are not part of it. */
function comparedPurchase({ order, supplier, products }: PurchaseDocument): ComparedDocument {
  return {
    fields: {
      number: order.number,
      supplier: supplier?.name ?? '',
      supplierNameZh: supplier?.nameZh ?? '',
      orderedOn: order.orderedOn,
      promisedOn: order.promisedOn,
      currency: order.currency,
      vatPercent: order.vatPercent,
      vatIncluded: order.vatIncluded ? 'yes' : 'no',
      freight: order.freight,
      incoterm: [order.incoterm, order.place].filter(Boolean).join(' '),
      mode: order.mode,
      country: order.country,
      depositPercent: order.depositPercent,
      dueFrom: order.dueFrom,
      dueDays: order.dueDays,
      underPercent: order.underPercent,
      overPercent: order.overPercent,
      reference: order.reference,
      note: order.note,
      total: order.total,
    },
    lines: order.lines.map((line) => comparedLine(line, products[String(line.productId)]?.sku ?? '')),
  }
}

function comparedLine(line: PurchaseLine, sku: string): ComparedLine {
  return {
    id: line.id,
    label: sku || line.supplierCode || line.description,
    fields: {
      sku: line.sku,
      name: line.name,
      nameZh: line.nameZh,
      supplierCode: line.supplierCode,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      promisedOn: line.promisedOn,
      total: line.total,
      note: line.note,
    },
  }
}
