// The door to the sample company.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { fillSample } from '#main/services/sample/fill-sample.ts'
import { languages } from '#shared/i18n/translate.ts'
import { dayField } from '#shared/schemas/fields.ts'

export const sampleRouter = router({
  fill: procedure
    .input(z.object({ today: dayField, seed: z.number().int().optional(), language: z.enum(languages).optional() }))
    .mutation(({ ctx, input }) => ctx.write('sample.fill', (tx) => fillSample(tx, input))),
})
