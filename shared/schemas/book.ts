// The company behind the book, as it travels.
import { z } from 'zod'
import { countryField, currencyField, requiredLine, timeZoneField } from '#shared/schemas/fields.ts'

export const companyInput = z.object({
  companyName: requiredLine(200),
  country: countryField,
  baseCurrency: currencyField,
  timeZone: timeZoneField,
  /** A rate older than this is used only when someone says so. */
  rateMaxAgeDays: z.number().int().min(0).max(3650).default(10),
})

export type CompanyInput = z.output<typeof companyInput>
