// An order as its form holds it, and the money of its lines while they are being typed.

import { inFormOrder, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Day } from '#shared/dates.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { minorToDecimal } from '#shared/money.ts'
import { type Order, type OrderInput, orderInput } from '#shared/schemas/orders.ts'
import { discountShares, sumText } from './order-form-money.ts'

export type OrderLineForm = {
  key: string
  /** Null for a line that is not saved yet. */
  id: number | null
  product: PickerOption | null
  description: string
  quantity: string
  unitPrice: string
  discountPercent: string
  taxPercent: string
  promisedOn: string
  /** What of the quantity is no longer wanted; asked for once the order is confirmed. */
  cancelled: string
  /** What the form does not show and keeps: its share of the order's discount, what it takes back from. */
  discountAmount: string
  /** Tax that a file told as an amount. */
  toldTax: string
  creditsLineId: number | null
}

type Plain =
  | 'number'
  | 'document'
  | 'creditsId'
  | 'creditReason'
  | 'customerReference'
  | 'purpose'
  | 'currency'
  | 'rate'
type Sides = 'fulfilledBy' | 'collectedBy' | 'taxBy' | 'taxIncluded' | 'dueFrom'
type Texts = 'shippingService' | 'shipTo' | 'packingNote' | 'note'

export type OrderForm = Pick<OrderInput, Plain | Sides | Texts> & {
  customerId: PickerOption | null
  carrierId: PickerOption | null
  servesId: PickerOption | null
  warehouseId: string | null
  channel: string
  externalId: string
  orderedOn: string
  requiredOn: string
  freight: string
  freightTax: string
  other: string
  /** On the whole order; it is spread over the lines. */
  orderDiscount: string
  depositPercent: string
  dueDays: string
  lines: OrderLineForm[]
}

const orNothing = (text: string) => (Number(text) === 0 ? '' : text)
const percentText = (percent: number) => (percent === 0 ? '' : numberToText(percent, 'percent'))

export function orderToForm(order: Order, language: Language): OrderForm {
  const discount = order.lines.reduce((sum, line) => sum + Number(line.discountAmount), 0)
  return {
    ...plainOf(order),
    rate: order.rate ?? '',
    customerId: order.customer && { id: order.customer.id, name: nameIn(language, order.customer) },
    carrierId: order.carrier && { id: order.carrier.id, name: nameIn(language, order.carrier) },
    servesId: order.serves && { id: order.serves.id, name: order.serves.number },
    warehouseId: order.warehouseId === null ? null : String(order.warehouseId),
    orderedOn: order.orderedOn,
    requiredOn: order.requiredOn ?? '',
    freight: order.freight ?? '',
    freightTax: orNothing(order.freightTax),
    other: orNothing(order.other),
    orderDiscount:
      discount === 0
        ? ''
        : sumText(
            order.lines.map((line) => line.discountAmount),
            order.currency,
          ),
    depositPercent: percentText(order.depositPercent),
    dueDays: order.dueDays === 0 ? '' : String(order.dueDays),
    lines: order.lines.map((line) => lineToForm(line, language)),
  }
}

function plainOf(order: Order) {
  const { number, document, creditsId, creditReason, customerReference, purpose, currency, channel, externalId } = order
  const { fulfilledBy, collectedBy, taxBy, taxIncluded, dueFrom, shippingService, shipTo, packingNote, note } = order
  return {
    ...{ number, document, creditsId, creditReason, customerReference, purpose, currency, channel, externalId },
    ...{ fulfilledBy, collectedBy, taxBy, taxIncluded, dueFrom, shippingService, shipTo, packingNote, note },
  }
}

