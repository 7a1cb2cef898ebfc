// The ABC analysis as a file: the items as the screen has them.

import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { type AbcQuestion, abcAnalysis } from '#main/services/insights/abc-analysis.ts'
import { Decimal } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'
import type { AbcResult } from '#shared/schemas/insights.ts'

export const abcSource: ExportSource = {
  columns: {
    rank: 'number',
    sku: 'text',
    name: 'text',
    nameZh: 'text',
    class: 'text',
    value: 'decimal',
    currency: 'text',
    share: 'decimal',
    cumulativeShare: 'decimal',
  },
  keys: ['sku'],
  companions: { value: 'currency' },
  open(db, input) {
    const result = abcAnalysis(db, question(db, input))
    return { total: result.items.length, groups: [{ rows: rowsOf(result), done: result.items.length }] }
  },
}

function question(db: ReadDb, { abc }: ExportInput): AbcQuestion {
  if (!abc) throw new AppError('call/malformed')
  return { ...abc, today: bookToday(db, db.now) }
}

function rowsOf({ items, currency }: AbcResult): ExportRow[] {
  return items.map((item) => ({
    ...item,
    currency: currency ?? '',
    value: String(item.value),
    share: percent(item.share),
    cumulativeShare: percent(item.cumulativeShare),
  }))
}

/** A share of 0.8271 is 82.71 %. */
function percent(share: number): string {
  return new Decimal(share).times(100).toFixed(2)
}
