// Goods on order as their form holds them.
import { parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { mainPlace } from '#renderer/lib/place-name.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { type Expected, type ExpectedInput, expectedInput } from '#shared/schemas/expected.ts'

export type ExpectedForm = {
  productId: PickerOption | null
  warehouseId: string
  supplierId: PickerOption | null
  quantity: string
  orderedOn: string
  expectedOn: string
  reference: string
  note: string
}

export function expectedToForm(expected: Expected, language: Language): ExpectedForm {
  const detail = nameIn(language, { name: expected.nameEn, nameZh: expected.nameZh })
  return {
    productId: { id: expected.productId, name: expected.sku, detail },
    warehouseId: String(expected.warehouseId),
    supplierId:
      expected.supplierId === null
        ? null
        : { id: expected.supplierId, name: nameIn(language, { name: expected.supplier, nameZh: expected.supplierZh }) },
    quantity: numberToText(expected.quantity, 'quantity'),
    orderedOn: expected.orderedOn ?? '',
    expectedOn: expected.expectedOn ?? '',
    reference: expected.reference,
    note: expected.note,
  }
}

export function newExpectedForm(orderedOn: string): ExpectedForm {
  const blank = { productId: null, supplierId: null, quantity: '', expectedOn: '', reference: '', note: '' }
  return { ...blank, warehouseId: String(mainPlace), orderedOn }
}

/** What travels, or a problem's code per field. */
export function readExpectedForm(form: ExpectedForm): FormReading<ExpectedInput> {
  const reader = newFieldReader()
  if (!form.productId) reader.problems.productId = 'required'
  const expected = parseFields(expectedInput, {
    ...form,
    productId: form.productId?.id ?? 1,
    warehouseId: Number(form.warehouseId),
    supplierId: form.supplierId?.id ?? null,
    quantity: reader.needed('quantity', form.quantity, 'quantity'),
    orderedOn: typedDay(form.orderedOn) || null,
    expectedOn: typedDay(form.expectedOn) || null,
  })
  const problems = { ...(expected.ok ? {} : expected.problems), ...reader.problems }
  return expected.ok && Object.keys(problems).length === 0 ? expected : { ok: false, problems }
}
