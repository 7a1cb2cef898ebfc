// The door to what is asked about customers beside their records: segments, countries, consents, messages, duplicates, care.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { customersByCountry } from '#main/services/customers/by-country.ts'
import { careList, careSpan, customerCountries } from '#main/services/customers/care-list.ts'
import { addConsent, consentsOf, removeConsent } from '#main/services/customers/consents.ts'
import { customerWords } from '#main/services/customers/customer-words.ts'
import { customerDuplicates, setDistinct } from '#main/services/customers/duplicates.ts'
import { mergeParties, previewPartyMerge } from '#main/services/customers/merge-parties.ts'
import { closeMessage, messagesOf, removeMessage, saveMessage } from '#main/services/customers/messages.ts'
import { privacyFile } from '#main/services/customers/privacy-file.ts'
import { privacyReport } from '#main/services/customers/privacy-report.ts'
import { retentionProposals } from '#main/services/customers/retention.ts'
import { customerRfm, rfmOfCustomer } from '#main/services/customers/rfm-report.ts'
import {
  byCountryInput,
  careInput,
  closeMessageInput,
  consentInput,
  customerRef,
  distinctInput,
  duplicatesInput,
  mergePartiesInput,
  messageInput,
  privacyFileInput,
  retentionInput,
  rfmInput,
} from '#shared/schemas/customers.ts'
import { idField } from '#shared/schemas/fields.ts'

const one = z.object({ id: idField })

export const customersRouter = router({
  rfm: procedure.input(rfmInput.prefault({})).query(({ ctx, input }) => ctx.read((db) => customerRfm(db, input))),
  rfmOf: procedure.input(customerRef).query(({ ctx, input }) => ctx.read((db) => rfmOfCustomer(db, input.customerId))),
  byCountry: procedure
    .input(byCountryInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => customersByCountry(db, input))),
  /** Words that customers are sorted by so far, for choosing from. */
  words: procedure.query(({ ctx }) => ctx.read(customerWords)),
  duplicates: procedure
    .input(duplicatesInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => customerDuplicates(db, input))),
  setDistinct: procedure
    .input(distinctInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('customers.setDistinct', (tx) => setDistinct(tx, input.ids))),
  mergePreview: procedure
    .input(mergePartiesInput)
    .query(({ ctx, input }) => ctx.read((db) => previewPartyMerge(db, input))),
  merge: procedure
    .input(mergePartiesInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('customers.merge', (tx) => mergeParties(tx, input))),
  consents: procedure.input(customerRef).query(({ ctx, input }) => ctx.read((db) => consentsOf(db, input.customerId))),
  addConsent: procedure
    .input(consentInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('customers.addConsent', (tx) => addConsent(tx, input)) })),
  removeConsent: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('customers.removeConsent', (tx) => removeConsent(tx, input.id))),
  messages: procedure.input(customerRef).query(({ ctx, input }) => ctx.read((db) => messagesOf(db, input.customerId))),
  saveMessage: procedure
    .input(messageInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('customers.saveMessage', (tx) => saveMessage(tx, input)) })),
  closeMessage: procedure
    .input(closeMessageInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('customers.closeMessage', (tx) => closeMessage(tx, input))),
  removeMessage: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('customers.removeMessage', (tx) => removeMessage(tx, input.id))),
  /** Everything that the book tells about one person, and the same as a file to hand over. */
  privacy: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => privacyReport(db, input.id))),
  privacyFile: procedure
    .input(privacyFileInput)
    .query(({ ctx, input }) => ctx.read((db) => privacyFile(db, ctx.files, input))),
  /** Whose data have been kept for longer than the book's rules say. */
  retention: procedure
    .input(retentionInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => retentionProposals(db, input))),
  /** What is worth a word in the days to come. The table of holidays is large: it is loaded by the first who asks. */
  care: procedure.input(careInput.prefault({})).query(async ({ ctx, input }) => {
    const { holidaysOf } = await import('#main/services/customers/holidays.ts')
    return ctx.read((db) => {
      const { language } = input
      const holidays = holidaysOf(customerCountries(db), { ...careSpan(db, input.from), language })
      return careList(db, input, holidays)
    })
  }),
})
