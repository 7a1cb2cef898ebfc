// The door to what suppliers have beside every party: status, admission, bank accounts, and what buying is told.
import { z } from 'zod'
import { scoreProcedures } from '#main/api/scores.ts'
import { procedure, router } from '#main/api/trpc.ts'
import { partyTags } from '#main/services/parties/party-queries.ts'
import { purchaseShares } from '#main/services/sourcing/purchase-shares.ts'
import { admissionOf, removeAdmissionItem, signAdmission } from '#main/services/suppliers/admission.ts'
import {
  clearAccounts,
  maskedAccounts,
  removeBankAccount,
  saveBankAccount,
} from '#main/services/suppliers/bank-accounts.ts'
import { setSupplierStatus, statusChanges } from '#main/services/suppliers/supplier-status.ts'
import { allSupplySettings, setSupplySetting } from '#main/services/suppliers/supply-settings.ts'
import { idField } from '#shared/schemas/fields.ts'
import { purchaseSharesInput } from '#shared/schemas/offers.ts'
import { saveBankAccountInput, setStatusInput, signAdmissionInput, supplierRef } from '#shared/schemas/suppliers.ts'
import { setSupplyInput } from '#shared/schemas/supply-settings.ts'

const one = z.object({ id: idField })

const supplierProcedures = {
  setStatus: procedure
    .input(setStatusInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('suppliers.setStatus', (tx) => setSupplierStatus(tx, input))),
  statusChanges: procedure
    .input(supplierRef)
    .query(({ ctx, input }) => ctx.read((db) => statusChanges(db, input.supplierId))),
  admission: procedure
    .input(supplierRef)
    .query(({ ctx, input }) => ctx.read((db) => admissionOf(db, input.supplierId))),
  signAdmission: procedure
    .input(signAdmissionInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('suppliers.signAdmission', (tx) => signAdmission(tx, input)) })),
  removeAdmissionItem: procedure
    .input(one)
    .mutation(({ ctx, input }) =>
      ctx.write('suppliers.removeAdmissionItem', (tx) => removeAdmissionItem(tx, input.id)),
    ),
  /** With masked numbers. */
  bankAccounts: procedure
    .input(supplierRef)
    .query(({ ctx, input }) => ctx.read((db) => maskedAccounts(db, input.supplierId))),
  /** In clear, for who asks. */
  bankDetails: procedure
    .input(supplierRef)
    .query(({ ctx, input }) => ctx.read((db) => clearAccounts(db, input.supplierId))),
  saveBankAccount: procedure.input(saveBankAccountInput).mutation(({ ctx, input }) => ({
    id: ctx.write('suppliers.saveBankAccount', (tx) => saveBankAccount(tx, input)),
  })),
  removeBankAccount: procedure
    .input(one)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('suppliers.removeBankAccount', (tx) => removeBankAccount(tx, input.id)),
    ),
  /** Every tag in use. */
  tags: procedure.query(({ ctx }) => ctx.read(partyTags)),
  /** How much of each product's purchases hangs on each supplier. */
  purchaseShares: procedure
    .input(purchaseSharesInput)
    .query(({ ctx, input }) => ctx.read((db) => purchaseShares(db, input))),
  settings: procedure.query(({ ctx }) => ctx.read(allSupplySettings)),
  setSetting: procedure
    .input(setSupplyInput)
    .mutation(({ ctx, input }) =>
      ctx.write('suppliers.setSetting', (tx) => setSupplySetting(tx, input.key, input.value)),
    ),
}

export const suppliersRouter = router({ ...supplierProcedures, ...scoreProcedures })
