// The form of a new count: what is typed, and what travels of it.
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import type { CountClass, CountScope, CountScopeInput, CreateCountDraft } from '#shared/schemas/counting.ts'
import type { NewCountAddress } from './new-count-address.ts'

export type CountForm = {
  warehouseId: string | null
  on: string
  scope: CountScope
  binId: string | null
  category: PickerOption | null
  class: CountClass
  products: PickerOption[]
  onlyDue: boolean
  withEmpty: boolean
  isBlind: boolean
  number: string
  note: string
}

export function newCountForm(today: Day, address: NewCountAddress): CountForm {
  return {
    warehouseId: String(address.place ?? 1),
    on: today,
    scope: address.class ? 'class' : 'all',
    binId: null,
    category: null,
    class: address.class ?? 'A',
    products: [],
    onlyDue: address.due ?? false,
    withEmpty: false,
    isBlind: false,
    number: '',
    note: '',
  }
}

export function readCountForm(
  form: CountForm,
): { ok: true; value: CreateCountDraft } | { ok: false; problems: FieldProblems } {
  const on = typedDay(form.on)
  const of = scopeOf(form)
  const problems = {
    ...(form.warehouseId === null && { warehouseId: 'required' }),
    ...(!isDay(on) && { on: 'day' }),
    ...('problem' in of && { [of.problem]: 'required' }),
  }
  if (form.warehouseId === null || 'problem' in of || Object.keys(problems).length > 0) return { ok: false, problems }
  const { withEmpty, isBlind, number, note } = form
  // Who chose products wants these, due or not.
  const onlyDue = form.onlyDue && of.scope !== 'chosen'
  const warehouseId = Number(form.warehouseId)
  return { ok: true, value: { warehouseId, on: asDay(on), of, onlyDue, withEmpty, isBlind, number, note } }
}

function scopeOf({ scope, binId, category, class: name, products }: CountForm): CountScopeInput | { problem: string } {
  switch (scope) {
    case 'all':
      return { scope }
    case 'bin':
      return binId === null ? { problem: 'binId' } : { scope, binId: Number(binId) }
    case 'category':
      return category === null ? { problem: 'category' } : { scope, categoryId: category.id }
    case 'class':
      return { scope, class: name }
    case 'chosen':
      return products.length === 0 ? { problem: 'products' } : { scope, productIds: products.map(({ id }) => id) }
  }
}
