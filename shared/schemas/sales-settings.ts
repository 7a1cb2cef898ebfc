// What the book has settled about its customers and selling: one setting per key, set whole, with usual values.
import { z } from 'zod'
import { customerSettings } from '#shared/schemas/customer-settings.ts'
import { flagsField } from '#shared/schemas/order-flags.ts'
import { receivableSettings } from '#shared/schemas/receivable-settings.ts'
import { expectedCostsField } from '#shared/schemas/sales-costs.ts'

/**
 * Every setting: its key and what it must be. A missing row is the schema's own default. Keys: credit, dunning, allowance,
 * rfm, care, retention, duplicates, flags, expectedCosts; each is written by the feature that reads it.
 */
export const salesSettings = {
  ...customerSettings,
  ...receivableSettings,
  flags: flagsField.prefault({}),
  expectedCosts: expectedCostsField.prefault({}),
} as const satisfies Readonly<Record<string, z.ZodType>>

export type SalesKey = keyof typeof salesSettings & string
export type SalesSettings = { [Key in SalesKey]: z.output<(typeof salesSettings)[Key]> }

/** One setting is set whole; its value is checked by the schema of its key. */
export const setSalesInput = z.object({
  key: z.string().refine((key): key is SalesKey => Object.hasOwn(salesSettings, key), 'unknown'),
  value: z.unknown(),
})
