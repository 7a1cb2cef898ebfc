// Columns of a file of shipments: one row is a parcel of an order, or a line of one. Marketplaces' reports of what they sent
// themselves have the same.
import type { Field } from './field.ts'

export const shipmentFields = [
  {
    key: 'order',
    type: 'code',
    synonyms: [
      ...['amazon order id', 'order', 'order id', 'order number', 'order no', 'sales order'],
      ...['订单', '订单号', '订单编号', '亚马逊订单编号'],
    ],
  },
  {
    key: 'shipment',
    type: 'code',
    own: ['shipment id', 'shipment number', 'shipment no', '货件编号', '货件号', '发货单号'],
    synonyms: ['shipment'],
  },
  {
    key: 'orderItem',
    type: 'code',
    own: ['shipment order item id'],
    synonyms: ['amazon order item id', 'order item id', 'line id', 'item id', '订单商品编号'],
  },
  { key: 'productSku', type: 'code', synonyms: ['sku', 'product code', 'item number', '货号', '商品编码', '卖家 sku'] },
  {
    key: 'quantity',
    type: 'quantity',
    own: ['quantity shipped', 'shipped quantity', '已发货数量', '发货数量'],
    synonyms: ['quantity', 'qty', '数量'],
  },
  {
    key: 'trackingNumber',
    type: 'code',
    synonyms: [
      ...['tracking number', 'tracking no', 'tracking id', 'tracking', 'waybill', 'awb', 'consignment number'],
      ...['运单号', '物流单号', '快递单号', '跟踪号', '追踪编码'],
    ],
  },
  {
    key: 'carrier',
    type: 'reference',
    reference: 'carriers',
    synonyms: ['carrier', 'carrier name', 'courier', 'shipping company', '承运商', '物流公司', '快递公司', '承运人'],
  },
  {
    key: 'service',
    type: 'text',
    synonyms: ['service', 'carrier service', 'shipping service', 'ship service level', '服务', '物流渠道', '运输服务'],
  },
  {
    key: 'shippedOn',
    type: 'day',
    own: ['shipment date'],
    synonyms: [
      'shipped',
      'shipped on',
      'ship date',
      'shipped date',
      'dispatch date',
      'sent on',
      '发货日期',
      '发货时间',
    ],
  },
  {
    key: 'plannedOn',
    type: 'day',
    own: ['estimated arrival date', 'expected delivery date', '预计到达日期', '预计送达'],
    synonyms: ['eta', 'planned delivery', 'estimated delivery'],
  },
  {
    key: 'deliveredOn',
    type: 'day',
    synonyms: ['delivered', 'delivered on', 'delivery date', 'date delivered', '签收日期', '送达日期', '签收时间'],
  },
  { key: 'weight', type: 'weight', synonyms: ['weight', 'gross weight', 'parcel weight', '重量', '毛重'] },
  {
    key: 'cost',
    type: 'money',
    own: ['shipping cost', 'freight cost', 'postage', '运费', '物流费'],
    synonyms: ['cost', 'freight', 'label cost'],
  },
  { key: 'currency', type: 'currency', synonyms: ['currency', 'currency code', '币种', '货币'] },
] as const satisfies readonly Field[]
