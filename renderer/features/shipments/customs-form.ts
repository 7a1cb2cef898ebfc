// An entry at customs as its dialog holds it.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { Language } from '#shared/i18n/translate.ts'
import {
  type CustomsEntry,
  type CustomsEntryInput,
  type CustomsLineInput,
  customsEntryInput,
} from '#shared/schemas/shipment-customs.ts'

export type CustomsLineForm = {
  key: string
  id: number | null
  hsCode: string
  description: string
  originCountry: string
  quantity: string
  unit: string
  net: string
  gross: string
  value: string
}

type Kept = 'direction' | 'country' | 'declarationNumber' | 'status' | 'currency' | 'note'

export type CustomsForm = Pick<CustomsEntryInput, Kept> & {
  declaredOn: string
  statusOn: string
  broker: PickerOption | null
  duty: string
  tax: string
  lines: CustomsLineForm[]
}

export function newCustomsForm(direction: CustomsEntryInput['direction'], country: string): CustomsForm {
  return {
    ...{ direction, country, declarationNumber: '', status: 'draft', currency: '', note: '' },
    ...{ declaredOn: '', statusOn: '', broker: null, duty: '', tax: '', lines: [] },
  }
}

export function customsToForm(entry: CustomsEntry, language: Language): CustomsForm {
  const { direction, country, declarationNumber, status, currency, note, broker } = entry
  return {
    ...{ direction, country, declarationNumber, status, currency, note },
    declaredOn: entry.declaredOn ?? '',
    statusOn: entry.statusOn ?? '',
    broker: broker && { id: broker.id, name: nameIn(language, broker) },
    duty: entry.duty ?? '',
    tax: entry.tax ?? '',
    lines: entry.lines.map((line) => ({ ...customsLineForm(line), key: String(line.id), id: line.id })),
  }
}

export function customsLineForm(line: Omit<CustomsLineInput, 'id'>): CustomsLineForm {
  const { hsCode, description, originCountry, unit } = line
  return {
    ...{ key: crypto.randomUUID(), id: null, hsCode, description, originCountry, unit },
    quantity: numberToText(line.quantity, 'quantity'),
    net: numberToText(line.netGrams, 'kg'),
    gross: numberToText(line.grossGrams, 'kg'),
    value: line.value ?? '',
  }
}

export function newCustomsLine(): CustomsLineForm {
  return customsLineForm({
    ...{ hsCode: '', description: '', originCountry: '', quantity: null, unit: '' },
    ...{ netGrams: null, grossGrams: null, value: null },
  })
}

type Reading = { ok: true; value: CustomsEntryInput } | { ok: false; problems: FieldProblems }

export function readCustomsForm(form: CustomsForm, id: number | undefined): Reading {
  const reader = newFieldReader()
  const amount = (text: string) => (text.trim() === '' ? null : typedDecimal(text))
  const entry = parseFields(customsEntryInput, {
    ...form,
    ...(id !== undefined && { id }),
    declaredOn: typedDay(form.declaredOn) || null,
    statusOn: typedDay(form.statusOn) || null,
    brokerId: form.broker?.id ?? null,
    duty: amount(form.duty),
    tax: amount(form.tax),
    lines: form.lines.map((line, index) => ({
      ...line,
      id: line.id ?? undefined,
      quantity: reader.number(`lines.${index}.quantity`, line.quantity, 'quantity'),
      netGrams: reader.number(`lines.${index}.net`, line.net, 'kg'),
      grossGrams: reader.number(`lines.${index}.gross`, line.gross, 'kg'),
      value: amount(line.value),
    })),
  })
  const problems = { ...(entry.ok ? {} : entry.problems), ...reader.problems }
  return entry.ok && Object.keys(problems).length === 0 ? entry : { ok: false, problems }
}
