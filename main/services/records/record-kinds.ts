// Every kind of record with its rule: what all that hangs on any record looks up.
import { companyKind, personKind } from '#main/services/book/company-kind.ts'
import { carrierServiceKind } from '#main/services/carriers/service-kind.ts'
import { categoryKind, productKind } from '#main/services/catalog/product-kind.ts'
import { channelKind } from '#main/services/channels/channel-kind.ts'
import { expectedKind } from '#main/services/expected/expected-kind.ts'
import { orderKind } from '#main/services/orders/order-kind.ts'
import { paperKind } from '#main/services/papers/paper-kind.ts'
import { partyKind } from '#main/services/parties/party-kind.ts'
import { paymentKind } from '#main/services/payments/payment-kind.ts'
import { warehouseKind } from '#main/services/places/warehouse-kind.ts'
import { purchaseKind } from '#main/services/purchases/purchase-kind.ts'
import { rateKind } from '#main/services/rates/rate-kind.ts'
import { letterKind } from '#main/services/receivables/letter-kind.ts'
import { claimKind, inspectionKind, milestoneKind } from '#main/services/receiving/receiving-kinds.ts'
import type { RecordKindRule } from '#main/services/records/record-kind.ts'
import { salesCostKind, settlementKind } from '#main/services/sales/sales-kinds.ts'
import { decisionKind } from '#main/services/scores/decision-kind.ts'
import { shipmentKind } from '#main/services/shipments/shipment-kind.ts'
import { offerKind, requestKind } from '#main/services/sourcing/sourcing-kinds.ts'
import { batchKind, countKind, documentKind } from '#main/services/stock/stock-kinds.ts'
import { certificateKind } from '#main/services/suppliers/certificate-kind.ts'
import { taskKind } from '#main/services/tasks/task-kind.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

export const recordKindRules: Readonly<Record<RecordKind, RecordKindRule>> = {
  product: productKind,
  party: partyKind,
  order: orderKind,
  category: categoryKind,
  rate: rateKind,
  task: taskKind,
  paper: paperKind,
  company: companyKind,
  person: personKind,
  warehouse: warehouseKind,
  channel: channelKind,
  batch: batchKind,
  document: documentKind,
  count: countKind,
  expected: expectedKind,
  offer: offerKind,
  request: requestKind,
  certificate: certificateKind,
  purchase: purchaseKind,
  milestone: milestoneKind,
  inspection: inspectionKind,
  claim: claimKind,
  payment: paymentKind,
  decision: decisionKind,
  salesCost: salesCostKind,
  settlement: settlementKind,
  letter: letterKind,
  carrierService: carrierServiceKind,
  shipment: shipmentKind,
}
