// A price of one that was worked out, as short as it is still told apart by; its card has every digit.
import type { Format } from '#renderer/lib/format.ts'
import { Decimal, trimZeros } from '#shared/decimal.ts'

const places = 4

export function unitAmount(format: Format, value: string, currency: string): string {
  return format.amount(trimZeros(new Decimal(value).round(places).toFixed()), currency)
}
