// The score board as it travels.
import type { ReadDb } from '#main/db/database.ts'
import { type Board, workOutBoard } from '#main/services/scores/board.ts'
import { newestRunFirst } from '#main/services/scores/held-grades.ts'
import { answeredQuestion, fullQuestion } from '#main/services/scores/score-question.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { BoardRow, ScoreBoard, ScoreboardInput } from '#shared/schemas/scores.ts'

/** Of all suppliers, even where only some are asked for: a score is made among peers. */
export function scoreboard(db: ReadDb, input: ScoreboardInput): ScoreBoard {
  const isBySupplier = input.groupBy === 'supplier'
  const wanted = input.supplierIds === undefined ? null : new Set(input.supplierIds)
  const question = fullQuestion(db, { ...input, supplierIds: isBySupplier ? undefined : input.supplierIds })
  const board = workOutBoard(db, question)
  const rows =
    wanted && isBySupplier
      ? board.rows.filter(({ supplierId }) => supplierId !== null && wanted.has(supplierId))
      : board.rows
  return {
    question: answeredQuestion(question),
    groupBy: input.groupBy,
    currency: board.currency,
    rows: rows.map(plainRow),
    spend: minorToDecimal(board.spendMinor, board.currency),
    linesWithoutRate: board.linesWithoutRate,
    linesWithoutReceiptDays: board.linesWithoutReceiptDays,
    linesWithoutQuantities: board.linesWithoutQuantities,
    linesWithoutRejects: board.linesWithoutRejects,
    kept: lastKept(db),
  }
}

export function plainRow({ criteria: _criteria, spendMinor: _spend, ...row }: Board['rows'][number]): BoardRow {
  return row
}

function lastKept(db: ReadDb): ScoreBoard['kept'] {
  return (
    db.get(
      `SELECT r.id, r.made_on AS madeOn, r.from_on AS "from", r.to_on AS "to" FROM score_runs r ORDER BY ${newestRunFirst} LIMIT 1`,
    ) ?? null
  )
}
