// The door to how suppliers perform: the score board, one supplier's card, what was judged, kept and decided.
import { z } from 'zod'
import { procedure } from '#main/api/trpc.ts'
import { ahpWeights, consistencyOf } from '#main/domain/suppliers/ahp.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { decisionsOf } from '#main/services/scores/decision-queries.ts'
import { decide, editDecision, removeDecisions, setDecisionsArchived } from '#main/services/scores/decisions.ts'
import { figureLines } from '#main/services/scores/figure-lines.ts'
import { addException, endException, exceptionsOf } from '#main/services/scores/grade-exceptions.ts'
import { addJudgement, editJudgement, judgementsOf, removeJudgement } from '#main/services/scores/judgements.ts'
import { mayAskFrom, mayBuyFrom } from '#main/services/scores/may-buy.ts'
import { scoreRun, scoreRuns } from '#main/services/scores/score-run-queries.ts'
import { keepPeriod, periodToKeep } from '#main/services/scores/score-runs.ts'
import { scoreSettingsOf } from '#main/services/scores/score-settings.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { compareScores, previewGrades, quadrant, scorecard } from '#main/services/scores/scorecard.ts'
import { idField } from '#shared/schemas/fields.ts'
import {
  type AhpAnswer,
  ahpInput,
  decideInput,
  decisionsInput,
  editDecisionInput,
  editJudgementInput,
  exceptionInput,
  judgementInput,
  keepPeriodInput,
  mayBuyInput,
} from '#shared/schemas/score-records.ts'
import {
  compareScoresInput,
  figureLinesInput,
  previewGradesInput,
  quadrantInput,
  scoreboardInput,
  scorecardInput,
} from '#shared/schemas/scores.ts'

const one = z.object({ id: idField })
const some = z.object({ ids: z.array(idField).min(1).max(10_000) })
const ofSupplier = z.object({ supplierId: idField })

export const scoreProcedures = {
  scoreboard: procedure
    .input(scoreboardInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => scoreboard(db, input))),
  scorecard: procedure.input(scorecardInput).query(({ ctx, input }) => ctx.read((db) => scorecard(db, input))),
  figureLines: procedure.input(figureLinesInput).query(({ ctx, input }) => ctx.read((db) => figureLines(db, input))),
  compareScores: procedure
    .input(compareScoresInput)
    .query(({ ctx, input }) => ctx.read((db) => compareScores(db, input))),
  quadrant: procedure
    .input(quadrantInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => quadrant(db, input))),
  /** Whether a request or an order may go to a supplier. */
  mayBuy: procedure.input(mayBuyInput).query(({ ctx, input }) =>
    ctx.read((db) => {
      const on = input.on ?? bookToday(db, db.now)
      return input.what === 'orders' ? mayBuyFrom(db, input.supplierId, on) : mayAskFrom(db, input.supplierId, on)
    }),
  ),
  /** Criteria, grades and scoring as they are, with templates to start from; set by `suppliers.setSetting`. */
  scoreSettings: procedure.query(({ ctx }) => ctx.read(scoreSettingsOf)),
  previewGrades: procedure
    .input(previewGradesInput)
    .query(({ ctx, input }) => ctx.read((db) => previewGrades(db, input))),
  ahp: procedure.input(ahpInput).query(({ input }): AhpAnswer => {
    const found = ahpWeights(input.matrix)
    return found.status === 'ok' ? { ...found, verdict: consistencyOf(found.cr) } : found
  }),
  judgements: procedure
    .input(ofSupplier)
    .query(({ ctx, input }) => ctx.read((db) => judgementsOf(db, input.supplierId))),
  addJudgement: procedure.input(judgementInput).mutation(({ ctx, input }) => ({
    id: ctx.write('suppliers.addJudgement', (tx) => addJudgement(tx, input)),
  })),
  editJudgement: procedure
    .input(editJudgementInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('suppliers.editJudgement', (tx) => editJudgement(tx, input.id, input.judgement)),
    ),
  removeJudgement: procedure
    .input(one)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('suppliers.removeJudgement', (tx) => removeJudgement(tx, input.id)),
    ),
  exceptions: procedure
    .input(ofSupplier)
    .query(({ ctx, input }) => ctx.read((db) => exceptionsOf(db, input.supplierId))),
  addException: procedure.input(exceptionInput).mutation(({ ctx, input }) => ({
    id: ctx.write('suppliers.addException', (tx) => addException(tx, input)),
  })),
  endException: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('suppliers.endException', (tx) => endException(tx, input.id))),
  periods: procedure.query(({ ctx }) => ctx.read(scoreRuns)),
  period: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => scoreRun(db, input.id))),
  periodToKeep: procedure.query(({ ctx }) => ctx.read(periodToKeep)),
  keepPeriod: procedure
    .input(keepPeriodInput)
    .mutation(({ ctx, input }) => ctx.write('suppliers.keepPeriod', (tx) => keepPeriod(tx, input))),
  decisions: procedure
    .input(decisionsInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => decisionsOf(db, input))),
  decide: procedure
    .input(decideInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('suppliers.decide', (tx) => decide(tx, input)) })),
  editDecision: procedure
    .input(editDecisionInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('suppliers.editDecision', (tx) => editDecision(tx, input))),
  archiveDecisions: procedure
    .input(some)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('suppliers.archiveDecisions', (tx) => setDecisionsArchived(tx, input.ids, true)),
    ),
  unarchiveDecisions: procedure
    .input(some)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('suppliers.unarchiveDecisions', (tx) => setDecisionsArchived(tx, input.ids, false)),
    ),
  removeDecisions: procedure
    .input(some)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('suppliers.removeDecisions', (tx) => removeDecisions(tx, input.ids)),
    ),
}
