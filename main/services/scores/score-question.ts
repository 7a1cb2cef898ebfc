// What a score board is asked: what the caller left out is as scoring is set, settings on trial go before those that hold.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { CriteriaSetting, GradesSetting, ScoringSetting } from '#shared/schemas/score-settings.ts'
import type { AnsweredQuestion, BoardGroup, ScoreQuestion } from '#shared/schemas/scores.ts'

export type FullQuestion = {
  from: Day | undefined
  to: Day | undefined
  asOf: Day
  graceDays: number
  underTolerance: number
  productId?: Id | undefined
  categoryId?: Id | undefined
  mode?: string | undefined
  country?: string | undefined
  /** Only lines of these; null: of all. */
  supplierIds: readonly Id[] | null
  groupBy: BoardGroup
  criteria: CriteriaSetting
  grades: GradesSetting
  scoring: ScoringSetting
}

type Grouped = { groupBy?: BoardGroup; supplierIds?: readonly Id[] | undefined }

export function fullQuestion(db: ReadDb, asked: ScoreQuestion & Grouped): FullQuestion {
  const scoring = asked.trial?.scoring ?? supplySetting(db, 'scoring')
  return {
    from: asked.from,
    to: asked.to,
    asOf: asked.asOf ?? bookToday(db, db.now),
    graceDays: asked.graceDays ?? scoring.graceDays,
    underTolerance: asked.underTolerance ?? scoring.underTolerance,
    productId: asked.productId,
    categoryId: asked.categoryId,
    mode: asked.mode,
    country: asked.country,
    supplierIds: asked.supplierIds ?? null,
    groupBy: asked.groupBy ?? 'supplier',
    criteria: asked.trial?.criteria ?? supplySetting(db, 'criteria'),
    grades: asked.trial?.grades ?? supplySetting(db, 'grades'),
    scoring,
  }
}

export function answeredQuestion({ from, to, asOf, graceDays, underTolerance }: FullQuestion): AnsweredQuestion {
  return { from: from ?? null, to: to ?? null, asOf, graceDays, underTolerance }
}

/** Whether only some of what a supplier sold is looked at: then suppliers without such lines are none of the answer. */
export function isNarrowed({ productId, categoryId, mode, country }: FullQuestion): boolean {
  return productId !== undefined || categoryId !== undefined || mode !== undefined || country !== undefined
}
