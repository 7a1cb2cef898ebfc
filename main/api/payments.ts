// The door to payments, and to what is owed to suppliers and by customers.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { listPayables } from '#main/services/payments/payables.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { duesOf, getPayment, listPayments } from '#main/services/payments/payment-queries.ts'
import { previewGains } from '#main/services/payments/preview-gains.ts'
import { assignPayment, offsetCredit, receiveAll } from '#main/services/payments/sale-payment-commands.ts'
import { duesOfSale } from '#main/services/payments/sale-payments.ts'
import { idField } from '#shared/schemas/fields.ts'
import {
  assignPaymentInput,
  offsetCreditInput,
  payablesInput,
  paymentInput,
  paymentsInput,
  receiveAllInput,
  reversePaymentInput,
} from '#shared/schemas/payments.ts'
import { ofOrderInput } from '#shared/schemas/receiving.ts'

export const paymentsRouter = router({
  list: procedure.input(paymentsInput).query(({ ctx, input }) => ctx.read((db) => listPayments(db, input))),
  get: procedure.input(z.object({ id: idField })).query(({ ctx, input }) => ctx.read((db) => getPayment(db, input.id))),
  /** What an order comes to, what of it is due when, and its payments. */
  ofOrder: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => duesOf(db, input.orderId))),
  /** The same of a sales order or a credit, with what each payment gained by exchange. */
  ofSale: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => duesOfSale(db, input.orderId))),
  /** What a payment would gain by exchange. */
  previewGains: procedure.input(paymentInput).query(({ ctx, input }) => ctx.read((db) => previewGains(db, input))),
  payables: procedure.input(payablesInput).query(({ ctx, input }) => ctx.read((db) => listPayables(db, input))),
  record: procedure
    .input(paymentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.record', (tx) => recordPayment(tx, input))),
  /** Money received that no order has yet, given to orders. */
  assign: procedure
    .input(assignPaymentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.assign', (tx) => assignPayment(tx, input))),
  /** A credit taken for orders in place of money. */
  offset: procedure
    .input(offsetCreditInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.offset', (tx) => offsetCredit(tx, input))),
  /** Everything open of some sales orders came in. */
  receiveAll: procedure
    .input(receiveAllInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.receiveAll', (tx) => receiveAll(tx, input))),
  reverse: procedure
    .input(reversePaymentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('payments.reverse', (tx) => reversePayment(tx, input))),
})
