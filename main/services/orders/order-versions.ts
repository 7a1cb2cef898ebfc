// Sales orders as documents whose versions are kept once they are confirmed.
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import type { ComparedDocument, ComparedLine } from '#main/domain/versions/diff-documents.ts'
import { orderDocumentOf } from '#main/services/orders/order-document.ts'
import type { DocumentKind } from '#main/services/versions/document-kind.ts'
import { placeLine } from '#shared/reference/place-line.ts'
import type { DocumentProduct, OrderDocument } from '#shared/schemas/order-document.ts'
import type { OrderLine } from '#shared/schemas/orders.ts'

export const orderVersions: DocumentKind<OrderDocument> = {
  header: 'sales_orders',
  lines: { table: 'order_lines', owner: 'order_id' },
  unread: { header: ['shipped_on', 'rate', 'rate_on', 'archived', 'is_history'], lines: ['base_minor', 'external_id'] },
  state: ['status'],
  isFixed: ({ status }) => status !== 'draft' && status !== 'cancelled',
  documentOf: (db, { header, lines }) =>
    orderDocumentOf(db, {
      order: header as unknown as SalesOrdersTable,
      lines: lines as unknown as OrderLinesTable[],
    }),
  compared: comparedOrder,
  currencyOf: ({ order }) => order.currency,
}

/** What the customer reads. How far the order has come, its rate and what it is in base currency are not part of it. */
function comparedOrder({ order, customer, products }: OrderDocument): ComparedDocument {
  const { shipTo } = order
  return {
    fields: {
      number: order.number,
      customer: customer?.name ?? '',
      customerNameZh: customer?.nameZh ?? '',
      customerContact: [customer?.contact, customer?.phone, customer?.email].filter(Boolean).join(', '),
      customerTaxNumber: customer?.taxNumber ?? '',
      customerAddress: customer?.address ? addressLine(customer.address) : '',
      orderedOn: order.orderedOn,
      requiredOn: order.requiredOn,
      currency: order.currency,
      freight: order.freight,
      carrier: order.carrier?.name ?? '',
      shipToName: shipTo.name,
      shipToAddress: addressLine(shipTo),
      note: order.note,
      total: order.total,
    },
    lines: order.lines.map((line) => comparedLine(line, products[String(line.productId)])),
  }
}

/** With the customs facts of the product: an invoice prints them, so another one is another document. */
function comparedLine(line: OrderLine, product: DocumentProduct | undefined): ComparedLine {
  return {
    id: line.id,
    label: line.sku || line.description,
    fields: {
      sku: line.sku,
      name: line.name,
      nameZh: line.nameZh,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      total: line.total,
      hsCode: product?.hsCode ?? '',
      origin: product?.originCountry ?? '',
      customsName: [product?.customsNameEn, product?.customsNameZh].filter(Boolean).join(' / '),
      netWeight: product?.netWeightGrams ?? null,
      grossWeight: product?.grossWeightGrams ?? null,
    },
  }
}

function addressLine(
  address: OrderDocument['order']['shipTo'] | NonNullable<OrderDocument['customer']>['address'],
): string {
  if (!address) return ''
  return [address.street, placeLine(address), address.country].filter(Boolean).join(', ')
}
