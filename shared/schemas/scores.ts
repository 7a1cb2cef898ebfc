// How suppliers perform, as it travels: figures measured from purchase orders and receipts, and the score made of them and of
// what was judged (score-records.ts). A figure that does not exist is null, and `reasons` says why.
import { z } from 'zod'
import { dayField, idField, inDayOrder } from '#shared/schemas/fields.ts'
import { purchaseModes } from '#shared/schemas/purchases.ts'
import type { Decision, GradeException, Judgement, KeptScore, MayBuy, Proposal } from '#shared/schemas/score-records.ts'
import {
  type CriteriaSetting,
  type Criterion,
  type CriterionTemplate,
  criteriaField,
  type Grade,
  type GradesSetting,
  gradesField,
  type ScoringSetting,
  scoringField,
} from '#shared/schemas/score-settings.ts'

const boardGroups = ['supplier', 'product', 'mode', 'country'] as const
export type BoardGroup = (typeof boardGroups)[number]

const settingsOnTrial = z
  .object({ criteria: criteriaField.optional(), grades: gradesField.optional(), scoring: scoringField.optional() })
  .optional()

const question = z.object({
  /** A line belongs to a window by the day it is promised for, or by the order's day where nothing was promised. */
  from: dayField.optional(),
  to: dayField.optional(),
  /** What had come by this day; today when left out. */
  asOf: dayField.optional(),
  /** As scoring is set when left out. */
  graceDays: z.number().int().min(0).max(365).optional(),
  underTolerance: z.number().min(0).lt(1).optional(),
  productId: idField.optional(),
  categoryId: idField.optional(),
  mode: z.enum(purchaseModes).optional(),
  /** The country that the goods go to. */
  country: z.string().max(2).optional(),
  /** Settings tried out instead of those that hold. */
  trial: settingsOnTrial,
})

export const scoreboardInput = question
  .extend({
    supplierIds: z.array(idField).max(5000).optional(),
    groupBy: z.enum(boardGroups).default('supplier'),
  })
  .refine(inDayOrder.check, inDayOrder.problem)
export type ScoreboardInput = z.output<typeof scoreboardInput>
export type ScoreQuestion = z.output<typeof question>

/** What was asked, with what was left out filled in. */
export type AnsweredQuestion = {
  from: string | null
  to: string | null
  asOf: string
  graceDays: number
  underTolerance: number
}

/** Figures that may be null, each with its reason. Rates and variances are shares of 1. */
export const figureNames = [
  'onTimeRate',
  'inFullRate',
  'otifRate',
  'onTimeQtyRate',
  'ppm',
  'rejectRate',
  'fillRate',
  'acceptRate',
  'leadTimeMean',
  'leadTimeSd',
  'leadTimeCv',
  'spend',
  'spendShare',
  'priceVariance',
  'marketVariance',
  'answerHours',
  'unansweredRate',
  'paperErrorRate',
  'claimRate',
  'cancelledRate',
] as const
export type FigureName = (typeof figureNames)[number]

const noDataReasons = [
  'no-lines',
  'no-lines-due',
  'no-receipt-days',
  'no-receipt-quantities',
  'no-reject-figures',
  'history-only',
  'nothing-ordered',
  'nothing-received',
  'no-complete-lines',
  'one-line-only',
  'same-day',
  'no-rate',
  'no-offers',
  'no-other-offers',
  'no-requests',
  'no-answers',
  'no-orders',
  'by-supplier-only',
  'own-place',
  'no-judgement',
] as const
export type NoDataReason = (typeof noDataReasons)[number]

/** Each null where there is nothing to measure. Rates are shares of 1; lead times in days. */
export type PurchaseMetrics = {
  onTimeRate: number | null
  inFullRate: number | null
  otifRate: number | null
  /** Share of the quantity due that came in time. */
  onTimeQtyRate: number | null
  ppm: number | null
  rejectRate: number | null
  fillRate: number | null
  acceptRate: number | null
  /** Days from the order to the receipt that completes a line, of complete lines. */
  leadTimeMean: number | null
  leadTimeSd: number | null
  leadTimeCv: number | null
}

export type SupplierFigures = PurchaseMetrics & {
  /** Lines and orders of the window; drafts, and what was cancelled before anything came, are none. */
  lines: number
  orders: number
  /** Promised for a day up to `asOf`; of them those of orders whose receipts have days, and those whose quantities are known. */
  linesDue: number
  linesTimed: number
  linesCounted: number
  onTime: number
  inFull: number
  otif: number
  leadTimeN: number
  /** Base currency without the VAT that comes back, decimal text; of the lines that have an amount there. */
  spend: string | null
  spendShare: number | null
  linesWithoutRate: number
  /** What was paid beyond the agreed price (above 0: more), as a share and in base currency. */
  priceVariance: number | null
  priceVarianceAmount: string | null
  marketVariance: number | null
  answerHours: number | null
  unansweredRate: number | null
  unanswered: number
  paperErrorRate: number | null
  paperErrors: number
  claimRate: number | null
  claims: number
  cancelledRate: number | null
  cancelledOrders: number
  reasons: Partial<Record<FigureName, NoDataReason>>
  /** Of how many lines, pieces of goods, answers or orders each figure is. */
  n: Partial<Record<FigureName, number>>
}