function lineToForm(line: Order['lines'][number], language: Language): OrderLineForm {
  return {
    key: String(line.id),
    id: line.id,
    product: line.productId === null ? null : { id: line.productId, name: line.sku, detail: nameIn(language, line) },
    description: line.description,
    quantity: numberToText(line.quantity, 'quantity'),
    unitPrice: line.unitPrice,
    discountPercent: percentText(line.discountPercent),
    taxPercent: percentText(line.taxPercent),
    promisedOn: line.promisedOn ?? '',
    discountAmount: line.discountAmount,
    toldTax: line.taxPercent === 0 ? line.tax : '0',
    cancelled: line.cancelled === 0 ? '' : numberToText(line.cancelled, 'quantity'),
    creditsLineId: line.creditsLineId,
  }
}

export function newOrderForm(today: Day, currency: string): OrderForm {
  const { number, document, creditsId, creditReason, customerReference, purpose, rate, ...more } = orderInput.parse({
    orderedOn: today,
    currency,
  })
  const { fulfilledBy, collectedBy, taxBy, taxIncluded, dueFrom, shippingService, shipTo, packingNote, note } = more
  return {
    ...{ number, document, creditsId, creditReason, customerReference, purpose, rate, currency },
    ...{ fulfilledBy, collectedBy, taxBy, taxIncluded, dueFrom, shippingService, shipTo, packingNote, note },
    ...{ customerId: null, carrierId: null, servesId: null, warehouseId: null, channel: '', externalId: '' },
    orderedOn: today,
    ...{ requiredOn: '', freight: '', freightTax: '', other: '', orderDiscount: '', depositPercent: '', dueDays: '' },
    lines: [newOrderLine('first')],
  }
}

/** A further line has the tax of the one before it. */
export function newOrderLine(key: string, taxPercent = ''): OrderLineForm {
  return {
    ...{ key, id: null, product: null, description: '', quantity: '', unitPrice: '', discountPercent: '', taxPercent },
    ...{ promisedOn: '', discountAmount: '0', toldTax: '0', cancelled: '', creditsLineId: null },
  }
}

/** A line that nothing was written in yet; it is left out when the order is saved. */
export function isBlankLine(line: OrderLineForm): boolean {
  const written = [line.description, line.quantity, line.unitPrice, line.discountPercent, line.promisedOn]
  return line.id === null && line.product === null && written.every((text) => text.trim() === '')
}

/** What travels, or a problem's code per field. Blank lines are left out; problems still name the line as the form has it. */
export function readOrderForm(form: OrderForm): FormReading<OrderInput> {
  const reader = newFieldReader()
  const written = form.lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const shares = discountShares(form)
  if (shares === null) reader.problems.orderDiscount = 'discount_too_large'
  const { orderDiscount: _, ...rest } = form
  const order = parseFields(orderInput, {
    ...rest,
    customerId: form.customerId?.id ?? null,
    carrierId: form.carrierId?.id ?? null,
    servesId: form.purpose === 'sample' ? (form.servesId?.id ?? null) : null,
    warehouseId: form.warehouseId === null ? null : Number(form.warehouseId),
    orderedOn: typedDay(form.orderedOn),
    requiredOn: typedDay(form.requiredOn) || null,
    rate: typedDecimal(form.rate),
    freight: form.freight.trim() === '' ? null : typedDecimal(form.freight),
    freightTax: typedDecimal(form.freightTax) || '0',
    other: typedDecimal(form.other) || '0',
    depositPercent: reader.number('depositPercent', form.depositPercent, 'percent') ?? 0,
    dueDays: reader.number('dueDays', form.dueDays, 'whole') ?? 0,
    lines: written.map(({ line, index }) => ({
      ...readLine(line, index, reader),
      discountAmount: minorToDecimal(shares?.[index] ?? 0, form.currency),
    })),
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
    cancelled: reader.number(`${at}.cancelled`, line.cancelled, 'quantity') ?? 0,
    unitPrice: typedDecimal(line.unitPrice),
    discountPercent: reader.number(`${at}.discountPercent`, line.discountPercent, 'percent') ?? 0,
    taxPercent: reader.number(`${at}.taxPercent`, line.taxPercent, 'percent') ?? 0,
    promisedOn: typedDay(line.promisedOn) || null,
    creditsLineId: line.creditsLineId,
  }
}
