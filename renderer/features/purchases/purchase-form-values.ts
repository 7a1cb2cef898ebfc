// A purchase order as its form holds it, and the money of its lines while they are being typed.
import { inFormOrder, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, textToNumber, typedDecimal } from '#renderer/lib/typed-number.ts'
import { typedMinorOrNull, typedTotal } from '#renderer/lib/typed-pricing.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Day } from '#shared/dates.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { percentToPpm } from '#shared/percent.ts'
import { orderMoney } from '#shared/purchase-money.ts'
import { type Purchase, type PurchaseInput, purchaseInput } from '#shared/schemas/purchases.ts'

export type PurchaseLineForm = {
  key: string
  /** Null for a line that is not saved yet. */
  id: number | null
  product: PickerOption | null
  supplierCode: string
  description: string
  quantity: string
  unitPrice: string
  /** The price that was filled in from an offer; while nobody typed another, it follows the quantity. */
  filledPrice: string
  discountPercent: string
  promisedOn: string
  salesLineId: number | null
  note: string
}

type Kept = 'number' | 'currency' | 'vatIncluded' | 'vatRecoverable' | 'incoterm' | 'place' | 'mode' | 'country'

export type PurchaseForm = Pick<PurchaseInput, Kept | 'dueFrom' | 'reference' | 'note' | 'rate'> & {
  supplierId: PickerOption | null
  warehouseId: string | null
  orderedOn: string
  promisedOn: string
  freight: string
  vatPercent: string
  depositPercent: string
  dueDays: string
  underPercent: string
  overPercent: string
  lines: PurchaseLineForm[]
}

const percentText = (value: number) => (value === 0 ? '' : numberToText(value, 'percent'))

export function purchaseToForm(purchase: Purchase, language: Language): PurchaseForm {
  const { number, currency, vatIncluded, vatRecoverable, incoterm, place, mode, country } = purchase
  const { dueFrom, reference, note, supplier } = purchase
  return {
    ...{ number, currency, vatIncluded, vatRecoverable, incoterm, place, mode, country, dueFrom, reference, note },
    rate: purchase.rate ?? '',
    supplierId: supplier && { id: supplier.id, name: nameIn(language, supplier) },
    warehouseId: purchase.warehouseId === null ? null : String(purchase.warehouseId),
    orderedOn: purchase.orderedOn,
    promisedOn: purchase.promisedOn ?? '',
    freight: purchase.freight ?? '',
    vatPercent: percentText(purchase.vatPercent),
    depositPercent: percentText(purchase.depositPercent),
    dueDays: purchase.dueDays === 0 ? '' : String(purchase.dueDays),
    underPercent: percentText(purchase.underPercent),
    overPercent: percentText(purchase.overPercent),
    lines: purchase.lines.map((line) => ({
      key: String(line.id),
      id: line.id,
      product: line.productId === null ? null : { id: line.productId, name: line.sku, detail: nameIn(language, line) },
      supplierCode: line.supplierCode,
      description: line.description,
      quantity: numberToText(line.quantity, 'quantity'),
      unitPrice: line.unitPrice,
      filledPrice: '',
      discountPercent: percentText(line.discountPercent),
      promisedOn: line.promisedOn ?? '',
      salesLineId: line.salesLine?.id ?? null,
      note: line.note,
    })),
  }
}

export function newPurchaseForm(today: Day, currency: string): PurchaseForm {
  const empty = purchaseInput.parse({ orderedOn: today, currency })
  const { number, vatIncluded, vatRecoverable, incoterm, place, mode, country, dueFrom, reference, note, rate } = empty
  return {
    ...{
      number,
      currency,
      vatIncluded,
      vatRecoverable,
      incoterm,
      place,
      mode,
      country,
      dueFrom,
      reference,
      note,
      rate,
    },
    supplierId: null,
    warehouseId: null,
    orderedOn: today,
    promisedOn: '',
    freight: '',
    vatPercent: '',
    depositPercent: '',
    dueDays: '',
    underPercent: '',
    overPercent: '',
    lines: [newPurchaseLine('first')],
  }
}

