// Columns of a file of customers that only those have: what they are, where they came from, and on what terms they buy.
import type { Field } from './field.ts'

export const saleFields = [
  {
    key: 'customerKind',
    type: 'customer-kind',
    own: ['customer kind', 'customer type', 'client type', '客户类型'],
    synonyms: ['company or person', '公司或个人'],
  },
  { key: 'eori', type: 'code', own: ['customer eori'], synonyms: ['eori number', 'eori no', 'EORI号'] },
  { key: 'source', type: 'text', synonyms: ['source', 'lead source', 'referred by', '来源', '客户来源'] },
  { key: 'salesChannel', type: 'text', synonyms: ['sales channel', 'channel', '销售渠道', '渠道'] },
  { key: 'tier', type: 'text', own: ['customer tier', '客户等级'], synonyms: ['tier', 'level', 'grade', '等级'] },
  {
    key: 'bornOn',
    type: 'day',
    synonyms: ['born or founded', 'birthday', 'date of birth', 'birth date', 'founded', '生日', '出生日期', '成立日期'],
  },
  {
    key: 'deposit',
    type: 'percent',
    synonyms: ['deposit', 'deposit percent', 'deposit %', 'prepayment', '定金', '定金比例'],
  },
  { key: 'saleDueFrom', type: 'sale-due-from', synonyms: ['due from', 'payment due from', '账期起算'] },
  {
    key: 'dueDays',
    type: 'integer',
    synonyms: ['payment days', 'due days', 'payment term days', 'net days', '账期', '账期天数'],
  },
  { key: 'creditLimit', type: 'money', synonyms: ['credit limit', 'credit line', '信用额度', '授信额度'] },
  { key: 'creditCurrency', type: 'currency', synonyms: ['credit limit currency', 'credit currency', '信用额度币种'] },
  {
    key: 'owner',
    type: 'text',
    own: ['customer owner', 'account owner'],
    synonyms: ['owner', 'looked after by', 'account manager', 'sales rep', 'salesperson', '负责人', '业务员', '跟进人'],
  },
  { key: 'tags', type: 'text', synonyms: ['tags', 'labels', '标签'] },
] as const satisfies readonly Field[]
