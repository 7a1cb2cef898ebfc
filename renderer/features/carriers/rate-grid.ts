// Rates of a table as a grid: weights down, zones across; a cell is `12.50`, or `12.50 + 1.20` where each further weight adds.
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { CarrierZone, RateRow } from '#shared/schemas/carriers.ts'

export type GridZone = { zoneId: number | null; name: string }
export type GridRow = Pick<RateRow, 'overGrams' | 'upToGrams' | 'stepGrams' | 'minimumTons'> & {
  key: string
  /** In the order of the columns; empty: no price. */
  cells: string[]
}

/** A column for each zone that has prices or could have some, and one for everywhere where that has any or is all there is. */
export function rateGrid(
  rates: readonly RateRow[],
  zones: readonly Pick<CarrierZone, 'id' | 'name'>[],
): { columns: GridZone[]; rows: GridRow[] } {
  const isAnywhere = zones.length === 0 || rates.some(({ zoneId }) => zoneId === null)
  const columns: GridZone[] = [
    ...zones.map(({ id, name }) => ({ zoneId: id, name })),
    ...(isAnywhere ? [{ zoneId: null, name: '' }] : []),
  ]
  const rows = Map.groupBy(rates, keyOf)
  const sorted = [...rows.entries()].sort(([, one], [, other]) => order(one[0]) - order(other[0]))
  return {
    columns,
    rows: sorted.map(([key, own]) => ({
      key,
      overGrams: own[0]?.overGrams ?? 0,
      upToGrams: own[0]?.upToGrams ?? null,
      stepGrams: own[0]?.stepGrams ?? null,
      minimumTons: own[0]?.minimumTons ?? null,
      cells: columns.map(({ zoneId }) => cellOf(own.find((rate) => rate.zoneId === zoneId))),
    })),
  }
}

function keyOf({ overGrams, upToGrams, stepGrams, minimumTons }: RateRow): string {
  return `${overGrams} ${upToGrams} ${stepGrams} ${minimumTons}`
}

function order(rate: RateRow | undefined): number {
  return rate?.overGrams ?? 0
}

function cellOf(rate: RateRow | undefined): string {
  if (!rate) return ''
  if (rate.ton !== null) return rate.ton
  return rate.step === null ? rate.base : `${rate.base} + ${rate.step}`
}

export type CellPrice = { base: string; step: string | null }

/** What was typed into a cell; null is empty, `problem` where it is no price. `+ 1.20` alone begins at nothing. */
export function readCell(text: string, hasStep: boolean): CellPrice | null | { problem: string } {
  const parts = text.normalize('NFKC').split('+').map(typedDecimal)
  if (parts.length === 1 && parts[0] === '') return null
  const [base = '', step] = parts
  const isPrice = (part: string) => isDecimal(part) && !part.startsWith('-')
  if (!hasStep) return step === undefined && isPrice(base) ? { base, step: null } : { problem: 'price_cell' }
  const first = base === '' ? '0' : base
  const isGood = step !== undefined && parts.length === 2 && isPrice(first) && isPrice(step)
  return isGood ? { base: first, step } : { problem: 'price_step_cell' }
}
