// The door to exchange rates.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addRate, editRate, pasteRates, removeRate } from '#main/services/rates/rate-commands.ts'
import { convertAmount } from '#main/services/rates/rate-convert.ts'
import { currenciesInUse } from '#main/services/rates/rate-currencies.ts'
import { listRates } from '#main/services/rates/rate-list.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { convertInput, pasteRatesInput, rateEditInput, rateInput } from '#shared/schemas/rates.ts'

export const ratesRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listRates(db, input))),
  currenciesInUse: procedure.query(({ ctx }) => ctx.read(currenciesInUse)),
  convert: procedure.input(convertInput).query(({ ctx, input }) => ctx.read((db) => convertAmount(db, input))),
  add: procedure.input(rateInput).mutation(({ ctx, input }) => ctx.write('rates.add', (tx) => addRate(tx, input))),
  edit: procedure
    .input(rateEditInput)
    .mutation(({ ctx, input }) => ctx.write('rates.edit', (tx) => editRate(tx, input.id, input.rate))),
  remove: procedure
    .input(z.object({ id: idField }))
    .mutation(({ ctx, input }) => ctx.write('rates.remove', (tx) => removeRate(tx, input.id))),
  paste: procedure
    .input(pasteRatesInput)
    .mutation(({ ctx, input }) => ctx.write('rates.paste', (tx) => pasteRates(tx, input))),
})
