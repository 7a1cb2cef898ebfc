// The door to goods that leave for orders and to what comes back of them; all of it is called under `orders`.
import { procedure, router } from '#main/api/trpc.ts'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { creditsOf, toCredit } from '#main/services/dispatch/credit-queries.ts'
import { dispatchMany } from '#main/services/dispatch/dispatch-many.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { dispatchesOf, toDispatch } from '#main/services/dispatch/dispatch-queries.ts'
import { issueCredit } from '#main/services/dispatch/issue-credit.ts'
import { previewCredit } from '#main/services/dispatch/preview-credit.ts'
import { previewDispatch } from '#main/services/dispatch/preview-dispatch.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { cancelCreditInput, creditInput, issueCreditInput } from '#shared/schemas/credits.ts'
import { dispatchInput, dispatchManyInput, ofSalesOrderInput, reverseDispatchInput } from '#shared/schemas/dispatch.ts'
import { idField } from '#shared/schemas/fields.ts'

const credit = router({
  /** What the form of a credit begins with. */
  toCredit: procedure.input(ofSalesOrderInput).query(({ ctx, input }) => ctx.read((db) => toCredit(db, input.orderId))),
  ofOrder: procedure.input(ofSalesOrderInput).query(({ ctx, input }) => ctx.read((db) => creditsOf(db, input.orderId))),
  /** What the credit would come to; writes nothing. */
  preview: procedure.input(creditInput).mutation(({ ctx, input }) => ctx.rehearse((tx) => previewCredit(tx, input))),
  create: procedure.input(creditInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('orders.credit', (tx) => createCredit(tx, input))
    return { ...result, operationId }
  }),
  issue: procedure.input(issueCreditInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('orders.issueCredit', (tx) => issueCredit(tx, input))
    return { ...result, operationId }
  }),
  cancel: procedure.input(cancelCreditInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('orders.cancelCredit', (tx) => cancelCredit(tx, input))
    return { ...result, operationId }
  }),
})

export const dispatchProcedures = {
  /** What the form of a dispatch begins with. */
  toDispatch: procedure
    .input(ofSalesOrderInput.extend({ warehouseId: idField.nullable().default(null) }))
    .query(({ ctx, input }) => ctx.read((db) => toDispatch(db, input.orderId, input.warehouseId))),
  dispatches: procedure
    .input(ofSalesOrderInput)
    .query(({ ctx, input }) => ctx.read((db) => dispatchesOf(db, input.orderId))),
  /** What the dispatch would do; writes nothing. */
  previewDispatch: procedure
    .input(dispatchInput)
    .mutation(({ ctx, input }) => ctx.rehearse((tx) => previewDispatch(tx, input))),
  dispatch: procedure.input(dispatchInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('orders.dispatch', (tx) => dispatchOrder(tx, input))
    return { ...result, operationId }
  }),
  dispatchMany: procedure.input(dispatchManyInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('orders.dispatchMany', (tx) => dispatchMany(tx, input))
    return { ...result, operationId }
  }),
  reverseDispatch: procedure.input(reverseDispatchInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('orders.reverseDispatch', (tx) => reverseDispatch(tx, input))
    return { ...result, operationId }
  }),
  credit,
}
