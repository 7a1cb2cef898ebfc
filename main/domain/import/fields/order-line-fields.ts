// Columns of files of order lines, and of flat files that hold order and line in each row.

import { channelLineFields, channelOrderFields, lineBesideFields, orderBesideFields } from './channel-fields.ts'
import type { Field } from './field.ts'
import { customerField, orderIds, orderNoteField, orderNumbers, orderTermFields } from './order-fields.ts'
import { shipToFields } from './ship-to-fields.ts'

const goods = [
  {
    key: 'externalId',
    type: 'code',
    own: [
      'order item id',
      'line id',
      'order line id',
      'transaction id',
      'item transaction id',
      'line item id',
      'order detail id',
      '行号',
      '明细ID',
    ],
    synonyms: ['line', 'line no', 'line number', 'id', '序号'],
  },
  {
    key: 'product',
    type: 'reference',
    reference: 'products',
    own: ['product id', 'item id', 'listing id', '产品ID', '商品ID'],
    synonyms: ['product', 'item'],
  },
  {
    key: 'productSku',
    type: 'code',
    own: [
      'sku',
      'seller sku',
      'lineitem sku',
      'stock code',
      'product code',
      'product number',
      'item code',
      'item number',
      'item no',
      'article number',
      '货号',
      '商品编码',
      '产品编码',
      '产品编号',
      '款号',
      '型号',
    ],
    synonyms: ['code', '编码'],
  },
  {
    key: 'productName',
    type: 'text',
    own: [
      'product name',
      'item name',
      'item title',
      'lineitem name',
      'item description',
      'product title',
      '产品名称',
      '商品名称',
      '品名',
    ],
    synonyms: ['description', 'item', 'title', '名称'],
  },
  {
    key: 'quantity',
    type: 'quantity',
    own: [
      'order qty',
      'order quantity',
      'quantity purchased',
      'quantity ordered',
      'lineitem quantity',
      'line item quantity',
      '订购数量',
      '订单数量',
      '购买数量',
    ],
    synonyms: ['quantity', 'qty', 'units', 'pcs', 'pieces', '数量', '件数'],
  },
  {
    key: 'unitPrice',
    type: 'money',
    own: ['lineitem price', 'sku unit original price', '销售单价'],
    synonyms: ['unit price', 'price', 'price each', 'sold for', 'price per unit', '单价', '价格', '售价'],
  },
  {
    key: 'discount',
    type: 'percent',
    synonyms: ['discount', 'discount rate', 'discount percent', 'discount %', '折扣', '折扣率'],
  },
  {
    key: 'lineTotal',
    type: 'money',
    own: ['line total', 'item total', 'line amount', 'item price', 'sku subtotal after discount', '行金额', '小计'],
    synonyms: ['amount', 'total', 'subtotal', 'total price', 'line item value', '金额', '总价', '总金额'],
  },
] as const satisfies readonly Field[]

/** The order is found by its key or its number, the product by its key in that program or by SKU. */
export const orderLineFields = [
  { key: 'order', type: 'reference', reference: 'orders', own: [...orderIds, ...orderNumbers], synonyms: [] },
  ...goods,
  { key: 'currency', type: 'currency', synonyms: ['currency', 'currency code', '币种', '货币'] },
  ...lineBesideFields,
  orderNoteField,
] as const satisfies readonly Field[]

/** One row is one line; what belongs to the order stands on each of its lines, or only on the first. */
export const orderRowFields = [
  { key: 'order', type: 'code', own: [...orderIds, ...orderNumbers], synonyms: [] },
  ...goods,
  { ...customerField, synonyms: ['customer', 'client', 'buyer', 'buyer username', '客户', '买家', '买家ID'] },
  {
    key: 'customerName',
    type: 'text',
    own: ['customer name', 'client name', 'buyer name', 'billing name', '客户名称', '买家姓名'],
    synonyms: ['company name', 'name'],
  },
  {
    key: 'customerEmail',
    type: 'text',
    own: ['buyer email', 'customer email', '买家邮箱'],
    synonyms: ['email', 'e-mail', '邮箱'],
  },
  ...orderTermFields,
  ...shipToFields,
  ...orderBesideFields,
  ...channelOrderFields,
  ...lineBesideFields,
  ...channelLineFields,
  orderNoteField,
] as const satisfies readonly Field[]
