// Cells whose words stand for one of a few things: yes or no, a country, a currency, a status.
import { isCurrency } from '#shared/reference/currencies.ts'
import type { CellValue } from './cell-value.ts'
import { currenciesNamed } from './currency-signs.ts'
import { halfWidth, trimCell } from './plain-text.ts'
import { foldWord, wordTable } from './word-table.ts'

const yes = new Set([
  '1',
  'true',
  't',
  'yes',
  'y',
  'x',
  'on',
  'ja',
  'oui',
  'si',
  'sí',
  'wahr',
  'vrai',
  '✓',
  '✔',
  '√',
  '是',
  '真',
  '有',
  '对',
])
const no = new Set([
  '0',
  'false',
  'f',
  'no',
  'n',
  'off',
  'nein',
  'non',
  'falsch',
  'faux',
  '✗',
  '×',
  '否',
  '假',
  '无',
  '不',
])

/** A cell that says yes or no, in digits, words or ticks. */
export function readBoolean(text: string): CellValue<boolean> {
  const word = foldWord(text)
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { expected: 'yes-or-no' }
}

/** Finds a country by code, name or alias; gives ISO 3166 alpha-2. The table is the caller's. */
export type FindCountry = (text: string) => string | null

/** Words that stand where a country would, and name none. */
const noCountry = new Set([
  ...['unspecified', 'not specified', 'unknown', 'other', 'various', 'international', 'worldwide'],
  ...['european community', 'european union', 'eu', '未知', '未指定', '其他', '不详'],
])

/** Empty where the cell says in words that nobody knows. */
export function readCountry(text: string, find: FindCountry): CellValue<string> {
  if (noCountry.has(foldWord(text))) return { value: '' }
  const code = find(trimCell(text))
  return code === null ? { expected: 'country' } : { value: code }
}

/** A currency by ISO code, sign or name. A sign that several currencies share is refused. */
export function readCurrency(text: string): CellValue<string> {
  const cell = halfWidth(trimCell(text))
  if (isCurrency(cell)) return { value: cell }
  const named = currenciesNamed(cell)
  const only = named.length === 1 ? named[0] : undefined
  return only === undefined ? { expected: 'currency' } : { value: only }
}

export type ProductStatus = 'active' | 'phasing_out' | 'discontinued'
export type ProductTracking = 'none' | 'batch' | 'serial'
export type OrderPurpose = 'sale' | 'sample' | 'one_off'
export type OrderStatus =
  | 'draft'
  | 'confirmed'
  | 'on_hold'
  | 'part_shipped'
  | 'shipped'
  | 'delivered'
  | 'closed'
  | 'cancelled'

const productWords: Readonly<Record<ProductStatus, readonly string[]>> = {
  active: [
    'active',
    'publish',
    'published',
    'on sale',
    'live',
    'unlisted',
    'in production',
    'current',
    '在售',
    '在产',
    '上架',
    '启用',
    '正常',
  ],
  phasing_out: ['phasing out', 'phase out', 'clearance', 'last chance', 'end of life', '清仓', '淘汰中', '逐步停产'],
  discontinued: [
    'discontinued',
    'inactive',
    'archived',
    'obsolete',
    'retired',
    'stopped',
    'draft',
    '停产',
    '停售',
    '下架',
    '禁用',
    '淘汰',
  ],
}

const orderWords: Readonly<Record<OrderStatus, readonly string[]>> = {
  draft: ['draft', 'quote', 'unpaid', 'pending payment', 'awaiting payment', '草稿', '待付款', '未付款'],
  confirmed: [
    ...[
      'confirmed',
      'open',
      'paid',
      'processing',
      'approved',
      'pending',
      'to ship',
      'unshipped',
      'unfulfilled',
      'new',
      'placed',
    ],
    ...['awaiting shipment', 'awaiting collection', '已确认', '待发货', '已付款', '处理中', '进行中'],
  ],
  on_hold: ['on hold', 'hold', 'held', 'paused', '挂起', '暂停', '冻结'],
  part_shipped: ['part shipped', 'partially shipped', 'partially fulfilled', 'partial', '部分发货'],
  shipped: ['shipped', 'fulfilled', 'dispatched', 'in transit', 'sent', '已发货', '运输中', '已出运'],
  delivered: ['delivered', 'received', '已送达', '已签收', '已收货', '妥投'],
  closed: ['closed', 'complete', 'completed', 'done', 'finished', '已完成', '已关闭', '完成', '交易成功'],
  cancelled: ['cancelled', 'canceled', 'void', 'voided', 'rejected', 'refunded', '已取消', '取消', '作废', '已退款'],
}

const trackingWords: Readonly<Record<ProductTracking, readonly string[]>> = {
  none: ['no', 'not tracked', '无', '否', '不跟踪'],
  batch: ['batches', 'lot', 'lots', 'batch number', 'lot number', 'by batch', 'by lot', '批次', '批号', '按批次'],
  serial: ['serial number', 'serial numbers', 'serialized', 'by serial number', 'sn', '序列号', '按序列号', '串号'],
}

const purposeWords: Readonly<Record<OrderPurpose, readonly string[]>> = {
  sale: ['sales', 'regular', 'normal', 'standard', '销售', '正常', '常规'],
  sample: ['samples', 'sample order', '样品', '样品单', '样单'],
  one_off: ['one off order', 'once', 'one time', 'special', 'project', '一次性', '一次性订单', '特殊', '项目'],
}

const productStatusOf = wordTable(productWords)
const trackingOf = wordTable(trackingWords)
const purposeOf = wordTable(purposeWords)
const orderStatusOf = wordTable(orderWords)

export function readProductStatus(text: string): CellValue<ProductStatus> {
  const status = productStatusOf.get(foldWord(text))
  return status === undefined ? { expected: 'product-status' } : { value: status }
}

export function readProductTracking(text: string): CellValue<ProductTracking> {
  const tracking = trackingOf.get(foldWord(text))
  return tracking === undefined ? { expected: 'product-tracking' } : { value: tracking }
}

export function readOrderPurpose(text: string): CellValue<OrderPurpose> {
  const purpose = purposeOf.get(foldWord(text))
  return purpose === undefined ? { expected: 'order-purpose' } : { value: purpose }
}

export function readOrderStatus(text: string): CellValue<OrderStatus> {
  const status = orderStatusOf.get(foldWord(text))
  return status === undefined ? { expected: 'order-status' } : { value: status }
}
