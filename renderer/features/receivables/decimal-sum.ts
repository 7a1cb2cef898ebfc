// Amounts as decimal text, added exactly.
import { Decimal } from '#shared/decimal.ts'

export function decimalSum(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed()
}
