// The loader of each kind.

import { carrierRateLoader } from '#main/services/import/loading/carrier-rate-loader.ts'
import { categoryLoader } from '#main/services/import/loading/category-loader.ts'
import { channelOrderLoader } from '#main/services/import/loading/channel/channel-order-loader.ts'
import { familyLoader } from '#main/services/import/loading/channel/family-loader.ts'
import { expectedLoader } from '#main/services/import/loading/expected-loader.ts'
import type { LoadContext, Loader } from '#main/services/import/loading/loader.ts'
import { offerLoader } from '#main/services/import/loading/offer-loader.ts'
import { orderLineLoader } from '#main/services/import/loading/order-line-loader.ts'
import { orderLoader } from '#main/services/import/loading/order-loader.ts'
import { orderRowLoader } from '#main/services/import/loading/order-row-loader.ts'
import { partyLoader } from '#main/services/import/loading/party-loader.ts'
import { productLoader } from '#main/services/import/loading/product-loader.ts'
import { purchaseLineLoader } from '#main/services/import/loading/purchase-line-loader.ts'
import { purchaseLoader } from '#main/services/import/loading/purchase-loader.ts'
import { purchaseRowLoader } from '#main/services/import/loading/purchase-row-loader.ts'
import { rateLoader } from '#main/services/import/loading/rate-loader.ts'
import { salesCostLoader } from '#main/services/import/loading/sales-cost-loader.ts'
import { settlementLoader } from '#main/services/import/loading/settlement-loader.ts'
import { shipmentLoader } from '#main/services/import/loading/shipment-loader.ts'
import { stockLoader } from '#main/services/import/loading/stock-loader.ts'
import { trackingEventLoader } from '#main/services/import/loading/tracking/tracking-event-loader.ts'
import { trackingLoader } from '#main/services/import/loading/tracking/tracking-loader.ts'
import type { ImportKind, ImportMapping } from '#shared/schemas/imports.ts'

const loaders: Readonly<Record<ImportKind, (context: LoadContext) => Loader>> = {
  categories: categoryLoader,
  suppliers: (context) => partyLoader(context, 'supplier'),
  customers: (context) => partyLoader(context, 'customer'),
  carriers: (context) => partyLoader(context, 'carrier'),
  products: (context) => (context.platform === '' ? productLoader(context) : familyLoader(context)),
  stock: stockLoader,
  expected: expectedLoader,
  rates: rateLoader,
  orders: orderLoader,
  'order-lines': orderLineLoader,
  'order-rows': orderRows,
  'purchase-orders': purchaseLoader,
  'purchase-lines': purchaseLineLoader,
  'purchase-rows': purchaseRowLoader,
  offers: offerLoader,
  'sales-costs': salesCostLoader,
  'carrier-rates': carrierRateLoader,
  settlements: settlementLoader,
  shipments: shipmentLoader,
  trackings: trackingLoader,
  'tracking-events': trackingEventLoader,
}

/** Files of shops and marketplaces, and those that tell amounts of the order beside its lines, are put together order by order. */
function orderRows(context: LoadContext): Loader {
  const isWhole = context.platform !== '' || ofWholeOrders.some((field) => context.mappedFields.has(field))
  return isWhole ? channelOrderLoader(context) : orderRowLoader(context)
}

const ofWholeOrders = [
  ...[
    'subtotal',
    'orderTotal',
    'orderDiscount',
    'orderTax',
    'channelTax',
    'freightTax',
    'freightDiscount',
    'otherCharge',
  ],
  ...[
    'refund',
    'externalStatus',
    'paymentStatus',
    'goodsStatus',
    'itemStatus',
    'fulfilledBy',
    'trackingNumber',
    'lineTax',
  ],
  ...['lineDiscount', 'taxPercent', 'lineFreight', 'linePrice', 'cancelledQuantity', 'returnedQuantity', 'cancelledOn'],
] as const

export function loaderFor(context: LoadContext, { kind }: ImportMapping): Loader {
  return loaders[kind](context)
}
