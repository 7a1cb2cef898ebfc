// A credit without an order as its form holds it: its own customer and currency, and lines that say what is given back.

import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { CreditDraft } from '#shared/schemas/credits.ts'
import type { CreditForm, GoodsKind } from './credit-form-values.ts'

export type FreeRow = {
  key: string
  product: PickerOption | null
  description: string
  quantity: string
  amount: string
  taxPercent: string
  goods: GoodsKind
}

export type FreeCreditForm = Omit<CreditForm, 'rows' | 'freight'> & {
  customer: PickerOption | null
  currency: string
  rate: string
  taxIncluded: boolean
  customerReference: string
  rows: FreeRow[]
}

export function newFreeRow(): FreeRow {
  const texts = { description: '', quantity: '', amount: '', taxPercent: '' }
  return { key: crypto.randomUUID(), product: null, goods: 'none', ...texts }
}

export function newFreeCredit(today: Day, currency: string): FreeCreditForm {
  return {
    ...{ on: today, reason: 'goodwill', customer: null, currency, rate: '', taxIncluded: false, customerReference: '' },
    ...{ warehouseId: '', secondWarehouseId: '', note: '', isDraft: false, rows: [newFreeRow()] },
  }
}

export type FreeReading = { credit: CreditDraft | null; problems: Record<string, string> }

/** What travels, or a problem's code per field (`key.amount` of a row). Rows without an amount are left out. */
export function readFreeCredit(form: FreeCreditForm): FreeReading {
  const reader = newFieldReader()
  const lines = form.rows.flatMap((row) => readRow(row, reader))
  const { problems } = reader
  const on = typedDay(form.on)
  if (!isDay(on)) problems.on = 'day'
  const rate = typedDecimal(form.rate)
  if (rate !== '' && !isDecimal(rate)) problems.rate = 'decimal'
  if (Object.keys(problems).length > 0 || !isDay(on) || lines.length === 0) return { credit: null, problems }
  const { reason, note, isDraft, currency, taxIncluded, customerReference } = form
  const place = (text: string) => (text === '' ? null : Number(text))
  return {
    credit: {
      ...{ orderId: null, on: asDay(on), reason, note, isDraft, currency, rate, taxIncluded, customerReference, lines },
      customerId: form.customer?.id ?? null,
      warehouseId: place(form.warehouseId),
      secondWarehouseId: place(form.secondWarehouseId),
    },
    problems,
  }
}

function readRow(row: FreeRow, reader: ReturnType<typeof newFieldReader>): NonNullable<CreditDraft['lines']> {
  const amount = typedDecimal(row.amount)
  const isEmpty = row.product === null && row.description.trim() === '' && row.quantity.trim() === ''
  if (amount === '' && isEmpty) return []
  if (amount === '') reader.problems[`${row.key}.amount`] = 'required'
  else if (!isDecimal(amount)) reader.problems[`${row.key}.amount`] = 'decimal'
  else if (amount.startsWith('-')) reader.problems[`${row.key}.amount`] = 'negative'
  const quantity = reader.number(`${row.key}.quantity`, row.quantity, 'quantity') || null
  const taxPercent = reader.number(`${row.key}.taxPercent`, row.taxPercent, 'percent') ?? 0
  const comesBack = row.product !== null && quantity !== null && row.goods !== 'none'
  return [
    {
      ...{ lineId: null, productId: row.product?.id ?? null, description: row.description.trim(), quantity, amount },
      ...{ taxPercent, goods: comesBack ? (row.goods as Exclude<GoodsKind, 'none'>) : null },
    },
  ]
}
