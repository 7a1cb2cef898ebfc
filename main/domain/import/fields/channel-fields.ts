// Columns that shops and marketplaces give beside those of any order: states, days, who sends and who pays, amounts of the order
// and of its lines that other files do not part.
import type { Field } from './field.ts'

/** Of a file of products whose rows are variants of families. */
export const familyFields = [
  { key: 'family', type: 'code', synonyms: [] },
  { key: 'rowType', type: 'text', synonyms: [] },
  { key: 'option1Name', type: 'text', synonyms: [] },
  { key: 'option1', type: 'text', synonyms: [] },
  { key: 'option2Name', type: 'text', synonyms: [] },
  { key: 'option2', type: 'text', synonyms: [] },
  { key: 'option3Name', type: 'text', synonyms: [] },
  { key: 'option3', type: 'text', synonyms: [] },
] as const satisfies readonly Field[]

/** Of the order, in any file of orders. */
export const orderBesideFields = [
  {
    key: 'customerReference',
    type: 'code',
    own: ['purchase order number', 'customer po', 'customer reference', 'po number', '客户订单号', '客户PO'],
    synonyms: [],
  },
  {
    key: 'externalStatus',
    type: 'text',
    own: ['marketplace status', 'external status', '平台状态'],
    synonyms: [],
  },
  {
    key: 'paidOn',
    type: 'day',
    own: ['paid on', 'paid at', 'date paid', 'paid time', '付款日期', '付款时间'],
    synonyms: [],
  },
  {
    key: 'deliveredOn',
    type: 'day',
    own: ['delivered on', 'delivered date', 'delivered time', '送达日期', '签收日期', '签收时间'],
    synonyms: [],
  },
  { key: 'cancelReason', type: 'text', own: ['cancel reason', 'cancellation reason', '取消原因'], synonyms: [] },
  {
    key: 'shippingService',
    type: 'text',
    own: ['shipping service', 'ship service level', 'delivery option', 'shipping method title', '配送方式', '运输服务'],
    synonyms: [],
  },
  {
    key: 'packingNote',
    type: 'text',
    own: ['packing note', 'delivery instructions', '装箱备注', '打包备注'],
    synonyms: [],
  },
  { key: 'cardCountry', type: 'country', own: ['card country', 'card issuing country', '卡所属国家'], synonyms: [] },
  {
    key: 'shipToPhone',
    type: 'text',
    own: ['ship phone number', 'ship to phone', 'shipping phone', 'recipient phone', '收件人电话'],
    synonyms: [],
  },
  { key: 'freightTax', type: 'money', own: ['freight tax', 'shipping tax amount', '运费税额'], synonyms: [] },
  { key: 'otherCharge', type: 'money', own: ['other charge', 'small order fee', '其他费用'], synonyms: [] },
] as const satisfies readonly Field[]

