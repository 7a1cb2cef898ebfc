// The list of exchange rates.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { RateRow } from '#shared/schemas/rates.ts'

export const rateList: ListSpec = {
  // Rates are removed, never archived.
  table: '(SELECT *, 0 AS archived FROM live_rates)',
  columns: {
    from: { sql: 'r.from_currency', type: 'choice' },
    to: { sql: 'r.to_currency', type: 'choice' },
    on: { sql: 'r.rate_on', type: 'day' },
    // Sorting and comparing only: the figure that counts is the text.
    rate: { sql: 'CAST(r.rate AS REAL)', type: 'number' },
    source: { sql: 'r.source', type: 'text' },
  },
  search: ['from', 'to', 'source'],
  defaultSort: [{ column: 'on', direction: 'desc' }],
}

/** A page of rates. */
export function listRates(db: ReadDb, input: ListInput): Page<RateRow> {
  const { ids, total } = listPage(db, rateList, input)
  return { rows: rateRows(db, ids), total }
}

/** Rates as grid rows, in the order of `ids`. */
export function rateRows(db: ReadDb, ids: readonly number[]): RateRow[] {
  return rowsInOrder<RateRow>(
    db,
    'SELECT r.id, r.from_currency AS "from", r.to_currency AS "to", r.rate_on AS "on", r.rate, r.source FROM rates r',
    ids,
  )
}
