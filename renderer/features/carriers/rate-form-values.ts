// A rate table as its form holds it: rows of weights with a cell for each zone, and surcharges.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import {
  type CarrierService,
  type RateRow,
  type RateTable,
  type RateTableInput,
  rateTableInput,
  type SurchargeKind,
} from '#shared/schemas/carriers.ts'
import { type GridZone, rateGrid, readCell } from './rate-grid.ts'

export type RateRowForm = {
  key: string
  over: string
  upTo: string
  step: string
  minimumTons: string
  cells: string[]
}

export type SurchargeForm = {
  key: string
  id: number | null
  kind: SurchargeKind
  name: string
  percent: string
  perShipment: string
  perPiece: string
  perKg: string
  zoneId: string
  onRequest: boolean
  validFrom: string
  validTo: string
}

export type RateForm = {
  name: string
  currency: string
  validFrom: string
  validTo: string
  minimum: string
  note: string
  endsPrevious: boolean
  columns: GridZone[]
  rows: RateRowForm[]
  surcharges: SurchargeForm[]
}

/** A row for usual weights stands ready; of revenue tons it holds for all of them. */
export function newRateForm(
  service: CarrierService,
  { today, currency }: { today: string; currency: string },
): RateForm {
  const { columns } = rateGrid([], service.zones)
  return {
    ...{ name: '', currency, validFrom: today, validTo: '', minimum: '', note: '' },
    endsPrevious: service.tables.some(({ validTo }) => validTo === null),
    columns,
    rows: [newRow(columns.length, '0')],
    surcharges: [],
  }
}

/** `asNew`: its prices for a table of its own that begins later. */
export function rateTableToForm(table: RateTable, service: CarrierService, asNew: string | null): RateForm {
  const { columns, rows } = withEmptyRow(rateGrid(table.rates, service.zones))
  const { name, currency, note } = table
  return {
    ...{ name, currency, note, columns, rows },
    validFrom: asNew ?? table.validFrom,
    validTo: asNew === null ? (table.validTo ?? '') : '',
    minimum: Number(table.minimum) > 0 ? table.minimum : '',
    endsPrevious: asNew !== null,
    surcharges: table.surcharges.map((one) => ({
      ...{ key: String(one.id), id: asNew === null ? one.id : null, kind: one.kind, name: one.name },
      percent: one.percent > 0 ? numberToText(one.percent, 'percent') : '',
      ...{ perShipment: blank(one.perShipment), perPiece: blank(one.perPiece), perKg: blank(one.perKg) },
      ...{ zoneId: one.zoneId === null ? '' : String(one.zoneId), onRequest: one.onRequest },
      ...{ validFrom: one.validFrom ?? '', validTo: one.validTo ?? '' },
    })),
  }
}

const blank = (amount: string) => (Number(amount) > 0 ? amount : '')

function withEmptyRow({ columns, rows }: ReturnType<typeof rateGrid>): Pick<RateForm, 'columns' | 'rows'> {
  if (rows.length === 0) return { columns, rows: [newRow(columns.length, '0')] }
  return { columns, rows: rows.map(({ key, ...row }) => rowOf(key, row)) }
}

function rowOf(key: string, row: Omit<ReturnType<typeof rateGrid>['rows'][number], 'key'>): RateRowForm {
  return {
    key,
    over: numberToText(row.overGrams, 'kg'),
    upTo: numberToText(row.upToGrams, 'kg'),
    step: numberToText(row.stepGrams, 'kg'),
    minimumTons: numberToText(row.minimumTons, 'quantity'),
    cells: row.cells,
  }
}

export function newRow(cells: number, over: string): RateRowForm {
  return {
    key: crypto.randomUUID(),
    over,
    upTo: '',
    step: '',
    minimumTons: '',
    cells: Array.from({ length: cells }, () => ''),
  }
}

export function newSurcharge(): SurchargeForm {
  return {
    ...{ key: crypto.randomUUID(), id: null, kind: 'fuel' as const, name: '', percent: '' },
    ...{ perShipment: '', perPiece: '', perKg: '', zoneId: '', onRequest: false, validFrom: '', validTo: '' },
  }
}

