// One supplier among the others: figures, how each criterion was scored, what was judged, kept and decided.
import type { ReadDb } from '#main/db/database.ts'
import { proposeDecision } from '#main/domain/suppliers/propose-decision.ts'
import { quadrantOf, usualSpendLimit } from '#main/domain/suppliers/quadrant.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { Board } from '#main/services/scores/board.ts'
import { decisionsOf } from '#main/services/scores/decision-queries.ts'
import { exceptionsOf } from '#main/services/scores/grade-exceptions.ts'
import { heldGrade } from '#main/services/scores/held-grades.ts'
import { judgementsOf } from '#main/services/scores/judgements.ts'
import { mayAskFrom, mayBuyFrom } from '#main/services/scores/may-buy.ts'
import { rankedSuppliers } from '#main/services/scores/ranked-suppliers.ts'
import { answeredQuestion } from '#main/services/scores/score-question.ts'
import { keptScores } from '#main/services/scores/score-run-queries.ts'
import { plainRow } from '#main/services/scores/scoreboard.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import type { Proposal } from '#shared/schemas/score-records.ts'
import type {
  CompareScoresInput,
  GradePreview,
  QuadrantInput,
  QuadrantResult,
  ScoreCard,
  ScorecardInput,
  ScoreQuestion,
  ScoresCompared,
} from '#shared/schemas/scores.ts'

export function scorecard(db: ReadDb, input: ScorecardInput): ScoreCard {
  const { supplierId } = input
  const { question, board, row: rowOf } = rankedSuppliers(db, input)
  const row = rowOf(supplierId)
  const today = bookToday(db, db.now)
  return {
    question: answeredQuestion(question),
    currency: board.currency,
    row: plainRow(row),
    criteria: row.criteria,
    ranked: board.rows.filter(({ rank }) => rank !== null).length,
    shrinkage: question.scoring.shrinkage,
    halfLifeDays: question.scoring.halfLifeDays,
    judgements: judgementsOf(db, supplierId),
    kept: keptScores(db, supplierId),
    exceptions: exceptionsOf(db, supplierId),
    proposal: proposalFor(db, supplierId, row),
    decisions: decisionsOf(db, { supplierId, open: false, archived: false }),
    mayOrder: mayBuyFrom(db, supplierId, today),
    mayAsk: mayAskFrom(db, supplierId, today),
  }
}

/** By the grade that holds, else by the one that the figures would give now. */
export function proposalFor(db: ReadDb, supplierId: Id, row: Board['rows'][number]): Proposal {
  const held = heldGrade(db, supplierId)
  const kept = keptScores(db, supplierId)
  return proposeDecision({
    grade: held?.grade ?? row.grade,
    previousGrade: held?.previous ?? null,
    scores: kept.length > 0 ? kept.map(({ score }) => score).reverse() : [row.score],
    spendShare: row.spendShare,
    cases: row.cases,
  })
}

/** Among all suppliers, not only those that are compared: a score is made among peers. */
export function compareScores(db: ReadDb, { supplierIds, ...asked }: CompareScoresInput): ScoresCompared {
  const { question, board, row } = rankedSuppliers(db, asked)
  return {
    question: answeredQuestion(question),
    currency: board.currency,
    suppliers: supplierIds.map((id) => {
      const found = row(id)
      return { row: plainRow(found), criteria: found.criteria }
    }),
  }
}

/** Spend and score of every supplier that has both. */
export function quadrant(db: ReadDb, input: QuadrantInput): QuadrantResult {
  const { question, board } = rankedSuppliers(db, input)
  const { currency } = board
  const ranked = board.rows.filter(({ rank }) => rank !== null)
  const shown = ranked.filter(({ spendMinor }) => spendMinor > 0)
  const limits = {
    spend:
      input.spendLimit === undefined
        ? usualSpendLimit(shown.map(({ spendMinor }) => spendMinor))
        : minorFromDecimal(input.spendLimit, currency),
    score: input.scoreLimit ?? question.grades.from.B,
  }
  return {
    question: answeredQuestion(question),
    currency,
    spendLimit: minorToDecimal(limits.spend, currency),
    scoreLimit: limits.score,
    points: shown.map((row) => ({
      supplierId: row.supplierId ?? 0,
      code: row.code,
      name: row.name,
      nameZh: row.nameZh,
      spend: minorToDecimal(row.spendMinor, currency),
      score: row.score ?? 0,
      grade: row.grade,
      quadrant: quadrantOf({ spend: row.spendMinor, score: row.score ?? 0 }, limits),
    })),
    leftOut: board.rows.filter(({ supplierId, lines }) => supplierId !== null && lines > 0).length - shown.length,
  }
}

/** What other settings would change: suppliers whose grade would be another, then the others, by name. */
export function previewGrades(db: ReadDb, input: ScoreQuestion): GradePreview {
  const before = rankedSuppliers(db, { ...input, trial: undefined })
  const after = rankedSuppliers(db, input)
  const byId = new Map(after.board.rows.map((row) => [row.supplierId, row]))
  const rows = before.board.rows.flatMap((row) => {
    const then = byId.get(row.supplierId)
    if (row.supplierId === null || !then || (row.rank === null && then.rank === null)) return []
    const standing = ({ score, grade, rank }: typeof row) => ({ score, grade, rank })
    const { supplierId, code, name, nameZh } = row
    return [{ supplierId, code, name, nameZh, before: standing(row), after: standing(then) }]
  })
  const isMoved = (row: GradePreview[number]) => (row.before.grade === row.after.grade ? 1 : 0)
  return rows.sort((one, other) => isMoved(one) - isMoved(other))
}
