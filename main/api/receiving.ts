// The door to goods that come in of purchase orders.
import { procedure, router } from '#main/api/trpc.ts'
import { previewReceipt } from '#main/services/receiving/preview-receipt.ts'
import { orderOf, receiptsOf, toReceive } from '#main/services/receiving/receipt-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { reverseReceipt } from '#main/services/receiving/reverse-receipt.ts'
import { sendBack } from '#main/services/receiving/send-back.ts'
import {
  ofOrderInput,
  orderOfInput,
  receivePurchaseInput,
  reverseReceiptInput,
  sendBackInput,
} from '#shared/schemas/receiving.ts'

export const receivingRouter = router({
  /** What the form of a receipt begins with. */
  toReceive: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => toReceive(db, input.orderId))),
  ofOrder: procedure.input(ofOrderInput).query(({ ctx, input }) => ctx.read((db) => receiptsOf(db, input.orderId))),
  /** The order of what stands on its page. */
  orderOf: procedure.input(orderOfInput).query(({ ctx, input }) => ctx.read((db) => orderOf(db, input))),
  /** What the receipt would do; writes nothing. */
  preview: procedure
    .input(receivePurchaseInput)
    .mutation(({ ctx, input }) => ctx.rehearse((tx) => previewReceipt(tx, input))),
  receive: procedure.input(receivePurchaseInput).mutation(({ ctx, input }) =>
    ctx.writeUndoable('receiving.receive', (tx) => {
      const { valueMinor: _, ...posted } = receivePurchase(tx, input)
      return posted
    }),
  ),
  reverse: procedure
    .input(reverseReceiptInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('receiving.reverse', (tx) => reverseReceipt(tx, input))),
  sendBack: procedure
    .input(sendBackInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('receiving.sendBack', (tx) => sendBack(tx, input))),
})
