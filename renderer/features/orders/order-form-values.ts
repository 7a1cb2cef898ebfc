// An order as its form holds it, and the money of its lines while they are being typed.

import { inFormOrder, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, textToNumber, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Day } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { lineTotalMinor, microsFromDecimal, minorToDecimal } from '#shared/money.ts'
import { type Order, type OrderInput, orderInput } from '#shared/schemas/orders.ts'

export type OrderLineForm = {
  key: string
  /** Null for a line that is not saved yet. */
  id: number | null
  product: PickerOption | null
  description: string
  quantity: string
  unitPrice: string
  discountPercent: string
}

export type OrderForm = Pick<OrderInput, 'number' | 'status' | 'purpose' | 'currency' | 'rate' | 'shipTo' | 'note'> & {
  customerId: PickerOption | null
  carrierId: PickerOption | null
  orderedOn: string
  requiredOn: string
  shippedOn: string
  freight: string
  lines: OrderLineForm[]
}

export function orderToForm(order: Order, language: Language): OrderForm {
  const { number, status, purpose, currency, shipTo, note } = order
  return {
    ...{ number, status, purpose, currency, shipTo, note },
    rate: order.rate ?? '',
    customerId: order.customer && { id: order.customer.id, name: nameIn(language, order.customer) },
    carrierId: order.carrier && { id: order.carrier.id, name: nameIn(language, order.carrier) },
    orderedOn: order.orderedOn,
    requiredOn: order.requiredOn ?? '',
    shippedOn: order.shippedOn ?? '',
    freight: order.freight ?? '',
    lines: order.lines.map((line) => ({
      key: String(line.id),
      id: line.id,
      product: line.productId === null ? null : { id: line.productId, name: line.sku, detail: nameIn(language, line) },
      description: line.description,
      quantity: numberToText(line.quantity, 'quantity'),
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent === 0 ? '' : numberToText(line.discountPercent, 'percent'),
    })),
  }
}

export function newOrderForm(today: Day, currency: string): OrderForm {
  const { number, status, purpose, rate, shipTo, note } = orderInput.parse({ orderedOn: today, currency })
  return {
    ...{ number, status, purpose, rate, shipTo, note, currency },
    customerId: null,
    carrierId: null,
    orderedOn: today,
    requiredOn: '',
    shippedOn: '',
    freight: '',
    lines: [newOrderLine('first')],
  }
}

export function newOrderLine(key: string): OrderLineForm {
  return { key, id: null, product: null, description: '', quantity: '', unitPrice: '', discountPercent: '' }
}

/** A line that nothing was written in yet; it is left out when the order is saved. */
export function isBlankLine(line: OrderLineForm): boolean {
  const written = [line.description, line.quantity, line.unitPrice, line.discountPercent]
  return line.id === null && line.product === null && written.every((text) => text.trim() === '')
}

/** What travels, or a problem's code per field. Blank lines are left out; problems still name the line as the form has it. */
export function readOrderForm(form: OrderForm): FormReading<OrderInput> {
  const reader = newFieldReader()
  const written = form.lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const order = parseFields(orderInput, {
    ...form,
    customerId: form.customerId?.id ?? null,
    carrierId: form.carrierId?.id ?? null,
    orderedOn: typedDay(form.orderedOn),
    requiredOn: typedDay(form.requiredOn) || null,
    shippedOn: typedDay(form.shippedOn) || null,
    rate: typedDecimal(form.rate),
    freight: form.freight.trim() === '' ? null : typedDecimal(form.freight),
    lines: written.map(({ line, index }) => readLine(line, index, reader)),
  })
  const places = written.map(({ index }) => index)
  const problems = { ...(order.ok ? {} : inFormOrder(order.problems, 'lines', places)), ...reader.problems }
  return order.ok && Object.keys(problems).length === 0 ? order : { ok: false, problems }
}

function readLine(line: OrderLineForm, index: number, reader: ReturnType<typeof newFieldReader>) {
  const at = `lines.${index}`
  const hasName = line.product !== null || line.description.trim() !== ''
  if (!hasName) reader.problems[`${at}.product`] = 'required'
  if (line.unitPrice.trim() === '') reader.problems[`${at}.unitPrice`] = 'required'
  return {
    ...(line.id !== null && { id: line.id }),
    productId: line.product?.id ?? null,
    description: line.description,
    quantity: reader.needed(`${at}.quantity`, line.quantity, 'quantity'),
    unitPrice: typedDecimal(line.unitPrice),
    discountPercent: reader.number(`${at}.discountPercent`, line.discountPercent, 'percent') ?? 0,
  }
}

const milli = 1000
const ppmPerPercent = 10_000

/** The line's money as it will be fixed on saving, or null while something in it is no number. */
export function lineTotal(line: OrderLineForm, currency: string): number | null {
  const price = typedDecimal(line.unitPrice)
  const quantity = textToNumber(line.quantity, 'quantity')
  const discount = textToNumber(line.discountPercent, 'percent')
  if (!isDecimal(price) || !('value' in quantity) || !('value' in discount) || quantity.value === null) return null
  try {
    return lineTotalMinor({
      priceMicros: microsFromDecimal(price),
      qtyMilli: Math.round(quantity.value * milli),
      discountPpm: Math.round((discount.value ?? 0) * ppmPerPercent),
      currency,
    })
  } catch {
    // More digits than exact arithmetic holds: the field will be refused, there is nothing to show.
    return null
  }
}

/** The sum of the lines that have an amount, as decimal text. */
export function orderTotal(form: Pick<OrderForm, 'lines' | 'currency'>): string {
  const sum = form.lines.reduce((total, line) => total + (lineTotal(line, form.currency) ?? 0), 0)
  return minorToDecimal(sum, form.currency)
}