/** The rows of a grid that was pasted, in the place of those that stand there. */
export function pastedRows(rates: readonly RateRow[], service: CarrierService): Pick<RateForm, 'columns' | 'rows'> {
  return withEmptyRow(rateGrid(rates, service.zones))
}

type Reading = FormReading<{ table: RateTableInput; endsPrevious: boolean }>

export function readRateForm(form: RateForm, isByTons: boolean): Reading {
  const reader = newFieldReader()
  const written = form.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.cells.some((cell) => cell.trim() !== ''))
  const rates = written.flatMap(({ row, index }) => ratesOf(form, { row, index, isByTons }, reader))
  const table = parseFields(rateTableInput, {
    ...{ name: form.name, currency: form.currency, note: form.note },
    validFrom: typedDay(form.validFrom),
    validTo: typedDay(form.validTo) || null,
    minimum: typedDecimal(form.minimum) || '0',
    rates: rates.map(({ rate }) => rate),
    surcharges: form.surcharges.map((one, index) => ({
      ...{ id: one.id, kind: one.kind, name: one.name, onRequest: one.onRequest },
      percent: reader.number(`surcharges.${index}.percent`, one.percent, 'percent') ?? 0,
      perShipment: typedDecimal(one.perShipment) || '0',
      perPiece: typedDecimal(one.perPiece) || '0',
      perKg: typedDecimal(one.perKg) || '0',
      zoneId: one.zoneId === '' ? null : Number(one.zoneId),
      validFrom: typedDay(one.validFrom) || null,
      validTo: typedDay(one.validTo) || null,
    })),
  })
  const refused = table.ok ? {} : atCells(table.problems, rates)
  const problems = { ...refused, ...reader.problems }
  return table.ok && Object.keys(problems).length === 0
    ? { ok: true, value: { table: table.value, endsPrevious: form.endsPrevious } }
    : { ok: false, problems }
}

type Written = { row: RateRowForm; index: number; isByTons: boolean }
type PlacedRate = { rate: unknown; row: number; cell: number }

function ratesOf(
  form: RateForm,
  { row, index, isByTons }: Written,
  reader: ReturnType<typeof newFieldReader>,
): PlacedRate[] {
  const path = (name: string) => `rows.${index}.${name}`
  const weights = {
    overGrams: reader.number(path('over'), row.over, 'kg') ?? 0,
    upToGrams: reader.number(path('upTo'), row.upTo, 'kg'),
    stepGrams: isByTons ? null : reader.number(path('step'), row.step, 'kg'),
    minimumTons: isByTons ? reader.number(path('minimumTons'), row.minimumTons, 'quantity') : null,
  }
  return form.columns.flatMap(({ zoneId }, cell): PlacedRate[] => {
    const price = readCell(row.cells[cell] ?? '', weights.stepGrams !== null)
    if (price === null) return []
    if ('problem' in price) {
      reader.problems[path(`cells.${cell}`)] = price.problem
      return []
    }
    const money = isByTons ? { ton: price.base, step: null } : { ...price, ton: null }
    return [{ rate: { zoneId, ...weights, ...money }, row: index, cell }]
  })
}

/** Problems of rates beside the cells, or the weights, that they are made of. */
export function atCells(problems: FieldProblems, rates: readonly Pick<PlacedRate, 'row' | 'cell'>[]): FieldProblems {
  const placed = Object.entries(problems).map(([path, code]) => {
    const [list, at, field = ''] = path.split('.')
    const rate = list === 'rates' ? rates[Number(at)] : undefined
    if (!rate) return [path, code]
    const weight = { overGrams: 'over', upToGrams: 'upTo', stepGrams: 'step', minimumTons: 'minimumTons' }[field]
    return [weight ? `rows.${rate.row}.${weight}` : `rows.${rate.row}.cells.${rate.cell}`, code]
  })
  return Object.fromEntries(placed)
}

/** The cells of the rates in the order in which they travel. */
export function placesOf(form: RateForm): Pick<PlacedRate, 'row' | 'cell'>[] {
  return form.rows.flatMap((row, index) =>
    form.columns.flatMap((_, cell) => ((row.cells[cell] ?? '').trim() === '' ? [] : [{ row: index, cell }])),
  )
}
