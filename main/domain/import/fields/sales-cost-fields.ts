// Columns of a file of what selling cost beside the goods: of orders, or of a channel or a product on a day.
import type { Field } from './field.ts'

export const salesCostFields = [
  {
    key: 'on',
    type: 'day',
    own: ['cost date', 'charged on', '费用日期'],
    synonyms: ['date', 'day', 'incurred on', '日期'],
  },
  {
    key: 'costKind',
    type: 'sales-cost-kind',
    own: ['cost type', 'cost kind', 'fee type', 'expense type', '费用类型', '费用项目'],
    synonyms: ['kind', 'type', 'expense', 'category', '类型', '类别'],
  },
  {
    key: 'amount',
    type: 'money',
    own: ['cost amount', 'fee amount', '费用金额'],
    synonyms: ['amount', 'cost', 'fee', 'total', '金额', '费用'],
  },
  { key: 'currency', type: 'currency', synonyms: ['currency', 'currency code', '币种', '货币'] },
  {
    key: 'order',
    type: 'code',
    synonyms: ['order', 'order number', 'order no', 'order id', '订单', '订单号', '订单编号'],
  },
  { key: 'costChannel', type: 'text', synonyms: ['channel', 'platform', 'shop', 'store', '渠道', '平台', '店铺'] },
  {
    key: 'product',
    type: 'reference',
    reference: 'products',
    synonyms: ['sku', 'product', 'product code', 'item', '货号', '商品编码', '产品编码'],
  },
  { key: 'isEstimate', type: 'boolean', own: ['estimated', 'is estimate', '预估'], synonyms: ['estimate'] },
  {
    key: 'reference',
    type: 'code',
    synonyms: ['reference', 'invoice', 'invoice number', 'bill', '参考号', '账单号', '发票号'],
  },
  { key: 'note', type: 'text', synonyms: ['note', 'notes', 'remark', 'comment', 'description', '备注', '说明'] },
] as const satisfies readonly Field[]
