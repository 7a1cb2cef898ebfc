// Every rule of clashes, gathered from the features, in the order of `clashRuleIds`.

import { alertSettingTwins } from '#main/services/alerts/setting-clashes.ts'
import { dayTwins } from '#main/services/book/day-clashes.ts'
import { serviceTwins, tableOverlaps } from '#main/services/carriers/carrier-clashes.ts'
import { categoryTwins } from '#main/services/catalog/category-clashes.ts'
import { kitCircles, variantsOfVariants } from '#main/services/catalog/circle-clashes.ts'
import { barcodeTwins, skuTwins } from '#main/services/catalog/product-clashes.ts'
import { channelSkuTwins, channelTwins } from '#main/services/channels/channel-clashes.ts'
import { chargeCosts, landedAtOdds } from '#main/services/charges/charge-clashes.ts'
import type { ClashRule } from '#main/services/clashes/clash-rule.ts'
import { pointersAtDeleted } from '#main/services/clashes/deleted-references.ts'
import { sourceKeyTwins } from '#main/services/clashes/source-key-clashes.ts'
import { landedReversals } from '#main/services/costing/landed-clashes.ts'
import { creditTwins } from '#main/services/dispatch/credit-clashes.ts'
import { dispatchTwins } from '#main/services/dispatch/dispatch-clashes.ts'
import { expectedTwins } from '#main/services/expected/expected-clashes.ts'
import { cancelledYetShipped, externalTwins, orderNumberTwins } from '#main/services/orders/order-clashes.ts'
import { salesSettingTwins, stateAtOdds } from '#main/services/orders/order-progress-clashes.ts'
import { paperNumberTwins } from '#main/services/papers/paper-clashes.ts'
import { templateTwins, usualTemplateTwins } from '#main/services/papers/templates/template-clashes.ts'
import { erasedPartyRows } from '#main/services/parties/erased-party-clashes.ts'
import { mergedAway, partyCodeTwins } from '#main/services/parties/party-clashes.ts'
import { overSharedPayments } from '#main/services/payments/over-shared-clashes.ts'
import { doublePaymentReversals, overpaidOrders, paymentNumberTwins } from '#main/services/payments/payment-clashes.ts'
import { shareCurrencies } from '#main/services/payments/share-currency-clashes.ts'
import { personTwins } from '#main/services/people/people-clashes.ts'
import { binTwins, warehouseTwins } from '#main/services/places/warehouse-clashes.ts'
import { demandTwins, planningSettingTwins } from '#main/services/planning/planning-clashes.ts'
import {
  cancelledYetReceived,
  purchaseNumberTwins,
  purchaseTwins,
  receivedYetOpen,
} from '#main/services/purchases/purchase-clashes.ts'
import { rateTwins } from '#main/services/rates/rate-clashes.ts'
import { receiptTwins } from '#main/services/receiving/receipt-clashes.ts'
import { settlementTwins } from '#main/services/sales/settlement-clashes.ts'
import { arrivedInParts, contentsOfSent } from '#main/services/shipments/moving/contents-clashes.ts'
import { followedTwice, movedTwice, sentYetNot } from '#main/services/shipments/moving/move-clashes.ts'
import {
  overShippedOrders,
  shipmentNumberTwins,
  shipmentTwins,
  shippingSettingTwins,
  trackingTwins,
} from '#main/services/shipments/shipment-clashes.ts'
import {
  answerTwins,
  offerTwins,
  requestNumberTwins,
  supplySettingTwins,
} from '#main/services/sourcing/sourcing-clashes.ts'
import { batchTwins, countNumberTwins, documentNumberTwins } from '#main/services/stock/batch-clashes.ts'
import { closedPeriodEntries, closingTwins } from '#main/services/stock/closed-period-clashes.ts'
import { shortDays } from '#main/services/stock/short-day-clashes.ts'
import { countTwins, doubleReversals, openingTwins, shortages } from '#main/services/stock/stock-clashes.ts'
import { arrivedTwice } from '#main/services/stock/transit-clashes.ts'
import { followerTwins } from '#main/services/tasks/task-clashes.ts'
import { viewTwins } from '#main/services/views/view-clashes.ts'
import { type ClashRuleId, clashRuleIds } from '#shared/schemas/clashes.ts'

const rules: readonly ClashRule[] = [
  externalTwins,
  orderNumberTwins,
  cancelledYetShipped,
  dispatchTwins,
  creditTwins,
  stateAtOdds,
  arrivedInParts,
  purchaseTwins,
  purchaseNumberTwins,
  cancelledYetReceived,
  receivedYetOpen,
  receiptTwins,
  shipmentTwins,
  shipmentNumberTwins,
  overShippedOrders,
  trackingTwins,
  sentYetNot,
  contentsOfSent,
  movedTwice,
  followedTwice,
  arrivedTwice,
  paymentNumberTwins,
  doublePaymentReversals,
  overpaidOrders,
  overSharedPayments,
  shareCurrencies,
  paperNumberTwins,
  skuTwins,
  barcodeTwins,
  partyCodeTwins,
  mergedAway,
  erasedPartyRows,
  sourceKeyTwins,
  categoryTwins,
  personTwins,
  warehouseTwins,
  binTwins,
  settlementTwins,
  channelTwins,
  channelSkuTwins,
  batchTwins,
  documentNumberTwins,
  countNumberTwins,
  expectedTwins,
  offerTwins,
  requestNumberTwins,
  answerTwins,
  supplySettingTwins,
  salesSettingTwins,
  shippingSettingTwins,
  shortages,
  shortDays,
  openingTwins,
  countTwins,
  doubleReversals,
  closedPeriodEntries,
  closingTwins,
  planningSettingTwins,
  demandTwins,
  rateTwins,
  dayTwins,
  followerTwins,
  viewTwins,
  templateTwins,
  usualTemplateTwins,
  alertSettingTwins,
  variantsOfVariants,
  kitCircles,
  serviceTwins,
  tableOverlaps,
  chargeCosts,
  landedAtOdds,
  landedReversals,
  pointersAtDeleted,
]

export const clashRules: readonly ClashRule[] = rules.toSorted(
  (one, other) => clashRuleIds.indexOf(one.id) - clashRuleIds.indexOf(other.id),
)

export function clashRule(id: ClashRuleId): ClashRule {
  const rule = clashRules.find((candidate) => candidate.id === id)
  if (!rule) throw new RangeError(`No rule ${id}`)
  return rule
}
