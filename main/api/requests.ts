// The door to requests for quotation.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { declineAnswer, recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { chooseAnswers } from '#main/services/sourcing/choose-answers.ts'
import { compareRequest } from '#main/services/sourcing/compare-request.ts'
import { proposeRequest } from '#main/services/sourcing/propose-request.ts'
import {
  addRequest,
  cancelRequest,
  closeRequest,
  editRequest,
  removeRequests,
  reopenRequest,
  sendRequest,
  setRequestsArchived,
} from '#main/services/sourcing/request-commands.ts'
import { listRequests } from '#main/services/sourcing/request-list.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import {
  answerInput,
  chooseInput,
  declineAnswerInput,
  proposeRequestInput,
  requestInput,
  sendRequestInput,
} from '#shared/schemas/quote-requests.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const requestsRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listRequests(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'request', id: input.id }, getRequest(db, input.id))),
    ),
  /** What a new one would begin with. */
  propose: procedure.input(proposeRequestInput).query(({ ctx, input }) => ctx.read((db) => proposeRequest(db, input))),
  compare: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => compareRequest(db, input.id))),
  add: procedure
    .input(requestInput)
    .mutation(({ ctx, input }) => ctx.write('requests.add', (tx) => addRequest(tx, input))),
  edit: procedure.input(z.object({ id: idField, seen: seenField, request: requestInput })).mutation(({ ctx, input }) =>
    ctx.write('requests.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'request', id: input.id }, input.seen)
      return editRequest(tx, input.id, input.request)
    }),
  ),
  send: procedure
    .input(sendRequestInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('requests.send', (tx) => sendRequest(tx, input))),
  recordAnswer: procedure
    .input(answerInput)
    .mutation(({ ctx, input }) => ctx.write('requests.recordAnswer', (tx) => recordAnswer(tx, input))),
  decline: procedure
    .input(declineAnswerInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('requests.decline', (tx) => declineAnswer(tx, input))),
  choose: procedure
    .input(chooseInput)
    .mutation(({ ctx, input }) => ctx.write('requests.choose', (tx) => chooseAnswers(tx, input))),
  close: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('requests.close', (tx) => closeRequest(tx, input.id))),
  cancel: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('requests.cancel', (tx) => cancelRequest(tx, input.id))),
  reopen: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('requests.reopen', (tx) => reopenRequest(tx, input.id))),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('requests.archive', (tx) => setRequestsArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('requests.unarchive', (tx) => setRequestsArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('requests.remove', (tx) => removeRequests(tx, targetIds(tx, input))),
    ),
})
