// Words of purchase files: how far an order is, how goods travel, what a supplier is and whether we buy there.
import type { CellValue, Expectation } from './cell-value.ts'
import { foldWord, wordTable } from './word-table.ts'

export type PurchaseStatusWord = 'draft' | 'sent' | 'confirmed' | 'part_received' | 'received' | 'closed' | 'cancelled'
export type TransportMode = 'sea' | 'air' | 'air_charter' | 'rail' | 'road' | 'courier' | 'post'
export type SupplyKind = 'factory' | 'trader' | 'forwarder' | 'service' | 'own'
export type SupplyStatus = 'candidate' | 'approved' | 'on_hold' | 'blocked'
export type DueFrom = 'order' | 'ready' | 'receipt' | 'month_end'

const purchaseWords: Readonly<Record<PurchaseStatusWord, readonly string[]>> = {
  draft: ['planned', 'not sent', 'requisition', '草稿', '未发出', '未下单'],
  sent: ['pending', 'open', 'issued', 'ordered', 'placed', 'submitted', 'new', '已发出', '已下单', '待确认'],
  confirmed: ['approved', 'acknowledged', 'accepted', 'in production', '已确认', '已审核', '生产中'],
  part_received: ['partially received', 'partly received', 'part delivered', 'partial', '部分收货', '部分到货'],
  received: ['fully received', 'delivered', 'arrived', 'fulfilled', '已收货', '已到货', '全部到货'],
  closed: ['complete', 'completed', 'done', 'finished', '已关闭', '已完成', '完成', '已结案'],
  cancelled: ['canceled', 'void', 'voided', 'rejected', '已取消', '取消', '作废', '已拒绝'],
}

const modeWords: Readonly<Record<TransportMode, readonly string[]>> = {
  sea: ['ocean', 'sea freight', 'ocean freight', 'vessel', 'ship', 'boat', 'fcl', 'lcl', '海运', '船运'],
  air: ['air freight', 'plane', 'by air', '空运'],
  air_charter: ['charter', 'charter flight', '包机'],
  rail: ['train', 'rail freight', 'railway', '铁路', '铁路运输', '中欧班列'],
  road: ['truck', 'lorry', 'trucking', 'road freight', 'by road', '公路', '陆运', '汽运', '卡车'],
  courier: ['express', 'parcel', '快递', '速递'],
  post: ['mail', 'postal', '邮政', '邮寄'],
}

const kindWords: Readonly<Record<SupplyKind, readonly string[]>> = {
  factory: ['manufacturer', 'producer', 'plant', 'maker', '工厂', '生产商', '制造商', '厂家'],
  trader: [
    'trading company',
    'wholesaler',
    'distributor',
    'agent',
    'reseller',
    '贸易商',
    '贸易公司',
    '经销商',
    '批发商',
  ],
  forwarder: ['freight forwarder', 'logistics', '货代', '货运代理', '物流'],
  service: ['services', 'service provider', '服务', '服务商'],
  own: ['own warehouse', 'internal', 'ourselves', 'in house', '自有', '自有仓库', '内部'],
}

const supplyWords: Readonly<Record<SupplyStatus, readonly string[]>> = {
  candidate: ['new', 'prospect', 'potential', '候选', '潜在', '待审核'],
  approved: ['active', 'preferred', 'qualified', 'ok', '合格', '已批准', '启用', '正常'],
  on_hold: ['hold', 'inactive', 'paused', 'suspended', '暂停', '停用', '冻结'],
  blocked: ['blacklisted', 'banned', 'rejected', 'disqualified', '黑名单', '禁用', '不合格'],
}

const dueWords: Readonly<Record<DueFrom, readonly string[]>> = {
  order: ['order date', 'ordered', '下单', '订单日期'],
  ready: ['goods ready', 'shipment', 'ship date', '货好', '备货完成', '出货'],
  receipt: ['delivery', 'received', 'arrival', 'goods receipt', '收货', '到货'],
  month_end: ['end of month', 'eom', 'month', '月结', '月末'],
}

/** The terms in use: Incoterms 2020, and those before them that files still hold. */
const incoterms = new Set([
  ...['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'],
  ...['DAT', 'DDU', 'DAF', 'DES', 'DEQ', 'C&F', 'CNF'],
])

export const readPurchaseStatus = reader(purchaseWords, 'purchase-status')
export const readTransportMode = reader(modeWords, 'transport-mode')
export const readSupplyKind = reader(kindWords, 'supply-kind')
export const readSupplyStatus = reader(supplyWords, 'supply-status')
export const readDueFrom = reader(dueWords, 'due-from')

/** An Incoterm in capitals. `CIF Hamburg` is one with its place, which has a column of its own: refused. */
export function readIncoterm(text: string): CellValue<string> {
  const term = text.trim().toUpperCase().replace(/\./g, '')
  return incoterms.has(term) ? { value: term } : { expected: 'incoterm' }
}

function reader<S extends string>(
  words: Readonly<Record<S, readonly string[]>>,
  expected: Expectation,
): (text: string) => CellValue<S> {
  const table = wordTable(words)
  return (text) => {
    const value = table.get(foldWord(text))
    return value === undefined ? { expected } : { value }
  }
}
