// Columns of a file of exchange rates with one rate per row. Files with a column per currency are read by their headers.
import type { Field } from './field.ts'

export const rateFields = [
  {
    key: 'on',
    type: 'day',
    own: ['rate date', 'currency rate date', '汇率日期'],
    synonyms: ['date', 'day', 'on', 'time period', '日期'],
  },
  {
    key: 'from',
    type: 'currency',
    own: ['from currency', 'from currency code', 'base currency', 'source currency', '源币种', '基准币种', '原币'],
    synonyms: ['from', 'base', 'currency', '币种'],
  },
  {
    key: 'to',
    type: 'currency',
    own: ['to currency', 'to currency code', 'target currency', 'quote currency', '目标币种', '折合币种'],
    synonyms: ['to', 'quote', 'target'],
  },
  {
    key: 'rate',
    type: 'rate',
    own: [
      'exchange rate',
      'end of day rate',
      'average rate',
      'currency rate',
      'mid rate',
      '汇率',
      '中间价',
      '折算汇率',
    ],
    synonyms: ['rate', 'value', 'close', 'obs value', 'price'],
  },
] as const satisfies readonly Field[]
