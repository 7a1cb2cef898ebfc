// The lists of records by the name that a screen or an export asks for.
import type { ReadDb } from '#main/db/database.ts'
import { carrierServiceList } from '#main/services/carriers/service-list.ts'
import { productList } from '#main/services/catalog/product-list.ts'
import { countList } from '#main/services/counting/count-list.ts'
import { expectedList } from '#main/services/expected/expected-list.ts'
import { listAllIds } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { orderList } from '#main/services/orders/order-list.ts'
import { paperList } from '#main/services/papers/paper-list.ts'
import { partyList } from '#main/services/parties/party-list.ts'
import { purchaseList } from '#main/services/purchases/purchase-list.ts'
import { rateList } from '#main/services/rates/rate-list.ts'
import { salesCostList } from '#main/services/sales/sales-cost-list.ts'
import { settlementList } from '#main/services/sales/settlement-list.ts'
import { shipmentList } from '#main/services/shipments/shipment-list.ts'
import { offerList } from '#main/services/sourcing/offer-list.ts'
import { requestList } from '#main/services/sourcing/request-list.ts'
import { batchList } from '#main/services/stock/batch-list.ts'
import { documentList } from '#main/services/stock/document-list.ts'
import { stockList } from '#main/services/stock/stock-list.ts'
import { certificateList } from '#main/services/suppliers/certificate-list.ts'
import { taskList } from '#main/services/tasks/task-list.ts'
import type { ListIdsInput, RecordListName } from '#shared/schemas/lists.ts'

export const listSpecs: Readonly<Record<RecordListName, ListSpec>> = {
  products: productList,
  customers: partyList('customer'),
  suppliers: partyList('supplier'),
  carriers: partyList('carrier'),
  carrierServices: carrierServiceList,
  orders: orderList,
  rates: rateList,
  tasks: taskList,
  papers: paperList,
  batches: batchList,
  expected: expectedList,
  offers: offerList,
  requests: requestList,
  certificates: certificateList,
  salesCosts: salesCostList,
  settlements: settlementList,
  purchases: purchaseList,
  stock: stockList,
  stockDocuments: documentList,
  counts: countList,
  shipments: shipmentList,
}

/** Ids of everything that matches in a list; the window (offset, limit) plays no part. */
export function listIds(db: ReadDb, { list, query }: ListIdsInput): number[] {
  return listAllIds(db, listSpecs[list], query)
}
