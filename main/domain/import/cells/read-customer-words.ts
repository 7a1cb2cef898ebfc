// Words of customer files: company or person, and from when the days of payment count.
import type { SaleDueFrom } from '#shared/schemas/sale-terms.ts'
import type { CellValue, Expectation } from './cell-value.ts'
import { foldWord, wordTable } from './word-table.ts'

export type CustomerKindWord = 'company' | 'person'

const kindWords: Readonly<Record<CustomerKindWord, readonly string[]>> = {
  company: ['business', 'b2b', 'organisation', 'organization', 'firm', 'corporate', '公司', '企业', '单位'],
  person: ['individual', 'consumer', 'private', 'b2c', '个人', '消费者', '自然人'],
}

const dueWords: Readonly<Record<SaleDueFrom, readonly string[]>> = {
  order: ['order date', 'ordered', 'invoice', 'invoice date', '下单', '订单日期', '下单后'],
  shipment: ['ship date', 'shipped', 'dispatch', 'bill of lading', '发货', '出货', '发货后'],
  delivery: ['delivered', 'arrival', 'receipt', '送达', '到货', '送达后'],
  month_end: ['end of month', 'eom', 'month', '月结', '月末'],
}

export const readCustomerKind = reader(kindWords, 'customer-kind')
export const readSaleDueFrom = reader(dueWords, 'sale-due-from')

function reader<Word extends string>(words: Readonly<Record<Word, readonly string[]>>, expected: Expectation) {
  const table = wordTable(words)
  return (text: string): CellValue<Word> => {
    const value = table.get(foldWord(text))
    return value ? { value } : { expected }
  }
}
