// What the book has settled about shipping: one setting per key, set whole, with usual values.
import { z } from 'zod'
import { laneSettings } from '#shared/schemas/lane-settings.ts'
import { movingSettings } from '#shared/schemas/moving-settings.ts'
import { packingSettings } from '#shared/schemas/packing-settings.ts'

/**
 * Every setting: its key and what it must be. A missing row is the schema's own default. Each part is declared and written by
 * the feature that reads it.
 */
export const shippingSettings = {
  ...laneSettings,
  ...packingSettings,
  ...movingSettings,
} as const satisfies Readonly<Record<string, z.ZodType>>

export type ShippingKey = keyof typeof shippingSettings & string

/** One setting is set whole; its value is checked by the schema of its key. */
export const setShippingInput = z.object({
  key: z.string().refine((key): key is ShippingKey => Object.hasOwn(shippingSettings, key), 'unknown'),
  value: z.unknown(),
})
