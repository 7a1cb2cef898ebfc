// What the score of suppliers is told: criteria with weights and targets, grades with what follows from them, and how few
// and old cases count. Each is one setting of buying (supply-settings.ts), set whole.
import { z } from 'zod'
import { lineField } from '#shared/schemas/fields.ts'

/** Figures that are measured from the data and may be a criterion. */
const scoredFigures = [
  'onTimeRate',
  'inFullRate',
  'otifRate',
  'onTimeQtyRate',
  'ppm',
  'rejectRate',
  'fillRate',
  'acceptRate',
  'leadTimeMean',
  'leadTimeCv',
  'priceVariance',
  'marketVariance',
  'answerHours',
  'unansweredRate',
  'paperErrorRate',
  'claimRate',
  'cancelledRate',
] as const
export type ScoredFigure = (typeof scoredFigures)[number]

/** What people judge by hand, 0 to 100. */
export const judgedDimensions = [
  'capacity',
  'quality',
  'price',
  'delivery',
  'reputation',
  'trade_policy',
  'service',
] as const
export type JudgedDimension = (typeof judgedDimensions)[number]

export const criterionSources = [
  ...scoredFigures,
  ...judgedDimensions.map((name) => `judged.${name}` as const),
] as const
export type CriterionSource = (typeof criterionSources)[number]

/** Where what people judged stands on the scale of its criterion: as it is. */
export const judgedScale = { floor: 0, target: 100 }

const criterion = z
  .object({
    /** The seller's own word for it; empty: as its source is called. */
    title: lineField(60),
    source: z.enum(criterionSources),
    /** Any unit: only their proportions count. */
    weight: z.number().min(0).max(1_000_000),
    /** The value that scores 0 and the one that scores 100; where less is better the floor is the larger one. */
    floor: z.number().min(-1e9).max(1e9),
    target: z.number().min(-1e9).max(1e9),
  })
  .refine(({ floor, target }) => floor !== target, { message: 'same_limits', path: ['target'] })
export type Criterion = z.output<typeof criterion>

export const criterionTemplates = ['trade_buyer', 'quality_first', 'price_first', 'even'] as const
export type CriterionTemplate = (typeof criterionTemplates)[number]

/** How much more one criterion matters than another, both ways: the entry of (b, a) is one over that of (a, b). */
export const pairwiseField = z
  .array(z.array(z.number().gt(0).max(1e6)).min(1).max(20))
  .min(1)
  .max(20)

export const criteriaField = z
  .object({
    list: z.array(criterion).min(1).max(20),
    /** The pairwise comparison that the weights were taken from, in the order of the list; null: given by hand. */
    pairwise: pairwiseField.nullable().default(null),
  })
  .refine(({ list }) => list.some(({ weight }) => weight > 0), { message: 'no_weight', path: ['list'] })
  .refine(({ list }) => new Set(list.map(({ source }) => source)).size === list.length, {
    message: 'twice',
    path: ['list'],
  })
  .refine(({ list, pairwise }) => pairwise === null || pairwise.length === list.length, {
    message: 'pairwise_size',
    path: ['pairwise'],
  })
export type CriteriaSetting = z.output<typeof criteriaField>

/** To start from; the seller changes them. Rates are shares, variances shares of the agreed or market price. */
export const templateCriteria: Readonly<Record<CriterionTemplate, readonly Criterion[]>> = {
  trade_buyer: weighted([25, 10, 20, 15, 10, 10, 10]),
  quality_first: weighted([20, 10, 40, 5, 5, 15, 5]),
  price_first: weighted([15, 10, 15, 40, 10, 5, 5]),
  even: weighted([1, 1, 1, 1, 1, 1, 1]),
}

function weighted(weights: readonly number[]): Criterion[] {
  const usual = [
    { source: 'onTimeRate', floor: 0.7, target: 1 },
    { source: 'inFullRate', floor: 0.8, target: 1 },
    { source: 'ppm', floor: 20_000, target: 0 },
    { source: 'marketVariance', floor: 0.15, target: -0.05 },
    { source: 'answerHours', floor: 96, target: 12 },
    { source: 'judged.quality', ...judgedScale },
    { source: 'judged.service', ...judgedScale },
  ] as const
  return usual.map((one, index) => ({ ...one, title: '', weight: weights[index] ?? 0 }))
}

export const gradeNames = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof gradeNames)[number]

export const consequences = ['none', 'warn', 'block'] as const
export type Consequence = (typeof consequences)[number]

const follows = (requests: Consequence, orders: Consequence) =>
  z
    .object({ requests: z.enum(consequences).default(requests), orders: z.enum(consequences).default(orders) })
    .prefault({})

const limit = (usual: number) => z.number().min(0).max(100).default(usual)

export const gradesField = z
  .object({
    /** From this score on; below the last one is D. */
    from: z.object({ A: limit(85), B: limit(70), C: limit(55) }).prefault({}),
    /** What a grade does to requests for quotation and to purchase orders. */
    follows: z
      .object({
        A: follows('none', 'none'),
        B: follows('none', 'none'),
        C: follows('none', 'warn'),
        D: follows('warn', 'block'),
      })
      .prefault({}),
    /** A score of which less than this share of the weights could be scored gives no grade. */
    leastCoverage: z.number().min(0).max(1).default(0),
  })
  .refine(({ from }) => from.A > from.B && from.B > from.C, { message: 'grade_order', path: ['from'] })
export type GradesSetting = z.output<typeof gradesField>

export const scoringField = z.object({
  /** Days after the promised one that still count as on time. */
  graceDays: z.number().int().min(0).max(365).default(0),
  /** So much less than was ordered still counts as all of it. */
  underTolerance: z.number().min(0).lt(1).default(0),
  /** With n cases a score counts n/(n+k) and the mean of the peers the rest; 0: no pull. */
  shrinkage: z.number().min(0).max(1000).default(5),
  /** After so many days a case counts half; null: old and new count alike. */
  halfLifeDays: z.number().min(1).max(3650).nullable().default(180),
  /** Complete months that a score looks back on. */
  windowMonths: z.number().int().min(1).max(120).default(12),
  /** From this share of a product's purchases on it hangs on one supplier, */
  singleSourceShare: z.number().gt(0).max(1).default(0.8),
  /** which is told of products that are at least this share of all purchases. */
  singleSourceLeast: z.number().min(0).max(1).default(0.05),
})
export type ScoringSetting = z.output<typeof scoringField>

/** The keys of `supply_settings` that scores use. */
export const scoreSettings = {
  criteria: criteriaField.prefault({ list: [...templateCriteria.trade_buyer] }),
  grades: gradesField.prefault({}),
  scoring: scoringField.prefault({}),
} as const
