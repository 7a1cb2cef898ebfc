// The door to what is asked about customers beside their records: segments, countries, consents, messages, duplicates, care.
import { procedure, router } from '#main/api/trpc.ts'
import { customersByCountry } from '#main/services/customers/by-country.ts'
import { customerRfm, rfmOfCustomer } from '#main/services/customers/rfm-report.ts'
import { byCountryInput, customerRef, rfmInput } from '#shared/schemas/customers.ts'

export const customersRouter = router({
  rfm: procedure.input(rfmInput.prefault({})).query(({ ctx, input }) => ctx.read((db) => customerRfm(db, input))),
  rfmOf: procedure.input(customerRef).query(({ ctx, input }) => ctx.read((db) => rfmOfCustomer(db, input.customerId))),
  byCountry: procedure
    .input(byCountryInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => customersByCountry(db, input))),
})
