// The ABC-XYZ analysis and its kept runs, as they travel.
import { z } from 'zod'
import { dayField, idField, lineField, planDayField } from '#shared/schemas/fields.ts'
import { type AbcClass, abcBases, insightFilterField } from '#shared/schemas/insights.ts'
import {
  classLimitsField,
  demandBases,
  kitCounts,
  type MatrixCellName,
  matrixCells,
  monthsField,
  periodKinds,
  variationLimitsField,
} from '#shared/schemas/planning.ts'

export type XyzClass = 'X' | 'Y' | 'Z'

/** What is not said is as planning is set. */
export const classesInput = z.object({
  basis: z.enum(abcBases).optional(),
  months: monthsField.optional(),
  period: z.enum(periodKinds).optional(),
  thresholds: classLimitsField.optional(),
  limits: variationLimitsField.optional(),
  kits: z.enum(kitCounts).optional(),
  filter: insightFilterField,
  /** Complete periods up to this day; today when left out. */
  on: planDayField.optional(),
})
export type ClassesInput = z.output<typeof classesInput>

/** The question with all that it was answered by; a kept run holds it. */
const classesQuestion = z.object({
  basis: z.enum(abcBases),
  months: monthsField,
  period: z.enum(periodKinds),
  thresholds: classLimitsField,
  limits: variationLimitsField,
  kits: z.enum(kitCounts),
  filter: insightFilterField,
  on: dayField,
  /** The days of the window, both included. */
  from: dayField,
  to: dayField,
  demandBasis: z.enum(demandBases),
  stockOutShare: z.number().nullable(),
  abcMargin: z.number(),
  xyzMargin: z.number(),
  runsInARow: z.number().nullable(),
  shieldDays: z.number(),
})
export type ClassesQuestion = z.output<typeof classesQuestion>

export const classReasons = [
  'first',
  'same',
  'beyond-margin',
  'repeated',
  'waiting',
  'within-margin',
  'new',
  'no-figures',
] as const
export type ClassReason = (typeof classReasons)[number]

export type ClassItem = {
  productId: number
  sku: string
  name: string
  nameZh: string
  /** Null where the basis has no figure for it: never sold, no cost, no rate. */
  rank: number | null
  value: string | number | null
  share: number
  /** Share of those before it; null as the rank. */
  shareBefore: number | null
  /** Periods that count, and the variation of demand over them; null where there is none. */
  periods: number
  cv: number | null
  /** What the figures alone say. */
  rawAbc: AbcClass | null
  rawXyz: XyzClass | null
  /** What holds, after the margin, the runs before and the shield of new products. */
  abc: AbcClass | null
  xyz: XyzClass | null
  abcReason: ClassReason
  xyzReason: ClassReason
  /** What held at the run before; null where there is none. */
  was: { abc: AbcClass | null; xyz: XyzClass | null } | null
}

export type CellFigure = { cell: MatrixCellName; items: number; share: number | null }

export type ClassesResult = {
  question: ClassesQuestion
  currency: string | null
  total: string | number
  /** Complete periods of the window. */
  periods: number
  cells: CellFigure[]
  items: ClassItem[]
  leftOut: { linesWithoutRate: number; productsWithoutCost: number }
  valuesDoNotDiffer: boolean
  /** The kept run before, with which this one is compared. */
  before: { id: number; madeOn: string } | null
  /** The last day on which anything was sold; null in a book without sales. */
  lastSoldOn: string | null
}

export const classItemInput = classesInput.extend({ productId: idField })

/** What stands behind one product's two classes. */
export type ClassItemDetail = {
  question: ClassesQuestion
  currency: string | null
  item: ClassItem | null
  sku: string
  name: string
  before: string | number | null
  total: string | number
  mean: number | null
  sd: number | null
  firstOn: string | null
  rows: { from: string; to: string; quantity: number; counts: boolean; daysOut: number | null; isOutOfStock: boolean }[]
}

export const keepClassesInput = classesInput.extend({ note: lineField(500) })

const cellCounts = z.partialRecord(z.enum(matrixCells), z.number())

/** `class_runs.parameters`. */
export const runParameters = z.object({
  question: classesQuestion,
  summary: z.object({ cells: cellCounts, moved: z.number() }),
})

export type ClassRun = {
  id: number
  madeOn: string
  note: string
  madeBy: string
  question: ClassesQuestion
  cells: Partial<Record<MatrixCellName, number>>
  products: number
  /** Products whose class is another than at the run before. */
  moved: number
}

export const compareRunsInput = z.object({ first: idField, second: idField })

type RunClass = { abc: AbcClass | null; xyz: XyzClass | null; cv: number | null; share: number | null }

export type RunsCompared = {
  first: ClassRun
  second: ClassRun
  /** Products whose class differs between the two; one that a run does not hold is null there. */
  moves: {
    productId: number
    sku: string
    name: string
    nameZh: string
    from: RunClass | null
    to: RunClass | null
    abcReason: ClassReason | null
    xyzReason: ClassReason | null
  }[]
}

/** One product's classes, the newest run first. */
export type ProductClass = {
  runId: number
  madeOn: string
  basis: ClassesQuestion['basis']
  isFiltered: boolean
  abc: AbcClass | null
  xyz: XyzClass | null
  rawAbc: AbcClass | null
  rawXyz: XyzClass | null
  abcReason: ClassReason | null
  xyzReason: ClassReason | null
  value: string | number | null
  currency: string | null
  cv: number | null
}
