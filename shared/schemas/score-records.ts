// What people and periods leave behind of suppliers: whether they may be bought from, what was judged, kept, excepted and
// decided, and the weights that pairwise comparison gives.
import { z } from 'zod'
import { dayField, idField, inDayOrder, lineField, noteField } from '#shared/schemas/fields.ts'
import { type Grade, type JudgedDimension, judgedDimensions, pairwiseField } from '#shared/schemas/score-settings.ts'
import { taskInput } from '#shared/schemas/tasks.ts'

export type MayBuyReason =
  | { code: 'status-blocked' | 'status-on-hold' | 'status-candidate' }
  | { code: 'grade'; grade: Grade; runId: number }
  | { code: 'grade-excepted'; grade: Grade; until: string; reason: string }
export type MayBuy = { verdict: 'ok' | 'warn' | 'block'; reasons: MayBuyReason[] }

export const mayBuyInput = z.object({
  supplierId: idField,
  /** Today when left out. */
  on: dayField.optional(),
  what: z.enum(['orders', 'requests']).default('orders'),
})

export type Judgement = {
  id: number
  dimension: JudgedDimension
  score: number
  judgedOn: string
  personId: number | null
  person: string
  personZh: string
  note: string
}

export type KeptScore = {
  runId: number
  madeOn: string
  from: string
  to: string
  score: number | null
  ownScore: number | null
  rank: number | null
  grade: Grade | null
  previousGrade: Grade | null
  cases: number
  coverage: number | null
}

export type GradeException = {
  id: number
  reason: string
  givenOn: string
  untilOn: string
  personId: number | null
  person: string
  personZh: string
}

export const decisionKinds = ['grow', 'keep', 'improve', 'replace'] as const
export type DecisionKind = (typeof decisionKinds)[number]

const proposalReasons = [
  'grade-top',
  'grade-good',
  'grade-weak',
  'grade-bad',
  'bad-again',
  'rising',
  'falling',
  'steady',
  'large-share',
  'small-share',
  'few-cases',
] as const
export type ProposalReason = (typeof proposalReasons)[number]
/** What the figures suggest; null: there is no grade to go by. */
export type Proposal = { decision: DecisionKind | null; reasons: ProposalReason[] }

export type Decision = {
  id: number
  supplierId: number
  supplier: string
  supplierZh: string
  runId: number | null
  proposed: DecisionKind | ''
  decided: DecisionKind
  decidedOn: string
  personId: number | null
  person: string
  personZh: string
  note: string
  archived: boolean
  actions: { id: number; title: string; dueOn: string | null; status: string; personId: number | null }[]
}

export const ahpInput = z.object({ matrix: pairwiseField })
/** `bad`: CR above 0.10, the comparisons contradict one another. */
export type AhpAnswer =
  | {
      status: 'ok'
      weights: number[]
      lambdaMax: number
      ci: number
      /** Null beyond ten criteria. */
      cr: number | null
      verdict: 'consistent' | 'acceptable' | 'bad' | 'unknown'
    }
  | { status: 'invalid'; reason: 'not-square' | 'not-positive' | 'not-reciprocal' }

export const judgementInput = z.object({
  supplierId: idField,
  dimension: z.enum(judgedDimensions),
  score: z.number().int().min(0).max(100),
  judgedOn: dayField,
  /** Who judged; whoever works at this machine when left out. */
  personId: idField.nullable().optional(),
  note: noteField,
})
export type JudgementInput = z.output<typeof judgementInput>

export const editJudgementInput = z.object({ id: idField, judgement: judgementInput })

export const exceptionInput = z
  .object({
    supplierId: idField,
    reason: lineField(500).refine((text) => text !== '', 'required'),
    givenOn: dayField,
    untilOn: dayField,
  })
  .refine(({ givenOn, untilOn }) => givenOn <= untilOn, { message: 'day_order', path: ['untilOn'] })
export type ExceptionInput = z.output<typeof exceptionInput>

export const keepPeriodInput = z
  .object({ from: dayField, to: dayField, asOf: dayField.optional(), note: lineField(500) })
  .refine(inDayOrder.check, inDayOrder.problem)
export type KeepPeriodInput = z.output<typeof keepPeriodInput>

export type ScoreRun = {
  id: number
  madeOn: string
  from: string
  to: string
  asOf: string
  note: string
  personId: number | null
  person: string
  personZh: string
  suppliers: number
  /** Suppliers by grade, and those whose grade is another than before. */
  grades: Partial<Record<Grade, number>>
  changed: number
}
export type ScoreRunItem = KeptScore & { supplierId: number; code: string; name: string; nameZh: string }
/** The window that would be kept next; `isKept`: there is a period up to this day already. */
export type PeriodProposal = { from: string; to: string; isKept: boolean; lastKept: string | null }

export const decideInput = z.object({
  supplierId: idField,
  decided: z.enum(decisionKinds),
  decidedOn: dayField,
  note: noteField,
  /** What the seller was shown; worked out over the usual period when left out. */
  proposed: z.enum(['', ...decisionKinds]).optional(),
  /** What is to be done, by when and by whom: tasks on the decision. */
  actions: z
    .array(
      z.object({
        title: taskInput.shape.title,
        dueOn: dayField.nullable().default(null),
        personId: idField.nullable().default(null),
      }),
    )
    .max(50)
    .default([]),
})
export type DecideInput = z.output<typeof decideInput>
export const editDecisionInput = z.object({
  id: idField,
  decided: z.enum(decisionKinds),
  decidedOn: dayField,
  note: noteField,
})

export const decisionsInput = z.object({
  /** One alone, archived or not. */
  id: idField.optional(),
  supplierId: idField.optional(),
  /** Only those with actions that wait. */
  open: z.boolean().default(false),
  archived: z.boolean().default(false),
})
