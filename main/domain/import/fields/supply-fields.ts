// Columns of a file of suppliers that only those have: what they are, whether we buy there, and on what terms.
import type { Field } from './field.ts'

/** VAT as a supplier's prices hold it, in files of suppliers, offers and orders. */
export const vatFields = [
  {
    key: 'vatIncluded',
    type: 'boolean',
    synonyms: ['prices include vat', 'prices with vat', 'vat included', 'tax included', '价格含税', '含税'],
  },
  {
    key: 'vatPercent',
    type: 'percent',
    synonyms: ['vat %', 'vat rate', 'vat percent', 'tax rate', '增值税率', '增值税率(%)', '税率'],
  },
] as const satisfies readonly Field[]

export const supplyFields = [
  {
    key: 'supplyKind',
    type: 'supply-kind',
    own: ['supplier kind', 'supplier type', 'vendor type', '供应商类型'],
    synonyms: ['kind', 'type', '类型'],
  },
  {
    key: 'supplyStatus',
    type: 'supply-status',
    own: ['supplier status', 'vendor status', '供应商状态'],
    synonyms: ['status', 'state', '状态'],
  },
  { key: 'supplyActive', type: 'boolean', own: [], synonyms: ['active flag', 'active', 'is active', '启用'] },
  {
    key: 'preferred',
    type: 'boolean',
    own: ['preferred vendor status', 'preferred vendor', 'preferred supplier', '首选供应商'],
    synonyms: ['preferred'],
  },
  { key: 'incoterm', type: 'incoterm', synonyms: ['incoterm', 'incoterms', 'inco term', '贸易术语'] },
  { key: 'incotermPlace', type: 'text', synonyms: ['incoterm place', 'named place', 'port', '交货地点', '港口'] },
  {
    key: 'leadTime',
    type: 'integer',
    synonyms: ['lead time', 'lead time days', 'lead time in days', '交货期', '交期天数'],
  },
  { key: 'capacity', type: 'text', synonyms: ['capacity', 'production capacity', '产能', '月产能'] },
  {
    key: 'deposit',
    type: 'percent',
    synonyms: ['deposit', 'deposit percent', 'deposit %', 'advance payment', '定金', '定金比例', '预付比例'],
  },
  { key: 'dueFrom', type: 'due-from', synonyms: ['due from', 'payment from', '账期起算'] },
  {
    key: 'dueDays',
    type: 'integer',
    synonyms: ['payment days', 'due days', 'credit days', 'payment term days', '账期', '账期天数'],
  },
  ...vatFields,
  { key: 'vatRecoverable', type: 'boolean', synonyms: ['vat recoverable', 'vat deductible', '增值税可抵扣'] },
  { key: 'tags', type: 'text', synonyms: ['tags', 'labels', '标签'] },
] as const satisfies readonly Field[]
