// The list of settlements: what each comes to, how much of it is matched, and whether it is booked.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { SettlementRow } from '#shared/schemas/settlements.ts'

const lines =
  'settlement_lines l INDEXED BY settlement_lines_by_settlement WHERE l.settlement_id = r.id AND l.deleted = 0'

/** What was sent to the bank stands in some files as a line of its own: it is the total, and no part of it. */
export const lineTotalSql = `(SELECT coalesce(sum(l.amount_minor), 0) FROM ${lines} AND l.kind <> 'transfer')`

const lineCount = `(SELECT count(*) FROM ${lines})`
const orderCount = `(SELECT count(DISTINCT l.order_id) FROM ${lines})`
const unmatched = `(SELECT count(*) FROM ${lines} AND l.order_id IS NULL AND l.external_order_id <> '')`
const state = `CASE WHEN r.payment_id IS NOT NULL THEN 'posted' WHEN ${lineTotalSql} <> r.total_minor THEN 'mismatch' ELSE 'open' END`

export const settlementList: ListSpec = {
  table: 'live_settlements',
  base: 'settlements',
  columns: {
    channel: { sql: 'r.channel', type: 'choice' },
    externalId: { sql: 'r.external_id', type: 'code' },
    startsOn: { sql: 'r.starts_on', type: 'day' },
    endsOn: { sql: 'r.ends_on', type: 'day' },
    depositedOn: { sql: 'r.deposited_on', type: 'day' },
    currency: { sql: 'r.currency', type: 'choice' },
    total: { sql: 'r.total_minor', type: 'number' },
    lineCount: { sql: lineCount, type: 'number' },
    orderCount: { sql: orderCount, type: 'number' },
    unmatchedCount: { sql: unmatched, type: 'number' },
    state: { sql: state, type: 'choice' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['channel', 'externalId', 'note'],
  defaultSort: [{ column: 'endsOn', direction: 'desc' }],
}

type Row = Omit<SettlementRow, 'total'> & { totalMinor: number }

const select = `SELECT r.id, r.channel, r.external_id AS externalId, r.starts_on AS startsOn, r.ends_on AS endsOn,
  r.deposited_on AS depositedOn, r.currency, r.total_minor AS totalMinor, ${lineCount} AS lineCount,
  ${orderCount} AS orderCount, ${unmatched} AS unmatchedCount, ${state} AS state, r.payment_id AS paymentId, r.note
  FROM settlements r`

/** A page of settlements. */
export function listSettlements(db: ReadDb, input: ListInput): Page<SettlementRow> {
  const { ids, total } = listPage(db, settlementList, input)
  return { rows: settlementRows(db, ids), total }
}

/** Settlements as grid rows, in the order of `ids`. */
export function settlementRows(db: ReadDb, ids: readonly Id[]): SettlementRow[] {
  return rowsInOrder<Row>(db, select, ids).map(({ totalMinor, ...row }) => ({
    ...row,
    total: minorToDecimal(totalMinor, row.currency),
  }))
}
