// Columns of files of tracking: numbers with the order they are of, as AfterShip and PKGE list them; and events of numbers.
import type { Field } from './field.ts'

const number: Field & { key: 'trackingNumber'; type: 'code' } = {
  key: 'trackingNumber',
  type: 'code',
  own: ['track number', '查询单号'],
  synonyms: [
    ...['tracking number', 'tracking no', 'tracking id', 'tracking', 'waybill', 'awb', 'parcel number'],
    ...['运单号', '物流单号', '快递单号', '跟踪号'],
  ],
}

export const trackingFields = [
  number,
  {
    key: 'courier',
    type: 'text',
    own: ['courier id', 'slug'],
    synonyms: ['courier', 'carrier', 'carrier code', '承运商', '物流公司', '快递公司'],
  },
  {
    key: 'order',
    type: 'code',
    synonyms: ['order id', 'order number', 'order no', 'order', '订单号', '订单编号'],
  },
  { key: 'orderTitle', type: 'text', own: ['title'], synonyms: ['order name', '订单名称'] },
  { key: 'destinationCountry', type: 'text', own: ['destination country', '目的国'], synonyms: ['country', '国家'] },
  { key: 'destinationAddress', type: 'text', own: ['destination address'], synonyms: ['address', '地址'] },
  { key: 'recipient', type: 'text', own: ['customer name', 'recipient name'], synonyms: ['recipient', '收件人'] },
  { key: 'recipientEmail', type: 'text', own: ['recipient email'], synonyms: ['email', 'e-mail', '邮箱'] },
  { key: 'recipientPhone', type: 'code', own: ['recipient phone'], synonyms: ['phone', '电话'] },
  { key: 'note', type: 'text', synonyms: ['comment', 'note', 'remark', '备注'] },
] as const satisfies readonly Field[]

export const trackingEventFields = [
  { ...number, own: ['track number', '查询单号', 'tracking number of event'] },
  { key: 'shipment', type: 'code', synonyms: ['shipment number', 'shipment', 'shipment no', '发货单号', '货件编号'] },
  {
    key: 'eventTime',
    type: 'moment',
    own: ['checkpoint time', 'event time', 'time iso', '轨迹时间'],
    synonyms: ['time', 'date time', 'datetime', 'timestamp', 'occurred at', '时间', 'event date', 'date', '日期'],
  },
  {
    // Behind a day in a column of its own. What may be the whole time comes last: `eventTime` takes it where it has days.
    key: 'eventClock',
    type: 'text',
    synonyms: [
      ...['clock', 'clock time', 'time of day', 'local time', 'hour', 'event hour', '时刻', '发生时刻', '具体时间'],
      ...['time', 'event time', '时分', '钟点', '时间'],
    ],
  },
  { key: 'eventZone', type: 'text', own: ['time zone', 'timezone', '时区'], synonyms: ['zone', 'utc offset'] },
  {
    key: 'eventText',
    type: 'text',
    own: ['checkpoint', 'tracking event', '轨迹', '轨迹描述'],
    synonyms: ['message', 'description', 'event', 'details', 'activity', 'status description', '描述', '内容'],
  },
  {
    key: 'eventCode',
    type: 'code',
    own: ['sub status', 'subtag', 'event code', 'status code', '子状态'],
    synonyms: ['code', 'sub tag', 'raw tag', '代码'],
  },
  { key: 'eventStatus', type: 'code', own: ['main status', 'tag', '主状态'], synonyms: ['status', '状态'] },
  { key: 'eventPlace', type: 'text', synonyms: ['location', 'place', 'city', 'facility', '地点', '位置'] },
  { key: 'eventCountry', type: 'text', synonyms: ['country', 'country iso3', 'country code', '国家'] },
  { key: 'courier', type: 'text', own: ['slug'], synonyms: ['courier', 'carrier', 'source', '承运商', '来源'] },
] as const satisfies readonly Field[]
