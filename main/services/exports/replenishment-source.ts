// What to buy as a file: the chosen lines, supplier by supplier, the most urgent first.
import type { ReadDb } from '#main/db/database.ts'
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { replenishmentLines, supplierNames } from '#main/services/planning/replenishment-list.ts'
import { Decimal } from '#shared/decimal.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'
import { type ReplenishmentLine, replenishmentInput } from '#shared/schemas/replenishment.ts'

export const replenishmentSource: ExportSource = {
  columns: {
    supplier: 'text',
    sku: 'text',
    name: 'text',
    nameZh: 'text',
    quantity: 'number',
    unit: 'text',
    price: 'decimal',
    currency: 'text',
    total: 'decimal',
    orderBy: 'day',
    runsOutOn: 'day',
    coverDays: 'number',
    onHand: 'number',
    onOrder: 'number',
    openDemand: 'number',
    position: 'number',
    dailyDemand: 'number',
    safetyStock: 'number',
    reorderPoint: 'number',
    orderUpTo: 'number',
    suggested: 'number',
    moq: 'number',
    multiple: 'number',
    leadTimeDays: 'number',
    weightKg: 'decimal',
    volumeM3: 'decimal',
    cell: 'text',
    serviceLevel: 'decimal',
    rule: 'reorderRule',
  },
  keys: ['sku', 'quantity'],
  companions: { price: 'currency', total: 'currency' },
  /** Without a question, what is due. */
  open(db, input) {
    const rows = rowsOf(db, input)
    return { total: rows.length, groups: [{ rows, done: rows.length }] }
  },
}

function rowsOf(db: ReadDb, { replenishment, only }: ExportInput): ExportRow[] {
  const named = only && new Set('ids' in only ? only.ids : only.except)
  const lines = replenishmentLines(db, replenishment ?? replenishmentInput.parse({})).filter(
    ({ productId }) => !only || named?.has(productId) === 'ids' in only,
  )
  const suppliers = supplierNames(db)
  // Each supplier's lines together, as they are ordered.
  return [...Map.groupBy(lines, ({ supplierId }) => supplierId).values()]
    .flat()
    .map((line) => rowOf(line, suppliers.get(line.supplierId)?.supplier ?? ''))
}

function rowOf(line: ReplenishmentLine, supplier: string): ExportRow {
  const { steps, missing, warnings, notes, leadTime, forecast, ...plain } = line
  return {
    ...plain,
    supplier,
    currency: line.currency ?? '',
    cell: line.cell === 'unclassified' ? '' : line.cell,
    coverDays: rounded(line.coverDays, 1),
    dailyDemand: rounded(line.dailyDemand, 3),
    leadTimeDays: rounded(leadTime?.meanDays ?? null, 1),
    serviceLevel: new Decimal(line.serviceLevel).times(100).toFixed(),
    weightKg: inLarger(line.weightGrams, 1000),
    volumeM3: inLarger(line.volumeMm3, 1e9),
  }
}

function rounded(value: number | null, places: number): number | null {
  return value === null ? null : Number(value.toFixed(places))
}

function inLarger(value: number | null, size: number): string | null {
  return value === null ? null : new Decimal(value).div(size).round(3, 1).toFixed()
}
