// What is owed to us as a file: each open document with its age, amounts as exact text with their currency.
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { openDocuments } from '#main/services/receivables/open-documents.ts'
import english from '#shared/i18n/en/receivables.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/receivables.json' with { type: 'json' }
import type { ExportInput } from '#shared/schemas/exports.ts'
import { type OpenItem, openItemsInput } from '#shared/schemas/receivables.ts'

const texts = { en: english, 'zh-CN': chinese }

/** All of them at once: they are read in one go anyway. */
const most = 1_000_000

export const receivablesSource: ExportSource = {
  columns: {
    number: 'text',
    document: 'text',
    customer: 'text',
    customerZh: 'text',
    channel: 'text',
    orderedOn: 'day',
    dueOn: 'day',
    isEstimate: 'flag',
    daysOverdue: 'number',
    age: 'text',
    amount: 'decimal',
    open: 'decimal',
    currency: 'text',
    openBase: 'decimal',
    baseCurrency: 'text',
  },
  keys: ['number'],
  companions: { amount: 'currency', open: 'currency', openBase: 'baseCurrency' },
  shownWith: { customer: 'customerZh' },
  open(db, { receivables, language }) {
    const asked = { ...(receivables ?? openItemsInput.parse({})), offset: 0, limit: most }
    const { rows, baseCurrency } = openDocuments(db, asked)
    const told = rows.map((row) => cellsOf(row, baseCurrency, language))
    return { total: told.length, groups: [{ rows: told, done: told.length }] }
  },
}

function cellsOf(item: OpenItem, baseCurrency: string, language: ExportInput['language']): ExportRow {
  const { orderId: _, paymentId: _p, customerId: _c, bucket, document, ...cells } = item
  const words = texts[language]
  return {
    ...cells,
    document: words.items.documents[document],
    age: words.buckets[bucket],
    baseCurrency: item.openBase === null ? '' : baseCurrency,
  }
}
