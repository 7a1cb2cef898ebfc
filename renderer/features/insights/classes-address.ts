// The question of the ABC-XYZ screen as it stands in the address; what is not there is as planning is set.
import { type Day, isDay } from '#shared/dates.ts'
import { type AbcBasis, abcBases } from '#shared/schemas/insights.ts'
import { type MatrixCellName, matrixCells, periodKinds } from '#shared/schemas/planning.ts'
import { type FilterAddress, readFilterAddress } from './filter-address.ts'

export const monthChoices = [3, 6, 12, 18, 24, 36, 60] as const

const classViews = ['matrix', 'runs', 'rules'] as const
export type ClassView = (typeof classViews)[number]

export type ClassesAddress = FilterAddress & {
  basis?: AbcBasis
  months?: number
  period?: (typeof periodKinds)[number]
  on?: Day
  /** Limits of A and B in per cent, of X and Y as variations. */
  a?: number
  b?: number
  x?: number
  y?: number
  view?: Exclude<ClassView, 'matrix'>
  /** The cell whose products are shown, and the product that is explained. */
  cell?: MatrixCellName
  id?: number
  /** The runs that are compared. */
  first?: number
  second?: number
}

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readClassesAddress(raw: Record<string, unknown>): ClassesAddress {
  const view = classViews.find((one) => one === raw.view && one !== 'matrix')
  return {
    ...readFilterAddress(raw),
    ...one('basis', abcBases, raw),
    ...whole('months', 120, raw),
    ...one('period', periodKinds, raw),
    ...(typeof raw.on === 'string' && isDay(raw.on) && { on: raw.on }),
    ...pair(['a', 'b'], 100, raw),
    ...pair(['x', 'y'], 100, raw),
    ...(view && view !== 'matrix' && { view }),
    ...one('cell', matrixCells, raw),
    ...whole('id', Number.MAX_SAFE_INTEGER, raw),
    ...whole('first', Number.MAX_SAFE_INTEGER, raw),
    ...whole('second', Number.MAX_SAFE_INTEGER, raw),
  }
}

type Raw = Record<string, unknown>

function one<Key extends string, Value>(key: Key, values: readonly Value[], raw: Raw): { [K in Key]?: Value } {
  const value = values.find((candidate) => candidate === raw[key])
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value })
}

function whole<Key extends string>(key: Key, most: number, raw: Raw): { [K in Key]?: number } {
  const value = Number(raw[key])
  const isGood = raw[key] !== undefined && Number.isSafeInteger(value) && value > 0 && value <= most
  return isGood ? ({ [key]: value } as { [K in Key]?: number }) : {}
}

/** Two limits count only together, and in their order. */
function pair<Key extends string>([low, high]: readonly [Key, Key], most: number, raw: Raw): { [K in Key]?: number } {
  const [first, second] = [Number(raw[low]), Number(raw[high])]
  const isGood = raw[low] !== undefined && raw[high] !== undefined && first > 0 && first < second && second <= most
  return isGood ? ({ [low]: first, [high]: second } as { [K in Key]?: number }) : {}
}
