// Words of files of selling costs: what was paid for.
import type { SalesCostKind } from '#shared/schemas/sales-costs.ts'
import type { CellValue } from './cell-value.ts'
import { foldWord, wordTable } from './word-table.ts'

const costWords: Readonly<Record<SalesCostKind, readonly string[]>> = {
  freight: ['shipping', 'shipping cost', 'postage', 'delivery', 'carriage', 'courier', '运费', '物流费', '快递费'],
  first_leg: ['first mile', 'inbound freight', 'first leg freight', '头程', '头程运费'],
  platform_fee: ['marketplace fee', 'referral fee', 'selling fee', 'channel fee', '平台费', '平台佣金', '平台服务费'],
  payment_fee: [
    'payment processing',
    'transaction fee',
    'bank fee',
    'paypal fee',
    '手续费',
    '支付手续费',
    '收款手续费',
  ],
  commission: ['sales commission', 'agent commission', '佣金', '业务提成'],
  fulfilment: ['fulfillment', 'fba', 'fba fee', 'pick and pack', '履约费', '配送费', '操作费'],
  storage: ['storage fee', 'warehouse fee', 'warehousing', '仓储费', '仓租'],
  advertising: ['ads', 'advertisement', 'ppc', 'marketing', 'promotion', '广告', '广告费', '推广费'],
  fair: ['trade fair', 'exhibition', 'trade show', '展会', '展会费', '参展费'],
  packing: ['packaging', 'packing material', '包装', '包装费', '包材'],
  duty: ['customs', 'customs duty', 'import duty', '关税', '清关费'],
  tax: ['taxes', 'vat', 'sales tax', '税', '税费', '增值税'],
  other: ['misc', 'miscellaneous', 'others', '其他', '其它', '杂费'],
}

const table = wordTable(costWords)

export function readSalesCostKind(text: string): CellValue<SalesCostKind> {
  const value = table.get(foldWord(text))
  return value === undefined ? { expected: 'sales-cost-kind' } : { value }
}
