// The door to payments and to what is owed to suppliers.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { listPayables } from '#main/services/payments/payables.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { duesOf, getPayment, listPayments } from '#main/services/payments/payment-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { payablesInput, paymentInput, paymentsInput, reversePaymentInput } from '#shared/schemas/payments.ts'
import { ofOrderInput } from '#shared/schemas/receiving.ts'

export const paymentsRouter = router({
  list: procedure.input(paymentsInput).query(({ ctx, input }) => ctx.read((db) => listPayments(db, input))),
  get: procedure.input(z.object({ id: idField })).query(({ ctx, input }) => ctx.read((db) => getPayment(db, input.id))),
  /** What an order comes to, what of it is due when, and its payments. */
  ofOrder: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => duesOf(db, input.orderId))),
  payables: procedure.input(payablesInput).query(({ ctx, input }) => ctx.read((db) => listPayables(db, input))),
  record: procedure
    .input(paymentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.record', (tx) => recordPayment(tx, input))),
  reverse: procedure
    .input(reversePaymentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.reverse', (tx) => reversePayment(tx, input))),
})
