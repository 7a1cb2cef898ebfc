// Every rule, gathered from the features, in the order of `alertRuleIds`.
import type { AlertRule } from '#main/services/alerts/alert-rule.ts'
import { expiredFiles, expiringFiles } from '#main/services/attachments/attachment-alerts.ts'
import { incompleteCompany } from '#main/services/book/company-alerts.ts'
import { productsWithoutCost, productsWithoutCustomsData } from '#main/services/catalog/product-alerts.ts'
import { waitingClashes } from '#main/services/clashes/clash-alert.ts'
import { riskyShipments, silentShipments } from '#main/services/lanes/lane-alerts.ts'
import {
  endingStorage,
  failedAttempts,
  heardUnsent,
  heldShipments,
  lateShipments,
  undecidedShipments,
  unreceivedShipments,
  unsentShipments,
} from '#main/services/lanes/shipment-alerts.ts'
import { dueSoonOrders, lateOrders, oldDrafts, ordersWithoutRate } from '#main/services/orders/order-alerts.ts'
import { payablesDue } from '#main/services/payments/payment-alerts.ts'
import { latePurchases, oldPurchaseDrafts } from '#main/services/purchases/purchase-alerts.ts'
import { currenciesWithOldRate, currenciesWithoutRate } from '#main/services/rates/rate-alerts.ts'
import { customersOverLimit, receivablesOverdue } from '#main/services/receivables/receivable-alerts.ts'
import { lateMilestones } from '#main/services/receiving/milestone-alerts.ts'
import { settlementsWaiting } from '#main/services/sales/settlement-alerts.ts'
import { fallenGrades, singleSources } from '#main/services/scores/score-alerts.ts'
import { belowReorder, runsOut } from '#main/services/stock/reorder-alerts.ts'
import { deadStock, expiringBatches } from '#main/services/stock/resting-alerts.ts'
import { negativeStock } from '#main/services/stock/stock-alerts.ts'
import { expiredCertificates, expiringCertificates } from '#main/services/suppliers/certificate-alerts.ts'
import { alertRuleIds } from '#shared/schemas/alerts.ts'

const rules: readonly AlertRule[] = [
  waitingClashes,
  lateOrders,
  latePurchases,
  lateShipments,
  heldShipments,
  undecidedShipments,
  endingStorage,
  failedAttempts,
  silentShipments,
  riskyShipments,
  heardUnsent,
  unsentShipments,
  unreceivedShipments,
  payablesDue,
  receivablesOverdue,
  customersOverLimit,
  settlementsWaiting,
  lateMilestones,
  dueSoonOrders,
  expiredFiles,
  expiringFiles,
  expiredCertificates,
  expiringCertificates,
  fallenGrades,
  singleSources,
  currenciesWithoutRate,
  ordersWithoutRate,
  negativeStock,
  runsOut,
  belowReorder,
  expiringBatches,
  deadStock,
  productsWithoutCost,
  productsWithoutCustomsData,
  incompleteCompany,
  currenciesWithOldRate,
  oldDrafts,
  oldPurchaseDrafts,
]

export const alertRules: readonly AlertRule[] = rules.toSorted(
  (one, other) => alertRuleIds.indexOf(one.id) - alertRuleIds.indexOf(other.id),
)
