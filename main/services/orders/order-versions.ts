// Sales orders as documents whose versions are kept once they are confirmed.
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import type { ComparedDocument, ComparedLine } from '#main/domain/versions/diff-documents.ts'
import { orderDocumentOf } from '#main/services/orders/order-document.ts'
import type { DocumentKind } from '#main/services/versions/document-kind.ts'
import { placeLine } from '#shared/reference/place-line.ts'
import type { DocumentProduct, OrderDocument } from '#shared/schemas/order-document.ts'
import type { WrittenLine } from '#shared/schemas/orders.ts'

export const orderVersions: DocumentKind<OrderDocument> = {
  header: 'sales_orders',
  lines: { table: 'order_lines', owner: 'order_id' },
  unread: {
    header: [
      ...[
        'shipped_on',
        'confirmed_on',
        'delivered_on',
        'closed_on',
        'hold_reason',
        'cancel_reason',
        'flags_cleared_on',
      ],
      ...['rate', 'rate_on', 'archived', 'is_history', 'channel', 'external_id', 'external_status', 'card_country'],
      ...['warehouse_id', 'fulfilled_by', 'collected_by', 'tax_by', 'serves_id', 'credits_id'],
    ],
    lines: ['base_minor', 'external_id', 'external_sku', 'credits_line_id', 'goods_back'],
  },
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

/**
 * What the customer reads. How far the order has come, its rate and what it is in base currency are not part of it. Versions of
 * before an order had tax and terms say nothing of them.
 */
function comparedOrder({ order, customer, products }: OrderDocument): ComparedDocument {
  const { shipTo } = order
  return {
    fields: {
      number: order.number,
      customer: customer?.name ?? '',
      customerReference: order.customerReference ?? '',
      customerNameZh: customer?.nameZh ?? '',
      customerContact: [customer?.contact, customer?.phone, customer?.email].filter(Boolean).join(', '),
      customerTaxNumber: customer?.taxNumber ?? '',
      customerAddress: customer?.address ? addressLine(customer.address) : '',
      orderedOn: order.orderedOn,
      requiredOn: order.requiredOn,
      currency: order.currency,
      freight: order.freight,
      freightTax: amount(order.freightTax),
      other: amount(order.other),
      taxIncluded: order.taxIncluded ? 'yes' : 'no',
      depositPercent: order.depositPercent ?? 0,
      dueFrom: order.dueFrom ?? 'order',
      dueDays: order.dueDays ?? 0,
      carrier: order.carrier?.name ?? '',
      shippingService: order.shippingService ?? '',
      shipToName: shipTo.name,
      shipToAddress: addressLine(shipTo),
      shipToPhone: shipTo.phone ?? '',
      packingNote: order.packingNote ?? '',
      note: order.note,
      total: order.total,
      tax: amount(order.money?.tax),
      // Told only where tax or charges make it another amount than the lines.
      gross: order.money && order.money.gross !== order.total ? order.money.gross : '',
    },
    lines: order.lines.map((line) => comparedLine(line, products[String(line.productId)])),
  }
}

/** With the customs facts of the product: an invoice prints them, so another one is another document. */
function comparedLine(line: WrittenLine, product: DocumentProduct | undefined): ComparedLine {
  return {
    id: line.id,
    label: line.sku || line.description,
    fields: {
      sku: line.sku,
      name: line.name,
      nameZh: line.nameZh,
      description: line.description,
      quantity: line.quantity,
      cancelled: line.cancelled ?? 0,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      discountAmount: amount(line.discountAmount),
      taxPercent: line.taxPercent ?? 0,
      tax: amount(line.tax),
      promisedOn: line.promisedOn ?? null,
      total: line.total,
      hsCode: product?.hsCode ?? '',
      origin: product?.originCountry ?? '',
      customsName: [product?.customsNameEn, product?.customsNameZh].filter(Boolean).join(' / '),
      netWeight: product?.netWeightGrams ?? null,
      grossWeight: product?.grossWeightGrams ?? null,
    },
  }
}

/** An amount that most orders do not have: none at all is the same as zero. */
function amount(text: string | undefined): string {
  return text === undefined || /^-?[0.]+$/.test(text) ? '' : text
}

function addressLine(
  address: OrderDocument['order']['shipTo'] | NonNullable<OrderDocument['customer']>['address'],
): string {
  if (!address) return ''
  return [address.street, placeLine(address), address.country].filter(Boolean).join(', ')
}
