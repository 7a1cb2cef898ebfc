// A row of a rates file as rates: 1 `from` is `rate` of `to` on a day.
import type { Day } from '#shared/dates.ts'
import type { Rate } from '#shared/rates.ts'
import { isCurrency } from '#shared/reference/currencies.ts'
import type { CellValue, Expectation } from './cells/cell-value.ts'
import { columnReader } from './column-reader.ts'
import type { RatesLayout } from './guess-rates-layout.ts'
import { type MappingOptions, optionsForColumn } from './mapping.ts'

export interface RefusedCell {
  readonly column: string
  readonly value: string
  readonly expected: Expectation
}

export interface RatesRow {
  readonly rates: readonly Rate[]
  readonly refused: readonly RefusedCell[]
}

export interface RatesReading {
  readonly layout: RatesLayout
  readonly headers: readonly string[]
  readonly options: MappingOptions
  /** What the file does not say: the base of a wide file, the pair of a single one. */
  readonly pair?: { readonly from: string; readonly to?: string }
}

type Cells = readonly string[]
type Take = { rates: Rate[]; refused: RefusedCell[] }

/** Binds a reader to the layout. Cells without a rate (`N/A`, `-`, blank) are none; 0 is refused. */
export function ratesReader(reading: RatesReading): (cells: Cells) => RatesRow {
  const { layout } = reading
  const readRow = layout.form === 'wide' ? wideReader(layout, reading) : rowReader(layout, reading)
  return (cells) => {
    const take: Take = { rates: [], refused: [] }
    readRow(cells, take)
    return take
  }
}

type Wide = Extract<RatesLayout, { form: 'wide' }>

function wideReader(layout: Wide, reading: RatesReading): (cells: Cells, take: Take) => void {
  const from = reading.pair?.from ?? layout.base
  if (from === null || !isCurrency(from)) throw new RangeError('A rates file with a column per currency needs its base')
  const day = dayColumn(layout.on, reading)
  const columns = Object.entries(layout.currencies)
    .filter(([, to]) => to !== from)
    .map(([header, to]) => ({ to, read: rateColumn(header, reading) }))
  return (cells, take) => {
    const on = day(cells, take)
    if (on === null) return
    for (const { to, read } of columns) {
      const rate = read(cells, take)
      if (rate !== null && isCurrency(to)) take.rates.push({ from, to, rate, on })
    }
  }
}

type Rows = Exclude<RatesLayout, { form: 'wide' }>

function rowReader(layout: Rows, reading: RatesReading): (cells: Cells, take: Take) => void {
  const day = dayColumn(layout.columns.on, reading)
  const rateOf = rateColumn(layout.columns.rate, reading)
  const pairOf = layout.form === 'long' ? pairColumns(layout.columns, reading) : () => fixedPair(layout, reading)
  return (cells, take) => {
    const on = day(cells, take)
    const rate = rateOf(cells, take)
    const pair = pairOf(cells, take)
    if (on === null || rate === null || pair === null || pair.from === pair.to) return
    take.rates.push({ ...pair, rate, on })
  }
}

type Pair = { from: string; to: string }

function fixedPair(layout: Extract<RatesLayout, { form: 'single' }>, reading: RatesReading): Pair {
  const from = reading.pair?.from ?? layout.pair?.from
  const to = reading.pair?.to ?? layout.pair?.to
  if (from === undefined || to === undefined)
    throw new RangeError('A rates file of one column needs its pair of currencies')
  return { from, to }
}

function pairColumns(
  columns: { from: string; to: string },
  reading: RatesReading,
): (cells: Cells, take: Take) => Pair | null {
  const from = column<string>(columns.from, reading, 'currency')
  const to = column<string>(columns.to, reading, 'currency')
  return (cells, take) => {
    const pair = { from: from(cells, take), to: to(cells, take) }
    return pair.from === null || pair.to === null ? null : { from: pair.from, to: pair.to }
  }
}

function dayColumn(header: string, reading: RatesReading): (cells: Cells, take: Take) => Day | null {
  const read = column<Day>(header, reading, 'day')
  const at = reading.headers.indexOf(header)
  const expected = `day-${optionsForColumn(reading.options, header).dateOrder ?? 'ymd'}` as const
  return (cells, take) => {
    const day = read(cells, take)
    if (day === null && take.refused.length === 0)
      take.refused.push({ column: header, value: cells[at] ?? '', expected })
    return day
  }
}

function rateColumn(header: string, reading: RatesReading): (cells: Cells, take: Take) => string | null {
  return column<string>(header, reading, 'rate')
}

/** Reads one column of a row; what cannot be read is noted as refused. */
function column<V>(
  header: string,
  reading: RatesReading,
  type: 'day' | 'rate' | 'currency',
): (cells: Cells, take: Take) => V | null {
  const at = reading.headers.indexOf(header)
  const options = optionsForColumn(reading.options, header)
  const read = columnReader(type, { options, nullWords: 'empty', findCountry: () => null })
  return (cells, take) => {
    const value = cells[at] ?? ''
    const cell = read(value) as CellValue<V | null>
    if ('value' in cell) return cell.value
    take.refused.push({ column: header, value, expected: cell.expected })
    return null
  }
}
