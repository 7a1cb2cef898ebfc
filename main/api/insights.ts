// The door to figures that help to decide.
import { procedure, router } from '#main/api/trpc.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { abcAnalysis } from '#main/services/insights/abc-analysis.ts'
import { abcItem } from '#main/services/insights/abc-item.ts'
import { overview } from '#main/services/insights/overview.ts'
import { profitsByGroup } from '#main/services/sales/profits.ts'
import { salesFigures } from '#main/services/sales/sales-figures.ts'
import { abcInput, abcItemInput } from '#shared/schemas/insights.ts'
import { overviewInput } from '#shared/schemas/overview.ts'
import { profitsInput, salesInput } from '#shared/schemas/sales-figures.ts'

export const insightsRouter = router({
  abc: procedure
    .input(abcInput)
    .query(({ ctx, input }) => ctx.read((db) => abcAnalysis(db, { ...input, today: bookToday(db, db.now) }))),
  abcItem: procedure
    .input(abcItemInput)
    .query(({ ctx, input }) => ctx.read((db) => abcItem(db, { ...input, today: bookToday(db, db.now) }))),
  overview: procedure
    .input(overviewInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => overview(db, input))),
  /** What was sold, by month, country, customer, channel, category or supplier. */
  sales: procedure.input(salesInput).query(({ ctx, input }) => ctx.read((db) => salesFigures(db, input))),
  /** What orders earned, by order, customer, channel, product or month, less dated charges. */
  profit: procedure.input(profitsInput).query(({ ctx, input }) => ctx.read((db) => profitsByGroup(db, input))),
})
