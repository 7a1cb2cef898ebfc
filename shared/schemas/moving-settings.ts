// What the book has settled about shipments that nobody took.
import { z } from 'zod'

/** How many days after the bad news it has to be said what becomes of the goods. */
const decideDaysField = z.number().int().min(0).max(365).default(5)

export const movingSettings = { decideDays: decideDaysField } as const satisfies Readonly<Record<string, z.ZodType>>
