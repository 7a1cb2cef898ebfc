// Entries at customs of a shipment with their lines, and what their lines would be by its goods.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { CustomsEntriesTable, CustomsLinesTable } from '#main/db/tables.ts'
import { keepRows } from '#main/services/records/keep-rows.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, typedMinor } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type {
  CustomsDirection,
  CustomsEntry,
  CustomsEntryInput,
  CustomsLine,
  CustomsLineInput,
  CustomsStatus,
} from '#shared/schemas/shipment-customs.ts'

/** Makes the living entries of a shipment those of the list. */
export function keepCustoms(tx: WriteTx, shipmentId: Id, entries: readonly CustomsEntryInput[]): void {
  const ids = keepRows(
    tx,
    {
      ...{ table: 'customs_entries', owner: { column: 'shipment_id', id: shipmentId }, field: 'customs' },
      missing: 'shipments/row-not-found',
      onDrop: (id) => keepRows(tx, linesOf(id, 'customs'), []),
    },
    entries.map((entry, index) => ({ id: entry.id, columns: entryColumns(tx, entry, index) })),
  )
  entries.forEach(({ lines, currency }, index) => {
    const id = ids[index]
    if (id === undefined) return
    const at = `customs.${index}.lines`
    keepRows(
      tx,
      linesOf(id, at),
      lines.map((line, position) => ({ id: line.id, columns: lineColumns(line, currency, { at, position }) })),
    )
  })
}

const linesOf = (entryId: Id, field: string) => ({
  table: 'customs_lines',
  owner: { column: 'entry_id', id: entryId },
  field,
  missing: 'shipments/row-not-found',
})

function entryColumns(tx: WriteTx, entry: CustomsEntryInput, index: number): Record<string, Param> {
  const at = `customs.${index}`
  if (entry.brokerId !== null && !tx.get('SELECT 1 FROM parties WHERE id = ?', entry.brokerId))
    throw new AppError('parties/not-found', { field: `${at}.brokerId` })
  if (entry.declaredOn !== null && entry.statusOn !== null && entry.statusOn < entry.declaredOn)
    throw new AppError('shipments/customs-before-declared', { on: entry.declaredOn, field: `${at}.statusOn` })
  const minor = (amount: string | null, field: string) =>
    amount === null ? null : atField(`${at}.${field}`, () => typedMinor(amount, entry.currency))
  return {
    position: index + 1,
    direction: entry.direction,
    country: entry.country,
    declaration_number: entry.declarationNumber,
    declared_on: entry.declaredOn,
    status: entry.status,
    status_on: entry.statusOn,
    broker_id: entry.brokerId,
    currency: entry.currency,
    duty_minor: minor(entry.duty, 'duty'),
    tax_minor: minor(entry.tax, 'tax'),
    note: entry.note,
  }
}

type LineAt = { at: string; position: number }

function lineColumns(line: CustomsLineInput, currency: string, { at, position }: LineAt): Record<string, Param> {
  const { value } = line
  return {
    position: position + 1,
    hs_code: line.hsCode,
    description: line.description,
    origin_country: line.originCountry,
    qty_milli: line.quantity === null ? null : toMilli(line.quantity),
    unit: line.unit,
    net_grams: line.netGrams,
    gross_grams: line.grossGrams,
    value_minor: value === null ? null : atField(`${at}.${position}.value`, () => typedMinor(value, currency)),
  }
}

/** What state its entries are in: rows are never deleted and the log only grows, so any change makes another. */
export function customsRevision(db: ReadDb, shipmentId: Id): string {
  const newest = (table: string) => `max((SELECT max(c.id) FROM changes c INDEXED BY changes_by_row
    WHERE c.table_name = '${table}' AND c.row_id = r.id))`
  const entries = db.raw(
    `SELECT count(*), ${newest('customs_entries')} FROM customs_entries r WHERE r.shipment_id = ?`,
    shipmentId,
  )
  const lines = db.raw(
    `SELECT count(*), ${newest('customs_lines')} FROM customs_entries e CROSS JOIN customs_lines r ON r.entry_id = e.id
     WHERE e.shipment_id = ?`,
    shipmentId,
  )
  return [...entries, ...lines]
    .flat()
    .map((part) => part ?? 0)
    .join('.')
}

/** `records/changed-since` where they are not any more as they were seen. Without `seen` nothing is asked. */
export function refuseCustomsChanged(db: ReadDb, shipmentId: Id, seen: string | undefined): void {
  if (seen !== undefined && seen !== customsRevision(db, shipmentId)) throw new AppError('records/changed-since')
}

type EntryRow = CustomsEntriesTable & { brokerName: string | null; brokerZh: string | null }

export function customsOf(db: ReadDb, shipmentId: Id): CustomsEntry[] {
  return db
    .all<EntryRow>(
      `SELECT e.*, b.name AS brokerName, b.name_zh AS brokerZh FROM live_customs_entries e
       LEFT JOIN parties b ON b.id = e.broker_id WHERE e.shipment_id = ? ORDER BY e.position, e.id`,
      shipmentId,
    )
    .map((row) => entryFromRow(row, customsLines(db, row)))
}

function customsLines(db: ReadDb, { id, currency }: EntryRow): CustomsLine[] {
  return db
    .all<CustomsLinesTable>('SELECT * FROM live_customs_lines WHERE entry_id = ? ORDER BY position, id', id)
    .map((row) => ({
      id: row.id,
      position: row.position,
      hsCode: row.hs_code,
      description: row.description,
      originCountry: row.origin_country,
      quantity: row.qty_milli === null ? null : row.qty_milli / 1000,
      unit: row.unit,
      netGrams: row.net_grams,
      grossGrams: row.gross_grams,
      value: minorText(row.value_minor, currency),
    }))
}

function entryFromRow(row: EntryRow, lines: CustomsLine[]): CustomsEntry {
  return {
    id: row.id,
    position: row.position,
    direction: row.direction as CustomsDirection,
    country: row.country,
    declarationNumber: row.declaration_number,
    declaredOn: row.declared_on as CustomsEntry['declaredOn'],
    status: row.status as CustomsStatus,
    statusOn: row.status_on as CustomsEntry['statusOn'],
    brokerId: row.broker_id,
    broker:
      row.broker_id === null ? null : { id: row.broker_id, name: row.brokerName ?? '', nameZh: row.brokerZh ?? '' },
    currency: row.currency,
    duty: minorText(row.duty_minor, row.currency),
    tax: minorText(row.tax_minor, row.currency),
    note: row.note,
    lines,
    totals: {
      netGrams: sumOf(lines.map(({ netGrams }) => netGrams)),
      grossGrams: sumOf(lines.map(({ grossGrams }) => grossGrams)),
      value: totalValue(lines, row.currency),
    },
  }
}

/** Null where one of them is not known, or there is none. */
function sumOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.some((value) => value === null)) return null
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

function totalValue(lines: readonly CustomsLine[], currency: string): string | null {
  return minorText(sumOf(lines.map(({ value }) => (value === null ? null : typedMinor(value, currency)))), currency)
}
