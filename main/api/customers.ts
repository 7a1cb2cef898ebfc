// The door to what is asked about customers beside their records: segments, countries, consents, messages, duplicates, care.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { customersByCountry } from '#main/services/customers/by-country.ts'
import { addConsent, consentsOf, removeConsent } from '#main/services/customers/consents.ts'
import { customerDuplicates, setDistinct } from '#main/services/customers/duplicates.ts'
import { mergeParties, previewPartyMerge } from '#main/services/customers/merge-parties.ts'
import { closeMessage, messagesOf, removeMessage, saveMessage } from '#main/services/customers/messages.ts'
import { customerRfm, rfmOfCustomer } from '#main/services/customers/rfm-report.ts'
import {
  byCountryInput,
  closeMessageInput,
  consentInput,
  customerRef,
  distinctInput,
  duplicatesInput,
  mergePartiesInput,
  messageInput,
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
})
