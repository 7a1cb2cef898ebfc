// Columns of files of purchase orders, of their lines, and of flat files that hold order and line in each row.
import type { Field } from './field.ts'
import { vatFields } from './supply-fields.ts'

const orderKeys = [
  'purchase order id',
  'po id',
  'po number',
  'po no',
  'po #',
  'po / so #',
  'purchase order',
  'purchase order number',
  'purchase order no',
  '采购订单号',
  '采购单号',
  '采购订单编号',
] as const

const supplier = {
  key: 'supplier',
  type: 'reference',
  reference: 'suppliers',
  own: ['vendor id', 'supplier id', 'vendor', 'vendor code', 'supplier code', '供应商编号', '供应商'],
  synonyms: ['supplier', 'supplier name', 'vendor name', '供应商名称', '厂家'],
} as const satisfies Field

const promisedField = {
  key: 'promisedOn',
  type: 'day',
  own: ['promised date', 'promised on', 'scheduled delivery date', '承诺交期', '计划到货日期'],
  synonyms: [
    'due date',
    'delivery date',
    'required date',
    'expected date',
    'expected delivery date',
    'eta',
    '交货日期',
    '交期',
  ],
} as const satisfies Field

const heads = [
  supplier,
  {
    key: 'supplierKind',
    type: 'supply-kind',
    own: ['supplier kind', 'vendor type', '供应商类型'],
    synonyms: ['supplier type'],
  },
  {
    key: 'orderedOn',
    type: 'day',
    own: ['po date', 'po sent to vendor date', 'purchase date', '采购日期', '下单日期'],
    synonyms: ['order date', 'ordered on', 'date ordered', 'date', '日期'],
  },
  promisedField,
  {
    key: 'status',
    type: 'purchase-status',
    own: ['po status', '采购状态'],
    synonyms: ['status', 'order status', 'state', '状态'],
  },
  { key: 'currency', type: 'currency', synonyms: ['currency', 'currency code', '币种', '货币'] },
  { key: 'freight', type: 'money', synonyms: ['freight', 'shipping', 'shipping cost', '运费'] },
  { key: 'tax', type: 'money', synonyms: ['tax', 'tax amt', 'tax amount', 'vat amount', '税额'] },
  ...vatFields,
  {
    key: 'deposit',
    type: 'percent',
    synonyms: ['deposit %', 'deposit', 'deposit percent', '定金', '定金(%)', '定金比例'],
  },
  {
    key: 'dueFrom',
    type: 'due-from',
    synonyms: ['balance due from', 'due from', 'payment from', '尾款起算', '账期起算'],
  },
  {
    key: 'dueDays',
    type: 'integer',
    synonyms: ['balance due after days', 'payment days', 'credit days', 'due days', '尾款天数', '账期天数'],
  },
  {
    key: 'incoterm',
    type: 'incoterm',
    own: ['vendor inco term'],
    synonyms: ['incoterm', 'incoterms', 'inco term', 'terms of delivery', '贸易术语', '价格条款'],
  },
  { key: 'place', type: 'text', synonyms: ['incoterm place', 'named place', 'port', '交货地点', '港口'] },
  {
    key: 'mode',
    type: 'transport-mode',
    synonyms: ['shipment mode', 'mode of transport', 'transport mode', 'ship mode', '运输方式'],
  },
  { key: 'country', type: 'country', synonyms: ['destination country', 'country', '目的国', '国家'] },
  { key: 'warehouse', type: 'text', synonyms: ['warehouse', 'ship to', '收货仓库', '仓库'] },
  { key: 'reference', type: 'code', synonyms: ['supplier reference', 'vendor reference', '供应商单号', '参考号'] },
] as const satisfies readonly Field[]