/** Of the order where it is read whole; they stand once, or on each of its lines. */
export const channelOrderFields = [
  {
    key: 'paymentStatus',
    type: 'text',
    own: ['financial status', 'payment status', '付款状态', '支付状态'],
    synonyms: [],
  },
  {
    key: 'goodsStatus',
    type: 'text',
    own: ['fulfillment status', 'fulfilment status', 'shipping status', '发货状态'],
    synonyms: [],
  },
  {
    key: 'cancelledOn',
    type: 'day',
    own: ['cancelled at', 'canceled at', 'cancelled time', 'cancelled on', '取消日期', '取消时间'],
    synonyms: [],
  },
  {
    key: 'trackingNumber',
    type: 'code',
    own: ['tracking number', 'tracking id', 'tracking no', '运单号', '物流单号'],
    synonyms: [],
  },
  {
    key: 'fulfilledBy',
    type: 'text',
    own: ['fulfillment channel', 'fulfillment type', 'fulfilled by', 'fulfilment channel', '配送渠道', '发货渠道'],
    synonyms: [],
  },
  { key: 'shipToCompany', type: 'text', own: ['ship to company', 'shipping company', '收件公司'], synonyms: [] },
  { key: 'shipToFirst', type: 'text', synonyms: [] },
  { key: 'shipToLast', type: 'text', synonyms: [] },
  { key: 'customerFirst', type: 'text', synonyms: [] },
  { key: 'customerLast', type: 'text', synonyms: [] },
  {
    key: 'customerPhone',
    type: 'text',
    own: ['buyer phone number', 'buyer phone', 'customer phone', '买家电话'],
    synonyms: [],
  },
  { key: 'customerCompany', type: 'text', own: ['billing company', 'buyer company name', '买家公司'], synonyms: [] },
  {
    key: 'customerTaxNumber',
    type: 'code',
    own: ['buyer tax identifier value', 'buyer vat number', '买家税号'],
    synonyms: [],
  },
  { key: 'isBusiness', type: 'boolean', own: ['is business order', '企业订单'], synonyms: [] },
  { key: 'isTaxIncluded', type: 'boolean', own: ['tax included', 'taxes included', '含税'], synonyms: [] },
  { key: 'subtotal', type: 'money', own: ['order subtotal', '商品小计'], synonyms: [] },
  { key: 'orderTotal', type: 'money', own: ['order total', 'order amount', '订单总额', '订单金额'], synonyms: [] },
  {
    key: 'orderDiscount',
    type: 'money',
    own: ['order discount', 'discount amount', '订单折扣', '优惠金额'],
    synonyms: [],
  },
  { key: 'orderTax', type: 'money', own: ['order tax', 'order sales tax', '订单税额'], synonyms: [] },
  { key: 'channelTax', type: 'money', own: ['marketplace tax', '平台代收税'], synonyms: [] },
  { key: 'freightDiscount', type: 'money', own: ['shipping discount', 'delivery discount', '运费折扣'], synonyms: [] },
  {
    key: 'refund',
    type: 'money',
    own: ['refunded amount', 'refund amount', 'order refund amount', '退款金额'],
    synonyms: [],
  },
] as const satisfies readonly Field[]

/** Of a line, in any file of lines. */
export const lineBesideFields = [
  { key: 'taxPercent', type: 'percent', own: ['tax rate', 'vat rate', '税率'], synonyms: [] },
  { key: 'lineTax', type: 'money', own: ['line tax', 'item tax', '税额'], synonyms: [] },
  {
    key: 'cancelledQuantity',
    type: 'quantity',
    own: ['cancelled quantity', 'quantity cancelled', '取消数量'],
    synonyms: [],
  },
  { key: 'promisedOn', type: 'day', own: ['line promised date', '行交期'], synonyms: [] },
] as const satisfies readonly Field[]

/** Of a line where its order is read whole. */
export const channelLineFields = [
  { key: 'itemStatus', type: 'text', own: ['item status', 'lineitem fulfillment status', '商品状态'], synonyms: [] },
  {
    key: 'variation',
    type: 'text',
    own: ['variation', 'variations', 'variation details', '规格', '规格名称'],
    synonyms: [],
  },
  { key: 'linePrice', type: 'money', own: ['item sold for'], synonyms: [] },
  {
    key: 'lineDiscount',
    type: 'money',
    own: ['line discount', 'lineitem discount', 'item promotion discount', '行折扣额'],
    synonyms: [],
  },
  { key: 'channelDiscount', type: 'money', own: ['sku platform discount', '平台优惠'], synonyms: [] },
  { key: 'lineFreight', type: 'money', own: ['shipping price'], synonyms: [] },
  { key: 'lineFreightTax', type: 'money', own: ['shipping tax'], synonyms: [] },
  { key: 'lineFreightDiscount', type: 'money', own: ['ship promotion discount'], synonyms: [] },
  { key: 'lineOther', type: 'money', own: ['gift wrap price'], synonyms: [] },
  { key: 'lineOtherTax', type: 'money', own: ['gift wrap tax'], synonyms: [] },
  {
    key: 'returnedQuantity',
    type: 'quantity',
    own: ['returned quantity', 'quantity returned', 'sku quantity of return', '退货数量'],
    synonyms: [],
  },
  { key: 'orderSkus', type: 'text', synonyms: [] },
  { key: 'orderRecord', type: 'code', own: [], synonyms: [] },
] as const satisfies readonly Field[]
