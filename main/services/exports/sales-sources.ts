// Costs of selling, settlements, and the reports on what was sold and earned, as files. An import of costs reads theirs again.
import { type ExportRow, type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { exportedIds } from '#main/services/exports/exported-ids.ts'
import { profitsByGroup } from '#main/services/sales/profits.ts'
import { salesCostRows } from '#main/services/sales/sales-cost-list.ts'
import { salesFigures } from '#main/services/sales/sales-figures.ts'
import { settlementRows } from '#main/services/sales/settlement-list.ts'
import english from '#shared/i18n/en/sales.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/sales.json' with { type: 'json' }
import { countryName } from '#shared/reference/countries.ts'
import { profitsInput, salesInput } from '#shared/schemas/sales-figures.ts'

const texts = { en: english, 'zh-CN': chinese }

export const salesCostsSource: ExportSource = {
  columns: {
    ...{ on: 'day', kind: 'text', orderNumber: 'text', channel: 'text', sku: 'text', product: 'text' },
    ...{ amount: 'decimal', currency: 'text', rate: 'decimal', rateOn: 'day', baseAmount: 'decimal' },
    ...{ isEstimate: 'flag', party: 'text', reference: 'text', note: 'text' },
  },
  keys: ['on', 'kind', 'orderNumber', 'reference'],
  companions: { amount: 'currency' },
  open: (db, input) =>
    rowsByIds(exportedIds(db, 'salesCosts', input), (ids) =>
      salesCostRows(db, ids).map((row) => ({ ...row, kind: texts[input.language].kinds[row.kind] })),
    ),
}

export const settlementsSource: ExportSource = {
  columns: {
    ...{ channel: 'text', externalId: 'text', startsOn: 'day', endsOn: 'day', depositedOn: 'day' },
    ...{ total: 'decimal', currency: 'text', lineCount: 'number', orderCount: 'number', unmatchedCount: 'number' },
    ...{ state: 'text', note: 'text' },
  },
  keys: ['channel', 'externalId'],
  companions: { total: 'currency' },
  open: (db, input) =>
    rowsByIds(exportedIds(db, 'settlements', input), (ids) =>
      settlementRows(db, ids).map((row) => ({ ...row, state: texts[input.language].settlements.states[row.state] })),
    ),
}

export const salesSource: ExportSource = {
  columns: {
    ...{ key: 'text', name: 'text', nameZh: 'text', orders: 'number', units: 'number' },
    ...{ net: 'decimal', discount: 'decimal', freight: 'decimal', currency: 'text', ordersWithoutRate: 'number' },
  },
  keys: ['key'],
  companions: { net: 'currency', discount: 'currency', freight: 'currency' },
  open(db, { sales, language }) {
    const { rows, currency, groupBy } = salesFigures(db, sales ?? salesInput.parse({ groupBy: 'month' }))
    const named = (key: string) => (groupBy === 'country' && key !== '' ? countryName(key, language) : '')
    return allAtOnce(rows.map(({ id: _, ...row }) => ({ ...row, name: row.name || named(row.key), currency })))
  },
}

export const profitsSource: ExportSource = {
  columns: {
    ...{ key: 'text', name: 'text', nameZh: 'text', orders: 'number', revenue: 'decimal', goods: 'decimal' },
    ...{ costs: 'decimal', charges: 'decimal', profit: 'decimal', currency: 'text', marginPercent: 'decimal' },
    ...{ unknownOrders: 'number', estimatedOrders: 'number' },
  },
  keys: ['key'],
  companions: Object.fromEntries(['revenue', 'goods', 'costs', 'charges', 'profit'].map((key) => [key, 'currency'])),
  open(db, { profits }) {
    const { rows, currency } = profitsByGroup(db, {
      ...(profits ?? profitsInput.parse({ groupBy: 'order' })),
      offset: 0,
      limit: most,
    })
    return allAtOnce(rows.map(({ id: _, ...row }) => ({ ...row, currency })))
  },
}

/** All of them at once: they are worked out together anyway. */
const most = 1_000_000

function allAtOnce(rows: ExportRow[]) {
  return { total: rows.length, groups: [{ rows, done: rows.length }] }
}
