// Sales orders as documents whose versions are kept once they are confirmed.
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import type { ComparedDocument } from '#main/domain/versions/diff-documents.ts'
import { orderDocumentOf } from '#main/services/orders/order-document.ts'
import type { DocumentKind } from '#main/services/versions/document-kind.ts'
import type { OrderDocument } from '#shared/schemas/order-document.ts'

export const orderVersions: DocumentKind<OrderDocument> = {
  header: 'sales_orders',
  lines: { table: 'order_lines', owner: 'order_id' },
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
function comparedOrder({ order, customer }: OrderDocument): ComparedDocument {
  const { shipTo } = order
  return {
    fields: {
      number: order.number,
      customer: customer?.name ?? '',
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
    lines: order.lines.map((line) => ({
      id: line.id,
      label: line.sku || line.description,
      fields: {
        sku: line.sku,
        name: line.name,
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice,
        discountPercent: line.discountPercent,
        total: line.total,
      },
    })),
  }
}

function addressLine(
  address: OrderDocument['order']['shipTo'] | NonNullable<OrderDocument['customer']>['address'],
): string {
  if (!address) return ''
  const { street, city, region, postalCode, country } = address
  return [street, [postalCode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ')
}