export type BoardRow = SupplierFigures & {
  /** What the row is of; supplierId is null where it is grouped by something else. */
  key: string
  supplierId: number | null
  code: string
  name: string
  nameZh: string
  country: string
  kind: string
  status: string
  productId: number | null
  mode: string
  /** 0 to 100; null: nothing could be scored. `ownScore` is before the pull towards the peers. */
  score: number | null
  ownScore: number | null
  coverage: number
  cases: number
  rank: number | null
  /** By this score; and the one of the newest kept period, which holds. */
  grade: Grade | null
  heldGrade: Grade | null
  /** Scores of the kept periods, the oldest first. */
  trend: (number | null)[]
}

export type ScoreBoard = {
  question: AnsweredQuestion
  groupBy: BoardGroup
  currency: string
  rows: BoardRow[]
  /** Of all rows together: what a share of spend is of; lines that no rate turned into base currency. */
  spend: string
  linesWithoutRate: number
  linesWithoutReceiptDays: number
  /** Nobody wrote down how much came in; and where that is known, not what of it was rejected. */
  linesWithoutQuantities: number
  linesWithoutRejects: number
  /** The last period kept. */
  kept: { id: number; madeOn: string; from: string; to: string } | null
}

/** How one criterion was scored: its value, the score by floor and target, and that after the pull towards the peers. */
export type CriterionScore = Criterion & {
  value: number | null
  /** With recent lines counting more; what is scored. */
  weightedValue: number | null
  reason: NoDataReason | null
  n: number
  own: number | null
  peers: number | null
  /** n/(n+k): what of the score is the supplier's own. */
  ownShare: number
  score: number | null
}

export const scorecardInput = question.extend({ supplierId: idField }).refine(inDayOrder.check, inDayOrder.problem)
export type ScorecardInput = z.output<typeof scorecardInput>

/** A kept period with what was measured then. */
export type KeptFigures = KeptScore & { figures: Partial<Record<FigureName, number | string | null>> }

export type ScoreCard = {
  question: AnsweredQuestion
  currency: string
  row: BoardRow
  criteria: CriterionScore[]
  /** How many suppliers were ranked. */
  ranked: number
  shrinkage: number
  halfLifeDays: number | null
  judgements: Judgement[]
  kept: KeptFigures[]
  exceptions: GradeException[]
  proposal: Proposal
  decisions: Decision[]
  mayOrder: MayBuy
  mayAsk: MayBuy
}

export const compareScoresInput = question
  .extend({ supplierIds: z.array(idField).min(1).max(5) })
  .refine(inDayOrder.check, inDayOrder.problem)
export type CompareScoresInput = z.output<typeof compareScoresInput>
export type ScoresCompared = {
  question: AnsweredQuestion
  currency: string
  suppliers: { row: BoardRow; criteria: CriterionScore[] }[]
}

export type Quadrant = 'strategic' | 'develop' | 'grow' | 'replaceable'

export const quadrantInput = question
  .extend({
    /** Base currency; left out: what splits the spend 80 to 20. */
    spendLimit: z.string().max(40).optional(),
    /** Left out: from where on grade B is given. */
    scoreLimit: z.number().min(0).max(100).optional(),
  })
  .refine(inDayOrder.check, inDayOrder.problem)
export type QuadrantInput = z.output<typeof quadrantInput>
export type QuadrantResult = {
  question: AnsweredQuestion
  currency: string
  spendLimit: string
  scoreLimit: number
  points: {
    supplierId: number
    code: string
    name: string
    nameZh: string
    spend: string
    score: number
    grade: Grade | null
    quadrant: Quadrant
  }[]
  /** Suppliers without a score or without spend are not on the chart. */
  leftOut: number
}

export const figureLinesInput = question
  .extend({
    supplierId: idField,
    figure: z.enum(figureNames),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(1000).default(100),
  })
  .refine(inDayOrder.check, inDayOrder.problem)
export type FigureLinesInput = z.output<typeof figureLinesInput>

/** A line of a purchase order and what became of it. Null: it does not count there. */
export type FigureLine = {
  lineId: number
  orderId: number
  number: string
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  orderedOn: string
  dueOn: string | null
  ordered: number
  received: number
  rejected: number
  lastReceivedOn: string | null
  completedOn: string | null
  isDue: boolean
  /** Its order has receipt days. */
  isTimed: boolean
  onTime: boolean | null
  inFull: boolean | null
  receivedInTime: number | null
  leadDays: number | null
  /** Base currency. */
  amount: string | null
  agreedAmount: string | null
  marketAmount: string | null
  /** How much it counts beside one of today, by the half-life. */
  weight: number
}

export type FigureLines = {
  question: AnsweredQuestion
  currency: string
  figure: FigureName
  value: number | string | null
  reason: NoDataReason | null
  total: number
} & (
  | { of: 'lines'; rows: FigureLine[] }
  | {
      of: 'orders'
      rows: {
        /** Null: claims of no order. */
        orderId: number | null
        number: string
        orderedOn: string
        isCancelled: boolean
        /** One of the orders that the rate is of; else only claims of these days are of it. */
        isCounted: boolean
        claims: number
        paperErrors: number
      }[]
    }
  | {
      of: 'answers'
      rows: { requestId: number; number: string; sentAt: number; answeredAt: number | null; hours: number | null }[]
    }
)

export type ScoreSettings = {
  criteria: CriteriaSetting
  grades: GradesSetting
  scoring: ScoringSetting
  templates: Record<CriterionTemplate, Criterion[]>
}

export const previewGradesInput = question.required({ trial: true }).refine(inDayOrder.check, inDayOrder.problem)
export type GradePreview = {
  supplierId: number
  code: string
  name: string
  nameZh: string
  before: { score: number | null; grade: Grade | null; rank: number | null }
  after: { score: number | null; grade: Grade | null; rank: number | null }
}[]
