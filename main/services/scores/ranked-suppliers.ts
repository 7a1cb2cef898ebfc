// The board of all suppliers, for whoever needs single ones of it among their peers.
import type { ReadDb } from '#main/db/database.ts'
import { type Board, workOutBoard } from '#main/services/scores/board.ts'
import { type FullQuestion, fullQuestion } from '#main/services/scores/score-question.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ScoreQuestion } from '#shared/schemas/scores.ts'

export type RankedSuppliers = { question: FullQuestion; board: Board; row(supplierId: Id): Board['rows'][number] }

export function rankedSuppliers(db: ReadDb, asked: ScoreQuestion): RankedSuppliers {
  const question = fullQuestion(db, asked)
  const board = workOutBoard(db, question)
  return {
    question,
    board,
    row(supplierId) {
      const known = board.rows.find((row) => row.supplierId === supplierId)
      if (known) return known
      // Without lines in a narrowed window, archived, or no supplier any more: still a party of whom nothing can be said.
      const [alone] = workOutBoard(db, { ...question, supplierIds: [supplierId] }).rows
      if (!alone) throw new AppError('suppliers/not-found', { field: 'supplierId' })
      return { ...alone, rank: null }
    },
  }
}
