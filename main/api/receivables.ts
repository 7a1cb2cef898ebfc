// The door to what customers and channels owe: ageing, figures, revaluation, credit, letters to who is late.
import { procedure, router } from '#main/api/trpc.ts'
import { ageingReport } from '#main/services/receivables/ageing.ts'
import { checkCredit, customerCredit } from '#main/services/receivables/credit.ts'
import {
  editLetter,
  getLetter,
  listLetters,
  makeLetters,
  markLettersSent,
  removeLetter,
} from '#main/services/receivables/dunning-letters.ts'
import { dunningList } from '#main/services/receivables/dunning-list.ts'
import { openDocuments } from '#main/services/receivables/open-documents.ts'
import { receivableFigures } from '#main/services/receivables/receivable-figures.ts'
import { revaluation } from '#main/services/receivables/revaluation.ts'
import {
  ageingInput,
  creditCheckInput,
  creditInput,
  dayInput,
  editLetterInput,
  letterInput,
  lettersInput,
  makeLettersInput,
  openItemsInput,
  revaluationInput,
  sendLettersInput,
} from '#shared/schemas/receivables.ts'

export const receivablesRouter = router({
  /** By currency, in base, and by debtor, as of a day. */
  ageing: procedure.input(ageingInput).query(({ ctx, input }) => ctx.read((db) => ageingReport(db, input))),
  /** The documents behind any of its figures. */
  items: procedure.input(openItemsInput).query(({ ctx, input }) => ctx.read((db) => openDocuments(db, input))),
  /** Days of sales outstanding, and the allowance for what may never come. */
  figures: procedure.input(dayInput).query(({ ctx, input }) => ctx.read((db) => receivableFigures(db, input))),
  revaluation: procedure.input(revaluationInput).query(({ ctx, input }) => ctx.read((db) => revaluation(db, input))),
  credit: procedure
    .input(creditInput)
    .query(({ ctx, input }) => ctx.read((db) => customerCredit(db, input.customerId))),
  /** What one more order does to a customer's credit. */
  checkCredit: procedure.input(creditCheckInput).query(({ ctx, input }) => ctx.read((db) => checkCredit(db, input))),
  dunning: procedure.input(dayInput).query(({ ctx, input }) => ctx.read((db) => dunningList(db, input))),
  letters: procedure.input(lettersInput).query(({ ctx, input }) => ctx.read((db) => listLetters(db, input))),
  letter: procedure.input(letterInput).query(({ ctx, input }) => ctx.read((db) => getLetter(db, input.id))),
  makeLetters: procedure
    .input(makeLettersInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('receivables.makeLetters', (tx) => makeLetters(tx, input))),
  sendLetters: procedure
    .input(sendLettersInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('receivables.sendLetters', (tx) => markLettersSent(tx, input))),
  editLetter: procedure
    .input(editLetterInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('receivables.editLetter', (tx) => editLetter(tx, input))),
  removeLetter: procedure
    .input(letterInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('receivables.removeLetter', (tx) => removeLetter(tx, input.id))),
})
