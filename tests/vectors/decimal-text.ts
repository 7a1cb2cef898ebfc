// A figure of a case as exact decimal text, whether it is written as a number or as text.
import { Decimal } from '#shared/decimal.ts'

export function decimalText(value: unknown): string {
  return typeof value === 'number' ? new Decimal(value).toFixed() : String(value)
}