const lines = [
  {
    key: 'externalId',
    type: 'code',
    own: ['purchase order detail id', 'po line id', 'po line'],
    synonyms: ['line id', 'line', 'line no', 'line number', 'id', '行号'],
  },
  {
    key: 'product',
    type: 'reference',
    reference: 'products',
    synonyms: ['product id', 'item id', 'product', 'item', '产品ID', '商品ID'],
  },
  {
    key: 'productSku',
    type: 'code',
    synonyms: [
      'sku',
      'product code',
      'product number',
      'item code',
      'item number',
      'item no',
      'part number',
      '货号',
      '商品编码',
      '产品编码',
      '产品编号',
      '物料编码',
    ],
  },
  {
    key: 'productName',
    type: 'text',
    synonyms: ['product name', 'item name', 'item description', 'description', '产品名称', '商品名称', '品名'],
  },
  {
    key: 'supplierCode',
    type: 'code',
    synonyms: ['supplier sku', 'vendor sku', 'supplier item code', 'vendor part number', '供应商货号'],
  },
  {
    key: 'quantity',
    type: 'quantity',
    own: ['采购数量', '订购数量'],
    synonyms: ['order qty', 'order quantity', 'quantity ordered', 'line item quantity', 'quantity', 'qty', '数量'],
  },
  {
    key: 'unitPrice',
    type: 'money',
    own: ['pack price', 'purchase price', '采购单价', '采购价'],
    synonyms: ['unit price', 'price', 'unit cost', 'cost', '单价', '价格'],
  },
  { key: 'discount', type: 'percent', synonyms: ['discount', 'discount rate', 'discount %', '折扣'] },
  {
    key: 'lineTotal',
    type: 'money',
    synonyms: ['line total', 'line item value', 'line amount', 'amount', 'total', '金额', '总价', '小计'],
  },
  {
    key: 'received',
    type: 'quantity',
    own: ['received qty', 'received quantity', 'quantity received', 'qty received', '收货数量', '到货数量'],
    synonyms: ['received', '已收'],
  },
  {
    key: 'rejected',
    type: 'quantity',
    own: ['rejected qty', 'rejected quantity', 'quantity rejected', 'qty rejected', '拒收数量', '不合格数量'],
    synonyms: ['rejected'],
  },
  {
    key: 'accepted',
    type: 'quantity',
    own: ['stocked qty', 'stocked quantity', 'accepted qty', 'accepted quantity', '入库数量', '合格数量'],
    synonyms: ['stocked', 'accepted'],
  },
  {
    key: 'receivedOn',
    type: 'day',
    own: [
      'received date',
      'received on',
      'date received',
      'receipt date',
      'delivered to client date',
      '收货日期',
      '到货日期',
      '入库日期',
    ],
    synonyms: ['delivered date', 'delivered on', 'arrival date'],
  },
  {
    key: 'receipt',
    type: 'code',
    own: ['asn/dn #', 'goods receipt', 'grn', '收货单号', '入库单号'],
    synonyms: ['receipt', 'receipt number', 'delivery note'],
  },
  { key: 'lineFreight', type: 'told-money', synonyms: ['line freight', 'freight cost', '行运费'] },
  { key: 'weight', type: 'told-weight', synonyms: ['weight', 'gross weight', '重量', '毛重'] },
  { key: 'insurance', type: 'money', synonyms: ['insurance', 'line item insurance', '保险费'] },
  { key: 'note', type: 'text', synonyms: ['note', 'notes', 'remark', 'remarks', 'comment', '备注'] },
] as const satisfies readonly Field[]

const orderKeyField = {
  key: 'order',
  type: 'reference',
  reference: 'purchase-orders',
  own: orderKeys,
  synonyms: [],
} as const

/** `externalId` is the key of the program the file comes from, `number` what people call the order by; one will do. */
export const purchaseFields = [
  { key: 'externalId', type: 'code', own: orderKeys.slice(0, 2), synonyms: [] },
  { key: 'number', type: 'code', own: orderKeys.slice(2), synonyms: ['order number', 'number', '单号'] },
  ...heads,
  { key: 'note', type: 'text', synonyms: ['note', 'notes', 'remark', 'remarks', 'comment', '备注'] },
] as const satisfies readonly Field[]

/** The order is found by its key or its number, the product by its key in that program or by SKU. */
export const purchaseLineFields = [
  orderKeyField,
  ...lines,
  promisedField,
  { key: 'currency', type: 'currency', synonyms: ['currency', 'currency code', '币种', '货币'] },
] as const satisfies readonly Field[]

/** One row is one line; what belongs to the order stands on each of its lines, or only on the first. */
export const purchaseRowFields = [
  { ...orderKeyField, type: 'code', reference: undefined },
  ...lines,
  ...heads,
] as const satisfies readonly Field[]
