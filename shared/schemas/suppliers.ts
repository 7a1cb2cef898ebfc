// Suppliers as they travel beside what every party has: status, admission, certificates, bank accounts.
import { z } from 'zod'
import { bankAccountInput } from '#shared/schemas/book.ts'
import { dayField, idField, inDayOrder, lineField, noteField, requiredLine } from '#shared/schemas/fields.ts'
import { type SupplyStatus, supplyStatuses } from '#shared/schemas/parties.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import { type AdmissionItemKind, admissionItemKinds } from '#shared/schemas/supply-settings.ts'

export const supplierRef = z.object({ supplierId: idField })

export const setStatusInput = z.object({
  supplierId: idField,
  status: z.enum(supplyStatuses),
  /** Today when left out. */
  on: dayField.optional(),
  /** Needed for `on_hold`, `blocked`, and for an approval despite open items. */
  reason: noteField,
  /** Approves although items of the checklist are open or failed. */
  despiteOpen: z.boolean().default(false),
})
export type SetStatusInput = z.output<typeof setStatusInput>

export type StatusChange = { id: number; status: SupplyStatus; on: string; reason: string; person: PersonName | null }

export const admissionStates = ['open', 'passed', 'failed', 'waived'] as const
export type AdmissionState = (typeof admissionStates)[number]

/** Signs an item off: one of the checklist by `item`, one of the seller's own by `title`, or a kept one by its id. */
export const signAdmissionInput = z
  .object({
    supplierId: idField,
    id: idField.optional(),
    item: z.union([z.literal(''), z.enum(admissionItemKinds)]).default(''),
    title: lineField(200),
    state: z.enum(admissionStates),
    on: dayField.optional(),
    note: noteField,
  })
  .refine(({ id, item, title }) => id !== undefined || item !== '' || title !== '', {
    message: 'required',
    path: ['title'],
  })
export type SignAdmissionInput = z.output<typeof signAdmissionInput>

export type AdmissionItem = {
  /** Null: on the checklist, and nobody has said anything of it yet. */
  id: number | null
  item: AdmissionItemKind | ''
  title: string
  state: AdmissionState
  signedOn: string | null
  person: PersonName | null
  note: string
  /** Of the book's checklist for this kind of supplier; else added for this one. */
  isOfChecklist: boolean
}
/** `open` counts items that are open or failed. */
export type Admission = { items: AdmissionItem[]; open: number }

export const certificateKinds = ['licence', 'quality', 'social', 'environment', 'product', 'contract', 'other'] as const

export const certificateInput = z
  .object({
    supplierId: idField,
    kind: z.enum(certificateKinds).default('other'),
    title: requiredLine(200),
    number: lineField(100),
    issuer: lineField(200),
    issuedOn: dayField.nullable().default(null),
    expiresOn: dayField.nullable().default(null),
    note: noteField,
  })
  .refine(({ issuedOn, expiresOn }) => inDayOrder.check({ from: issuedOn ?? undefined, to: expiresOn ?? undefined }), {
    message: 'day_order',
    path: ['expiresOn'],
  })
export type CertificateInput = z.output<typeof certificateInput>
export type CertificateDraft = z.input<typeof certificateInput>

/** `daysLeft` counts from today; negative once it has expired, null where it does not. */
export type Certificate = CertificateInput & {
  id: number
  archived: boolean
  daysLeft: number | null
  /** Files that hang on it. */
  fileCount: number
}

export type CertificateRow = CertificateInput & { id: number; supplier: string; supplierZh: string }

export const certificatesInput = z.object({ supplierId: idField, archived: z.boolean().default(false) })

export const saveBankAccountInput = z.object({ supplierId: idField, account: bankAccountInput })
export type SaveBankAccountInput = z.output<typeof saveBankAccountInput>

/** As screens show it: of the number the last four signs alone. */
export type MaskedAccount = {
  id: number
  label: string
  beneficiary: string
  bankName: string
  accountNumber: string
  currency: string
}
export type ClearAccount = Required<z.output<typeof bankAccountInput>>
