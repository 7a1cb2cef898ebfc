// The cells of the rate table that can be changed where they stand. Pair and day say which rate it is and stay.

import { readDay } from '#main/domain/import/cells/read-day.ts'
import { readRate } from '#main/domain/import/cells/read-number-kinds.ts'
import { readCurrency } from '#main/domain/import/cells/read-words.ts'
import { expected, textCell } from '#main/services/lists/cell-columns.ts'
import { type CellList, type EditableColumn, rowsOf } from '#main/services/lists/cell-list.ts'
import { applyRates } from '#main/services/rates/rate-commands.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import type { CellReading } from '#shared/schemas/cells.ts'
import { lineField } from '#shared/schemas/fields.ts'

/** 7.10 for 7.1 is no change. */
const rate: EditableColumn = {
  reads: ['rate'],
  text: (row) => String(row.rate),
  canBeEmpty: false,
  readsBy: 'decimal',
  read: (text, { reading, row }) => {
    const read = readRate(text, reading.decimal)
    if ('expected' in read) return expected(read.expected, text)
    return { patch: new Decimal(read.value).eq(String(row.rate)) ? {} : { rate: read.value } }
  },
}

export const rateCells: CellList = {
  table: 'rates',
  columns: { rate, source: textCell('source', lineField(100)) },
  keys: [['on', 'from', 'to']],
  rows: rowsOf({ table: 'rates', own: ['rate_on', 'from_currency', 'to_currency'] }),
  nameOf: (row) => `${row.rate_on} ${row.from_currency} ${row.to_currency}`,
  allKeys: (db) =>
    db.raw('SELECT id, rate_on, from_currency, to_currency FROM live_rates') as [Id, string, string, string][],
  foldKey,
  settle: (tx, ids, columns) => {
    if (!columns.has('rate')) return
    const days = tx.raw('SELECT rate_on FROM rates WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
    applyRates(
      tx,
      days.map(([day]) => day as Day),
    )
  },
}

function foldKey(column: string, text: string, reading: CellReading): string {
  const read = column === 'on' ? readDay(text, reading.dates) : readCurrency(text)
  return 'value' in read ? read.value : text.trim()
}
