// A purchase order and a request that never were, to look at a template with.
import type { RequestToPrint } from '#main/services/papers/kinds/quote-request.ts'
import { sampleOrder } from '#main/services/papers/kinds/sample-order.ts'
import type { Day } from '#shared/dates.ts'
import type { DocumentParty } from '#shared/schemas/order-document.ts'
import type { PurchaseDocument } from '#shared/schemas/purchase-document.ts'
import type { PurchaseLine } from '#shared/schemas/purchases.ts'

const address = { street: '永嘉路88号', city: '宁波', region: '浙江', postalCode: '315000', country: 'CN' }

const supplier: DocumentParty = {
  id: 0,
  code: 'NBMX',
  name: 'Ningbo Muxin Houseware Co., Ltd.',
  nameZh: '宁波木心家居用品有限公司',
  language: 'zh-CN',
  country: 'CN',
  taxNumber: '91330200MA0000000X',
  email: 'sales@muxin.example',
  phone: '+86 574 5550 0123',
  contact: '陈静',
  address,
}

const prices = [
  { unitPrice: '36.50', total: '8760.00', supplierCode: 'MX-40' },
  { unitPrice: '8.20', total: '4920.00', supplierCode: 'MX-L7' },
  { unitPrice: '14.00', total: '1680.00', supplierCode: 'MX-B16' },
]

const lines = sampleOrder.order.lines.map(
  (line, index): PurchaseLine => ({
    ...line,
    ...{ unitPrice: '', total: '', supplierCode: '', ...prices[index] },
    ...{ tracking: 'none', promisedOn: null, dueOn: '2026-12-05', note: '', salesLine: null },
    ...{ received: 0, rejected: 0, letGo: 0, open: line.quantity, lastReceivedOn: null },
  }),
)

export const samplePurchase: PurchaseDocument = {
  order: {
    ...{ id: 0, number: 'PO-2026-0001', channel: '', externalId: '', supplierId: null, warehouseId: null },
    orderedOn: '2026-11-02' as Day,
    promisedOn: '2026-12-05' as Day,
    ...{ status: 'sent', sentOn: '2026-11-02', confirmedOn: null, closedOn: null, cancelReason: '' },
    ...{ currency: 'CNY', rate: null, rateOn: null, vatIncluded: true, vatPercent: 13, vatRecoverable: true },
    ...{ freight: null, incoterm: 'FCA', place: 'Ningbo', mode: 'road', country: '' },
    ...{ depositPercent: 30, dueFrom: 'ready', dueDays: 7, underPercent: 2, overPercent: 2 },
    ...{ reference: '', note: '', archived: false, isHistory: false, hasReceiptDays: true, hasQuantities: true },
    ...{ supplier: null, warehouse: null, request: null, baseCurrency: 'USD', baseTotal: null, nextOn: '2026-12-05' },
    total: '15360.00',
    money: { goods: '15360.00', freight: '0.00', net: '13592.92', vat: '1767.08', gross: '15360.00' },
    lines,
  },
  supplier,
  products: sampleOrder.products,
}

export const sampleRequest: RequestToPrint = {
  request: {
    number: 'RQ-2026-0001',
    requestedOn: '2026-11-02' as Day,
    answerBy: '2026-11-09' as Day,
    neededOn: '2026-12-18' as Day,
    ...{ incoterm: 'FOB', place: 'Ningbo', note: '' },
    lines: sampleOrder.order.lines.map(({ id, position, productId, sku, name, nameZh, unit, quantity }) => ({
      ...{ id, position, productId, sku, name, nameZh, unit, quantity, description: '', salesLineId: null },
    })),
  },
  supplier,
  products: sampleOrder.products,
}
