// Entries at customs as they travel: what was declared where, how far it has come, and what was charged.
import { z } from 'zod'
import {
  countryField,
  currencyField,
  dayField,
  decimalField,
  idField,
  lineField,
  noteField,
  quantityField,
  wholeField,
} from '#shared/schemas/fields.ts'
import type { NamedParty } from '#shared/schemas/purchases.ts'

export const customsDirections = ['export', 'import'] as const
export type CustomsDirection = (typeof customsDirections)[number]

export const customsStatuses = ['draft', 'filed', 'inspected', 'held', 'released', 'refused'] as const
export type CustomsStatus = (typeof customsStatuses)[number]

const amount = decimalField
  .refine((text) => !text.startsWith('-'), 'negative')
  .nullable()
  .default(null)

const customsLineInput = z.object({
  id: idField.optional(),
  hsCode: lineField(20),
  description: lineField(),
  originCountry: countryField,
  quantity: quantityField.gt(0, 'positive').nullable().default(null),
  unit: lineField(20),
  netGrams: wholeField.nullable().default(null),
  grossGrams: wholeField.nullable().default(null),
  /** In the entry's currency. */
  value: amount,
})
export type CustomsLineInput = z.output<typeof customsLineInput>

export const customsEntryInput = z
  .object({
    id: idField.optional(),
    direction: z.enum(customsDirections),
    country: countryField,
    declarationNumber: lineField(60),
    declaredOn: dayField.nullable().default(null),
    status: z.enum(customsStatuses).default('draft'),
    statusOn: dayField.nullable().default(null),
    brokerId: idField.nullable().default(null),
    /** Of duty, tax and the values of the lines. */
    currency: z.union([z.literal(''), currencyField]).default(''),
    duty: amount,
    tax: amount,
    note: noteField,
    lines: z.array(customsLineInput).max(2000).default([]),
  })
  .refine(
    ({ currency, duty, tax, lines }) =>
      currency !== '' || [duty, tax, ...lines.map(({ value }) => value)].every((value) => value === null),
    {
      message: 'required',
      path: ['currency'],
    },
  )
export type CustomsEntryInput = z.output<typeof customsEntryInput>

export type CustomsLine = Omit<CustomsLineInput, 'id'> & { id: number; position: number }

export type CustomsEntry = Omit<CustomsEntryInput, 'id' | 'lines'> & {
  id: number
  position: number
  broker: NamedParty | null
  lines: CustomsLine[]
  /** Sums of the lines; null where one of them does not say it. */
  totals: { netGrams: number | null; grossGrams: number | null; value: string | null }
}

/** Lines of an entry as the goods of a shipment would have them. */
export const proposeCustomsInput = z.object({ id: idField, direction: z.enum(customsDirections) })
