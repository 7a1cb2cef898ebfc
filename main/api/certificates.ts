// The door to suppliers' papers that run out.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import {
  addCertificate,
  editCertificate,
  removeCertificates,
  setCertificatesArchived,
} from '#main/services/suppliers/certificate-commands.ts'
import { listCertificates } from '#main/services/suppliers/certificate-list.ts'
import { certificatesOf, getCertificate } from '#main/services/suppliers/certificate-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'
import { certificateInput, certificatesInput } from '#shared/schemas/suppliers.ts'

const one = z.object({ id: idField })

export const certificatesRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listCertificates(db, input))),
  ofSupplier: procedure.input(certificatesInput).query(({ ctx, input }) => ctx.read((db) => certificatesOf(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'certificate', id: input.id }, getCertificate(db, input.id))),
    ),
  add: procedure
    .input(certificateInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('certificates.add', (tx) => addCertificate(tx, input)) })),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, certificate: certificateInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('certificates.edit', (tx) => {
        refuseChangedSince(tx, { kind: 'certificate', id: input.id }, input.seen)
        return editCertificate(tx, input.id, input.certificate)
      }),
    ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('certificates.archive', (tx) => setCertificatesArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('certificates.unarchive', (tx) => setCertificatesArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('certificates.remove', (tx) => removeCertificates(tx, targetIds(tx, input))),
    ),
})
