// Reports on costs of stock as files: the rows as the screens have them.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { costRows, costSums } from '#main/services/costing/cost-of-sales.ts'
import { slowStock } from '#main/services/costing/slow-stock.ts'
import { valuationRows } from '#main/services/costing/valuation.ts'
import { valueSums } from '#main/services/costing/value-sums.ts'
import type { ExportRow, ExportRows, ExportSource } from '#main/services/exports/export-source.ts'
import { AppError } from '#shared/errors.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'

export const valuationSource: ExportSource = {
  columns: {
    ...{
      sku: 'text',
      name: 'text',
      nameZh: 'text',
      quantity: 'number',
      unit: 'text',
      value: 'decimal',
      currency: 'text',
    },
    ...{ averageCost: 'decimal', uncosted: 'number' },
  },
  keys: ['sku'],
  companions: { value: 'currency', averageCost: 'currency' },
  open(db, { valuation }) {
    const question = asked(valuation)
    const base = baseCurrency(db)
    return allAtOnce(db, valuationRows(db, question, { sums: valueSums(db, question), base }))
  },
}

export const slowStockSource: ExportSource = {
  columns: {
    ...{
      sku: 'text',
      name: 'text',
      nameZh: 'text',
      quantity: 'number',
      unit: 'text',
      value: 'decimal',
      currency: 'text',
    },
    ...{
      uncosted: 'number',
      lastIssueOn: 'day',
      idleDays: 'number',
      ageDays: 'number',
      oldestOn: 'day',
      state: 'slowState',
    },
  },
  keys: ['sku'],
  companions: { value: 'currency' },
  open(db, { slowStock: question }) {
    const { rows } = slowStock(db, { ...asked(question), offset: 0, limit: Number.MAX_SAFE_INTEGER })
    return allAtOnce(db, rows)
  },
}

export const costOfSalesSource: ExportSource = {
  columns: {
    ...{
      sku: 'text',
      name: 'text',
      nameZh: 'text',
      quantity: 'number',
      unit: 'text',
      cost: 'decimal',
      currency: 'text',
    },
    uncosted: 'number',
  },
  keys: ['sku'],
  companions: { cost: 'currency' },
  open: (db, { costOfSales }) => allAtOnce(db, costRows(costSums(db, asked(costOfSales)), baseCurrency(db))),
}

type Reports = Pick<ExportInput, 'valuation' | 'slowStock' | 'costOfSales'>

/** The question behind the report travels with the export. */
function asked<Question extends Reports[keyof Reports]>(question: Question): NonNullable<Question> {
  if (!question) throw new AppError('call/malformed')
  return question
}

function allAtOnce(db: ReadDb, rows: readonly object[]): ExportRows {
  const currency = baseCurrency(db)
  const group = rows.map((row): ExportRow => ({ ...row, currency }))
  return { total: rows.length, groups: [{ rows: group, done: rows.length }] }
}
