// What can be imported: each kind with its fields, the fewest of them that make a row of it, and the file names it goes by.

import { type ImportKind, importKinds } from '#shared/schemas/imports.ts'
import { carrierRateFields } from './fields/carrier-rate-fields.ts'
import { categoryFields } from './fields/category-fields.ts'
import { expectedFields } from './fields/expected-fields.ts'
import type { Field } from './fields/field.ts'
import { offerFields } from './fields/offer-fields.ts'
import { orderFields } from './fields/order-fields.ts'
import { orderLineFields, orderRowFields } from './fields/order-line-fields.ts'
import { carrierFields, customerFields, supplierFields } from './fields/party-fields.ts'
import { productFields } from './fields/product-fields.ts'
import { purchaseFields, purchaseLineFields, purchaseRowFields } from './fields/purchase-fields.ts'
import { rateFields } from './fields/rate-fields.ts'
import { salesCostFields } from './fields/sales-cost-fields.ts'
import { settlementFields } from './fields/settlement-fields.ts'
import { shipmentFields } from './fields/shipment-fields.ts'
import { stockFields } from './fields/stock-fields.ts'
import { trackingEventFields, trackingFields } from './fields/tracking-fields.ts'

export const fieldsOf = {
  categories: categoryFields,
  suppliers: supplierFields,
  customers: customerFields,
  carriers: carrierFields,
  products: productFields,
  stock: stockFields,
  expected: expectedFields,
  orders: orderFields,
  'order-lines': orderLineFields,
  'order-rows': orderRowFields,
  'purchase-orders': purchaseFields,
  'purchase-lines': purchaseLineFields,
  'purchase-rows': purchaseRowFields,
  offers: offerFields,
  'sales-costs': salesCostFields,
  'carrier-rates': carrierRateFields,
  settlements: settlementFields,
  shipments: shipmentFields,
  trackings: trackingFields,
  'tracking-events': trackingEventFields,
  rates: rateFields,
} as const satisfies Record<ImportKind, readonly Field[]>

/** The keys of a kind's fields, as a type: `FieldKey<'products'>`. */
export type FieldKey<K extends ImportKind> = (typeof fieldsOf)[K][number]['key']

/**
 * Sets of fields of which one must be there for a row to mean anything. Within a set a `|` parts fields that do as well:
 * `product|productSku`.
 */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  categories: [['nameEn|nameZh']],
  suppliers: [['name|nameZh']],
  customers: [['name|nameZh']],
  carriers: [['name|nameZh']],
  products: [['nameEn|nameZh'], ['sku|externalId', 'price|cost']],
  stock: [['product', 'quantity']],
  expected: [['product', 'quantity', 'expectedOn|reference']],
  orders: [['externalId|number', 'orderedOn']],
  'order-lines': [['order', 'product|productSku', 'quantity']],
  'order-rows': [['order', 'product|productSku|productName', 'quantity', 'orderedOn']],
  'purchase-orders': [['externalId|number', 'supplier', 'orderedOn']],
  'purchase-lines': [['order', 'product|productSku|productName', 'quantity', 'unitPrice|lineTotal']],
  'purchase-rows': [['order', 'product|productSku|productName', 'quantity', 'unitPrice|lineTotal', 'supplier']],
  offers: [['supplier', 'product', 'price']],
  'sales-costs': [['on', 'costKind', 'amount', 'order|costChannel|product']],
  'carrier-rates': [['carrier', 'service|serviceCode', 'weightTo|weightFrom|zone|countries', 'price|tonPrice']],
  settlements: [
    ['settlement', 'amount', 'amountType|description|transactionType'],
    ['settlement', 'price', 'priceType'],
  ],
  shipments: [
    ['order', 'trackingNumber', 'carrier|service|shippedOn|deliveredOn|weight|cost'],
    ['order', 'shipment'],
  ],
  trackings: [['trackingNumber', 'order|orderTitle|destinationCountry|recipient']],
  'tracking-events': [['trackingNumber|shipment', 'eventTime', 'eventText|eventCode|eventStatus']],
  rates: [['on', 'rate']],
}

/**
 * The order in which files of several kinds are read, so that what a file refers to is there before it: that of the kinds, but
 * rates, which sums of all others are turned by, first.
 */
export const dependencyOrder: readonly ImportKind[] = ['rates', ...importKinds.filter((kind) => kind !== 'rates')]

/** Words in a file's name that hint at its kind. */
export const fileNameHints: Readonly<Record<ImportKind, RegExp>> = {
  categories: /categor|类别|分类|品类|类目/i,
  suppliers: /supplier|vendor|factor(?:y|ies)|manufacturer|供应商|厂家|工厂/i,
  customers: /customer|client|buyer|客户|买家/i,
  carriers: /shippers?\b|carrier|courier|forwarder|ship_?method|承运|物流|快递|货代/i,
  products: /product(?!ion)|items?\b|catalog|sku|article|商品|产品|货品/i,
  expected: /purchas|on[\s_-]*order|incoming|expected|inbound|采购|在途|到货/i,
  stock: /stock|inventory|on_?hand|库存|盘点/i,
  orders: /orders?\b|invoices?\b|sales|订单|销售/i,
  'order-lines': /(?:order|invoice|sales)[\s_-]*(?:details?|lines?|items?|products?)|lines?\b|订单明细|明细/i,
  'order-rows': /orders?|sales|retail|transactions?|订单|销售/i,
  'purchase-orders': /purchase|\bpo\b|采购/i,
  'purchase-lines': /purchas\w*[\s_-]*order[\s_-]*(?:details?|lines?|items?)|采购明细/i,
  'purchase-rows': /purchas|\bpo\b|deliver|采购/i,
  offers: /offers?\b|quot|product_?vendor|price_?list|报价/i,
  'carrier-rates': /carrier[\s_-]*rates?|rate[\s_-]*(?:card|table|sheet)s?|freight[\s_-]*rates?|运价|价卡/i,
  'sales-costs': /costs?\b|expenses?|charges?|费用|成本/i,
  shipments: /shipments?\b|tracking|parcels?\b|fulfil|货件|发货|物流|包裹/i,
  trackings: /track(?:ing)?[\s_-]*(?:numbers?|import|template)|aftership|pkge|单号/i,
  'tracking-events': /track(?:ing)?[\s_-]*(?:events?|history|details)|checkpoints?|轨迹/i,
  settlements: /settlement|payout|statement|结算|回款/i,
  rates: /rates?\b|fx|ecb|exchange|汇率/i,
}

/** The field of a kind by its key. */
export function fieldOf(kind: ImportKind, key: string): Field | null {
  const fields: readonly Field[] = fieldsOf[kind]
  return fields.find((field) => field.key === key) ?? null
}

/** Whether these fields are enough for rows of the kind. */
export function hasNeededFields(kind: ImportKind, keys: ReadonlySet<string>): boolean {
  return neededFields[kind].some((needed) => needed.every((choice) => choice.split('|').some((key) => keys.has(key))))
}
