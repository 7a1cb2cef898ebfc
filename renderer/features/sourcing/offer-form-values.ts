// An offer as its form holds it.
import { type FieldProblems, inFormOrder, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { type Offer, type OfferInput, offerInput } from '#shared/schemas/offers.ts'

export type BreakForm = { key: string; from: string; price: string }

export type OfferForm = {
  supplierId: PickerOption | null
  productId: PickerOption | null
  supplierCode: string
  supplierName: string
  currency: string
  vatIncluded: boolean
  vatPercent: string
  incoterm: string
  place: string
  minOrder: string
  carton: string
  leadTimeDays: string
  validFrom: string
  validTo: string
  source: string
  note: string
  prices: BreakForm[]
}

export function offerToForm(offer: Offer, language: Language): OfferForm {
  const { supplierCode, supplierName, currency, vatIncluded, incoterm, place, source, note } = offer
  const supplier = { name: offer.supplier, nameZh: offer.supplierZh }
  return {
    ...{ supplierCode, supplierName, currency, vatIncluded, incoterm, place, source, note },
    supplierId: { id: offer.supplierId, name: nameIn(language, supplier) },
    productId: {
      id: offer.productId,
      name: offer.sku,
      detail: nameIn(language, { name: offer.nameEn, nameZh: offer.nameZh }),
    },
    vatPercent: offer.vatPercent === 0 ? '' : numberToText(offer.vatPercent, 'percent'),
    minOrder: numberToText(offer.minOrder, 'quantity'),
    carton: numberToText(offer.carton, 'quantity'),
    leadTimeDays: numberToText(offer.leadTimeDays, 'whole'),
    validFrom: offer.validFrom,
    validTo: offer.validTo ?? '',
    prices: offer.prices.map(({ from, price }, index) => ({
      key: `kept-${index}`,
      from: numberToText(from, 'quantity'),
      price,
    })),
  }
}

export function newOfferForm(validFrom: string, currency: string): OfferForm {
  const blank = { supplierCode: '', supplierName: '', incoterm: '', place: '', source: '', note: '' }
  const numbers = { vatPercent: '', minOrder: '', carton: '', leadTimeDays: '', validTo: '' }
  return {
    ...{ ...blank, ...numbers, currency, validFrom, vatIncluded: false, supplierId: null, productId: null },
    prices: [newBreak('first')],
  }
}

export function newBreak(key: string): BreakForm {
  return { key, from: '', price: '' }
}

function isBlank({ from, price }: BreakForm): boolean {
  return from.trim() === '' && price.trim() === ''
}

/** What travels, or a problem's code per field. Rows without anything are left out; problems name the row as the form has it. */
export function readOfferForm(form: OfferForm): FormReading<OfferInput> {
  const reader = newFieldReader()
  const written = form.prices.flatMap((row, index) => (isBlank(row) ? [] : [{ row, index }]))
  if (!form.productId) reader.problems.productId = 'required'
  if (!form.supplierId) reader.problems.supplierId = 'required'
  if (written.length === 0) reader.problems['prices.0.price'] = 'required'
  const offer = parseFields(offerInput, {
    ...form,
    supplierId: form.supplierId?.id ?? 1,
    productId: form.productId?.id ?? 1,
    vatPercent: reader.number('vatPercent', form.vatPercent, 'percent') ?? 0,
    minOrder: reader.number('minOrder', form.minOrder, 'quantity'),
    carton: reader.number('carton', form.carton, 'quantity'),
    leadTimeDays: reader.number('leadTimeDays', form.leadTimeDays, 'whole'),
    validFrom: typedDay(form.validFrom),
    validTo: typedDay(form.validTo) || null,
    prices: written.map(({ row, index }) => {
      if (row.price.trim() === '') reader.problems[`prices.${index}.price`] = 'required'
      return {
        from: reader.number(`prices.${index}.from`, row.from, 'quantity') ?? 0,
        price: row.price.trim() === '' ? '0' : typedDecimal(row.price),
      }
    }),
  })
  const places = written.map(({ index }) => index)
  const problems = {
    ...(offer.ok ? {} : atLastPrice(inFormOrder(offer.problems, 'prices', places), places)),
    ...reader.problems,
  }
  return offer.ok && Object.keys(problems).length === 0 ? offer : { ok: false, problems }
}

/** What is wrong with the rows together (a quantity twice) stands at the last of them. */
function atLastPrice({ prices, ...problems }: FieldProblems, places: readonly number[]): FieldProblems {
  return prices === undefined ? problems : { ...problems, [`prices.${places.at(-1) ?? 0}.from`]: prices }
}
