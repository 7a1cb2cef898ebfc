// Everything that the book tells about one person, table by table: what they may ask for, and what erasing would reach.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { idsOfParty } from '#main/services/parties/merged-parties.ts'
import { getParty } from '#main/services/parties/party-queries.ts'
import { personalRows } from '#main/services/parties/personal-rows.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { rowRecords } from '#main/services/records/row-records.ts'
import { fromUnits, trimZeros } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { PrivacyReport, PrivacyRow } from '#shared/schemas/customers.ts'

/** Rows of the customer, of their orders and papers, and of whoever was merged into them. */
export function privacyReport(db: ReadDb, id: Id): PrivacyReport {
  const { name, nameZh } = getParty(db, id)
  const personal = personalRows(db, id)
  const own = idsOfParty(db, id)
  const orders = personal.filter(({ table }) => table === 'sales_orders').map((row) => row.id)
  const tables = Map.groupBy([...personal, ...besides(db, { own, orders })], ({ table }) => table)
  return {
    party: { id, name, nameZh },
    asOf: bookToday(db, db.now),
    sections: [...tables].map(([table, rows]) => ({
      table,
      rows: rowsOf(db, table, [...new Set(rows.map((row) => row.id))]),
    })),
    erased: erasedCount(db, own),
  }
}

type Own = { own: readonly Id[]; orders: readonly Id[] }

/** What tells of a person though no word of it names them: what they bought, and how they are sorted. */
function besides(db: ReadDb, { own, orders }: Own): { table: string; id: Id }[] {
  const list = (table: string, owner: string, ids: readonly Id[]) =>
    db
      .raw(`SELECT id FROM live_${table} WHERE ${owner} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
      .map(([id]) => ({ table, id: id as Id }))
  return [...list('party_tags', 'party_id', own), ...list('order_lines', 'order_id', orders)]
}

/** No words of the person, or nothing that a page could show. */
const unsaid = new Set([
  'id',
  'salt',
  'deleted',
  'position',
  'hash',
  'content',
  'thumbnail',
  'html',
  'template',
  'data',
  'snapshot',
  'record_kind',
])

type Row = Readonly<Record<string, unknown>> & { id: Id }

function rowsOf(db: ReadDb, table: string, ids: readonly Id[]): PrivacyRow[] {
  const list = JSON.stringify(ids)
  const columns = db
    .raw('SELECT name FROM pragma_table_info(?)', table)
    .map(([name]) => String(name))
    .filter((name) => name === 'id' || (!unsaid.has(name) && !name.endsWith('_id')))
  const rows = db.all<Row>(
    `SELECT ${columns.join(', ')} FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    list,
  )
  const records = new Map(rowRecords(db, table, ids).map(({ rowId, record }) => [rowId, record]))
  const titles = recordTitles(
    db,
    [...records.values()].filter((record) => record !== null),
  )
  const base = baseCurrency(db)
  return rows.map((row) => {
    const record = records.get(row.id)
    return {
      id: row.id,
      record: (record && titles.get(recordKey(record))) ?? null,
      values: Object.fromEntries(
        Object.entries(row).flatMap(([column, value]) => {
          const said = column === 'id' ? null : saidValue(column, value, { row, base })
          return said === null ? [] : [[column, said]]
        }),
      ),
    }
  })
}

/** In units that people use; null for what says nothing. */
function saidValue(column: string, value: unknown, { row, base }: { row: Row; base: string }) {
  if (value === null || value === '' || value === 0 || value instanceof Uint8Array) return null
  if (column.startsWith('supply_') && row.is_supplier === 0 && row.is_forwarder === 0 && row.is_service === 0)
    return null
  if (typeof value !== 'number') return String(value)
  if (column.startsWith('is_') || column === 'archived') return true
  if (column.endsWith('_minor')) return money(value, currencyOf(column, row, base))
  if (column.endsWith('_micros')) return trimZeros(fromUnits(value, 6))
  if (column.endsWith('_milli')) return trimZeros(fromUnits(value, 3))
  if (column.endsWith('_ppm')) return `${trimZeros(fromUnits(value, 4))} %`
  return value
}

function money(minor: number, currency: string): string {
  return `${minorToDecimal(minor, currency)} ${currency}`
}

function currencyOf(column: string, row: Row, base: string): string {
  if (column.includes('base')) return base
  const own = column === 'credit_limit_minor' ? row.credit_currency : row.currency
  return typeof own === 'string' && own !== '' ? own : base
}

function erasedCount(db: ReadDb, own: readonly Id[]): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM erasures WHERE table_name = 'parties' AND row_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(own),
  )
  return row?.n ?? 0
}
