// Every list that can be exported, with its columns.

import type { ReadDb } from '#main/db/database.ts'
import { productExportRows } from '#main/services/catalog/product-export.ts'
import { agreeing } from '#main/services/customers/consents.ts'
import { expectedRows } from '#main/services/expected/expected-list.ts'
import { abcSource } from '#main/services/exports/abc-source.ts'
import { carrierRatesSource, carrierServicesSource } from '#main/services/exports/carrier-sources.ts'
import { classesSource } from '#main/services/exports/classes-source.ts'
import { costOfSalesSource, slowStockSource, valuationSource } from '#main/services/exports/costing-sources.ts'
import { countLinesSource, countsSource } from '#main/services/exports/count-sources.ts'
import { type CellKind, type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { exportedIds } from '#main/services/exports/exported-ids.ts'
import { lanesSource } from '#main/services/exports/lane-sources.ts'
import { payablesSource, paymentsSource } from '#main/services/exports/payment-source.ts'
import { purchaseLinesSource, purchasesSource } from '#main/services/exports/purchase-sources.ts'
import { receivablesSource } from '#main/services/exports/receivables-source.ts'
import { replenishmentSource } from '#main/services/exports/replenishment-source.ts'
import {
  profitsSource,
  salesCostsSource,
  salesSource,
  settlementsSource,
} from '#main/services/exports/sales-sources.ts'
import { scoreSource } from '#main/services/exports/score-source.ts'
import { shipmentsSource } from '#main/services/exports/shipment-source.ts'
import {
  certificatesSource,
  offersSource,
  requestsSource,
  supplyColumns,
} from '#main/services/exports/sourcing-sources.ts'
import { stockDocumentsSource, stockSource } from '#main/services/exports/stock-sources.ts'
import { orderExportRows, orderLineExportRows } from '#main/services/orders/order-export.ts'
import { paperRows } from '#main/services/papers/paper-list.ts'
import { partyExportRows } from '#main/services/parties/party-export.ts'
import { rateRows } from '#main/services/rates/rate-list.ts'
import { batchRows } from '#main/services/stock/batch-list.ts'
import { taskExportRows } from '#main/services/tasks/task-export.ts'
import type { ExportInput, ExportList } from '#shared/schemas/exports.ts'

const products: ExportSource = {
  columns: {
    ...kinds('text', 'sku nameEn nameZh'),
    kind: 'productKind',
    ...kinds('text', 'parentSku variantLabel category unit barcodes hsCode originCountry customsNameEn customsNameZh'),
    ...kinds('text', 'declarationEn declarationZh'),
    ...kinds('number', 'vatRatePercent refundRatePercent netWeightGrams grossWeightGrams lengthMm widthMm heightMm'),
    ...kinds('number', 'piecesPerCarton cartonLengthMm cartonWidthMm cartonHeightMm cartonNetGrams cartonGrossGrams'),
    packing: 'text',
    price: 'decimal',
    priceCurrency: 'text',
    cost: 'decimal',
    costCurrency: 'text',
    ...kinds('number', 'moq reorderPoint orderMultiple leadTimeDays onHand onOrder'),
    tracking: 'productTracking',
    supplier: 'text',
    status: 'productStatus',
    noSale: 'flag',
    note: 'text',
  },
  keys: ['sku'],
  companions: { price: 'priceCurrency', cost: 'costCurrency' },
  shownWith: { nameEn: 'nameZh' },
  open: (db, input) => rowsByIds(exportedIds(db, 'products', input), (ids) => productExportRows(db, ids)),
}

function parties(list: 'customers' | 'suppliers' | 'carriers'): ExportSource {
  return {
    columns: {
      ...kinds('text', 'name code nameZh'),
      roles: 'role',
      ...kinds('text', 'contact contactTitle email phone fax website street city region postalCode country taxNumber'),
      ...kinds('text', 'currency language'),
      status: 'partyStatus',
      ...kinds('number', 'orderCount productCount'),
      lastOrderOn: 'day',
      ...(list === 'suppliers' ? supplyColumns : {}),
      ...(list === 'customers' ? saleColumns : {}),
      note: 'text',
    },
    keys: ['name', 'code'],
    ...(list === 'customers' ? { companions: { creditLimit: 'creditCurrency' } } : {}),
    shownWith: { name: 'nameZh' },
    open: (db, input) => rowsByIds(partyIds(db, list, input), (ids) => partyExportRows(db, ids)),
  }
}

/** What a seller knows of a customer beside every party. */
const saleColumns: ExportSource['columns'] = {
  customerKind: 'customerKind',
  ...kinds('text', 'eori source channel tier owner'),
  bornOn: 'day',
  saleDeposit: 'number',
  saleDueFrom: 'saleDueFrom',
  saleDueDays: 'number',
  creditLimit: 'decimal',
  creditCurrency: 'text',
  revenue: 'decimal',
  tags: 'text',
}

/** For marketing, only customers who agreed to it. */
function partyIds(db: ReadDb, list: 'customers' | 'suppliers' | 'carriers', input: ExportInput): number[] {
  const ids = exportedIds(db, list, input)
  if (input.marketing === undefined) return ids
  const agreed = agreeing(db, input.marketing, ids)
  return ids.filter((id) => agreed.has(id))
}

const orders: ExportSource = {
  columns: {
    ...kinds('text', 'number externalId channel customerReference'),
    document: 'orderDocument',
    ...kinds('day', 'orderedOn requiredOn shippedOn confirmedOn deliveredOn waitsOn'),
    ...kinds('text', 'customer country'),
    status: 'orderStatus',
    paymentState: 'paymentState',
    shippingState: 'shippingState',
    purpose: 'orderPurpose',
    fulfilledBy: 'orderSide',
    collectedBy: 'orderSide',
    warehouse: 'text',
    lineCount: 'number',
    currency: 'text',
    ...kinds('decimal', 'total baseTotal tax gross grossBase paid open'),
    ...kinds('day', 'dueOn owedOn'),
    rate: 'decimal',
    rateOn: 'day',
    carrier: 'text',
    freight: 'decimal',
    ...kinds('text', 'shipToName shipToStreet shipToCity shipToRegion shipToPostalCode shipToCountry note'),
  },
  keys: ['number', 'externalId', 'orderedOn'],
  companions: {
    ...{ total: 'currency', freight: 'currency', tax: 'currency', gross: 'currency' },
    ...{ paid: 'currency', open: 'currency' },
  },
  open: (db, input) => rowsByIds(exportedIds(db, 'orders', input), (ids) => orderExportRows(db, ids)),
}

const orderLines: ExportSource = {
  columns: {
    ...kinds('text', 'number lineId sku productName'),
    quantity: 'number',
    unit: 'text',
    unitPrice: 'decimal',
    discountPercent: 'number',
    total: 'decimal',
    currency: 'text',
    baseTotal: 'decimal',
    note: 'text',
  },
  keys: ['number', 'lineId', 'sku', 'quantity'],
  companions: { unitPrice: 'currency', total: 'currency' },
  open: (db, input) => rowsByIds(exportedIds(db, 'orders', input), (ids) => orderLineExportRows(db, ids)),
}

const rates: ExportSource = {
  columns: { on: 'day', ...kinds('text', 'from to'), rate: 'decimal', source: 'text' },
  keys: ['on', 'from', 'to', 'rate'],
  open: (db, input) => rowsByIds(exportedIds(db, 'rates', input), (ids) => rateRows(db, ids)),
}

const tasks: ExportSource = {
  columns: {
    title: 'text',
    status: 'taskStatus',
    ...kinds('day', 'dueOn doneOn'),
    ...kinds('text', 'person recordKind'),
    repeat: 'repeatUnit',
    repeatEvery: 'number',
    repeatUntil: 'day',
    ...kinds('text', 'itemsDone note'),
  },
  keys: ['title'],
  companions: { repeat: 'repeatEvery' },
  open: (db, input) => rowsByIds(exportedIds(db, 'tasks', input), (ids) => taskExportRows(db, ids)),
}

const papers: ExportSource = {
  columns: {
    number: 'text',
    kind: 'paperKind',
    issuedOn: 'day',
    ...kinds('text', 'party record'),
    status: 'paperStatus',
    sentOn: 'day',
    sentTo: 'text',
    language: 'paperLanguage',
    total: 'decimal',
    ...kinds('text', 'currency templateName pageSize note'),
  },
  keys: ['number'],
  companions: { total: 'currency' },
  open: (db, input) => rowsByIds(exportedIds(db, 'papers', input), (ids) => paperRows(db, ids)),
}

const batches: ExportSource = {
  columns: {
    ...kinds('text', 'sku nameEn nameZh code'),
    ...kinds('day', 'madeOn expiresOn'),
    onHand: 'number',
    ...kinds('text', 'unit places note'),
  },
  keys: ['sku', 'code'],
  shownWith: { nameEn: 'nameZh' },
  open: (db, input) => rowsByIds(exportedIds(db, 'batches', input), (ids) => batchRows(db, ids)),
}

const expected: ExportSource = {
  columns: {
    ...kinds('text', 'sku nameEn nameZh supplier warehouse'),
    quantity: 'number',
    unit: 'text',
    ...kinds('day', 'orderedOn expectedOn receivedOn'),
    status: 'expectedStatus',
    ...kinds('text', 'reference source note'),
  },
  keys: ['sku', 'reference', 'quantity'],
  shownWith: { nameEn: 'nameZh' },
  open: (db, input) => rowsByIds(exportedIds(db, 'expected', input), (ids) => expectedRows(db, ids)),
}

export const exportSources: Readonly<Record<ExportList, ExportSource>> = {
  products,
  customers: parties('customers'),
  suppliers: parties('suppliers'),
  carriers: parties('carriers'),
  orders,
  'order-lines': orderLines,
  rates,
  tasks,
  papers,
  batches,
  expected,
  offers: offersSource,
  requests: requestsSource,
  certificates: certificatesSource,
  purchases: purchasesSource,
  'purchase-lines': purchaseLinesSource,
  payables: payablesSource,
  receivables: receivablesSource,
  payments: paymentsSource,
  stock: stockSource,
  stockDocuments: stockDocumentsSource,
  counts: countsSource,
  'count-lines': countLinesSource,
  abc: abcSource,
  classes: classesSource,
  replenishment: replenishmentSource,
  valuation: valuationSource,
  'slow-stock': slowStockSource,
  'cost-of-sales': costOfSalesSource,
  scoreboard: scoreSource,
  lanes: lanesSource,
  salesCosts: salesCostsSource,
  settlements: settlementsSource,
  sales: salesSource,
  profits: profitsSource,
  shipments: shipmentsSource,
  carrierServices: carrierServicesSource,
  'carrier-rates': carrierRatesSource,
}

function kinds(kind: CellKind, keys: string): Record<string, CellKind> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, kind]))
}