export function newPurchaseLine(key: string): PurchaseLineForm {
  return {
    ...{ key, id: null, product: null, supplierCode: '', description: '', quantity: '', unitPrice: '' },
    ...{ filledPrice: '', discountPercent: '', promisedOn: '', salesLineId: null, note: '' },
  }
}

/** A line that nothing was written in yet; it is left out when the order is saved. */
export function isBlankLine(line: PurchaseLineForm): boolean {
  const written = [line.supplierCode, line.description, line.quantity, line.unitPrice, line.discountPercent]
  return line.id === null && line.product === null && written.every((text) => text.trim() === '')
}

/** What travels, or a problem's code per field. Blank lines are left out; problems still name the line as the form has it. */
export function readPurchaseForm(form: PurchaseForm): FormReading<PurchaseInput> {
  const reader = newFieldReader()
  const written = form.lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const percent = (field: 'vatPercent' | 'depositPercent' | 'underPercent' | 'overPercent') =>
    reader.number(field, form[field], 'percent') ?? 0
  const order = parseFields(purchaseInput, {
    ...form,
    supplierId: form.supplierId?.id ?? null,
    warehouseId: form.warehouseId === null ? null : Number(form.warehouseId),
    orderedOn: typedDay(form.orderedOn),
    promisedOn: typedDay(form.promisedOn) || null,
    rate: typedDecimal(form.rate),
    freight: form.freight.trim() === '' ? null : typedDecimal(form.freight),
    vatPercent: percent('vatPercent'),
    depositPercent: percent('depositPercent'),
    dueDays: reader.number('dueDays', form.dueDays, 'whole') ?? 0,
    underPercent: percent('underPercent'),
    overPercent: percent('overPercent'),
    lines: written.map(({ line, index }) => readLine(line, index, reader)),
  })
  const places = written.map(({ index }) => index)
  const problems = { ...(order.ok ? {} : inFormOrder(order.problems, 'lines', places)), ...reader.problems }
  return order.ok && Object.keys(problems).length === 0 ? order : { ok: false, problems }
}

function readLine(line: PurchaseLineForm, index: number, reader: ReturnType<typeof newFieldReader>) {
  const at = `lines.${index}`
  const hasName = line.product !== null || line.description.trim() !== ''
  if (!hasName) reader.problems[`${at}.product`] = 'required'
  if (line.unitPrice.trim() === '') reader.problems[`${at}.unitPrice`] = 'required'
  const { supplierCode, description, salesLineId, note } = line
  return {
    ...(line.id !== null && { id: line.id }),
    ...{ supplierCode, description, salesLineId, note },
    productId: line.product?.id ?? null,
    quantity: reader.needed(`${at}.quantity`, line.quantity, 'quantity'),
    unitPrice: typedDecimal(line.unitPrice),
    discountPercent: reader.number(`${at}.discountPercent`, line.discountPercent, 'percent') ?? 0,
    promisedOn: typedDay(line.promisedOn) || null,
  }
}

/** The quantity that is typed, or null while there is none that fits. */
export function lineQuantity(line: Pick<PurchaseLineForm, 'quantity'>): number | null {
  const read = textToNumber(line.quantity, 'quantity')
  return 'value' in read && read.value !== null && read.value > 0 ? read.value : null
}

/** What the order comes to as it is typed, in minor units; what is no number yet counts as nothing. */
export function formMoney(form: PurchaseForm) {
  const goodsMinor = form.lines.reduce((total, line) => total + (typedTotal(line, form.currency) ?? 0), 0)
  const vat = textToNumber(form.vatPercent, 'percent')
  const freightMinor = typedMinorOrNull(form.freight, form.currency) ?? 0
  const vatPpm = percentToPpm('value' in vat ? (vat.value ?? 0) : 0)
  const money = orderMoney({ goodsMinor, freightMinor, vatIncluded: form.vatIncluded, vatPpm, taxMinor: null })
  return { goodsMinor, freightMinor, ...money }
}
