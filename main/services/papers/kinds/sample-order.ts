// An order that never was, to look at a template with.
import type { Day } from '#shared/dates.ts'
import type { DocumentProduct, OrderDocument } from '#shared/schemas/order-document.ts'
import type { OrderLine } from '#shared/schemas/orders.ts'

type Goods = readonly [
  sku: string,
  nameEn: string,
  nameZh: string,
  hsCode: string,
  quantity: number,
  price: string,
  total: string,
]

const goods: readonly Goods[] = [
  ['HP-1042', 'Oak serving board, 40 cm', '橡木托盘 40厘米', '4419.90', 240, '8.40', '2016.00'],
  ['HP-0333', 'Linen napkin, natural', '亚麻餐巾 本色', '6302.59', 600, '1.85', '1110.00'],
  ['HP-2210', 'Glazed bowl Ø 16 cm', '釉面碗 直径16厘米', '6912.00', 120, '3.125', '375.00'],
]

const products = Object.fromEntries(
  goods.map(([sku, nameEn, nameZh, hsCode], index): [string, DocumentProduct] => [
    String(index + 1),
    {
      id: index + 1,
      sku,
      nameEn,
      nameZh,
      unit: 'pcs',
      hsCode,
      originCountry: 'CN',
      customsNameEn: '',
      customsNameZh: '',
      declarationEn: '',
      declarationZh: '',
      netWeightGrams: 420,
      grossWeightGrams: 480,
      barcode: '',
    },
  ]),
)

const orderLines = goods.map(
  ([sku, name, nameZh, , quantity, unitPrice, total], index): OrderLine => ({
    id: index + 1,
    position: index + 1,
    productId: index + 1,
    sku,
    name,
    nameZh,
    unit: 'pcs',
    description: '',
    quantity,
    unitPrice,
    discountPercent: 0,
    total,
    baseTotal: null,
  }),
)

const address = { street: 'Speicherstraße 12', city: 'Hamburg', region: '', postalCode: '20457', country: 'DE' }

export const sampleOrder: OrderDocument = {
  order: {
    id: 0,
    number: 'SO-2026-0001',
    channel: '',
    externalId: '',
    customerId: null,
    orderedOn: '2026-11-02' as Day,
    requiredOn: '2026-12-18' as Day,
    shippedOn: null,
    status: 'confirmed',
    purpose: 'sale',
    currency: 'USD',
    rate: null,
    rateOn: null,
    carrierId: null,
    freight: null,
    shipTo: { name: 'Alpine Home GmbH', ...address },
    note: '',
    archived: false,
    isHistory: false,
    customer: null,
    carrier: null,
    baseCurrency: 'USD',
    total: '3501.00',
    baseTotal: null,
    lines: orderLines,
  },
  customer: {
    id: 0,
    code: 'ALP',
    name: 'Alpine Home GmbH',
    nameZh: '',
    language: 'en',
    country: 'DE',
    taxNumber: 'DE811569869',
    email: 'orders@alpine-home.example',
    phone: '+49 40 555 0199',
    contact: 'Greta Lindqvist',
    address,
  },
  products,
}
