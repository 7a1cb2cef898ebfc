// What purchase orders were made, said in one sentence.
import type { Spoken } from '#renderer/lib/language.ts'
import type { MadePurchases } from '#shared/schemas/purchases.ts'

export function madeText({ t }: Spoken, { orders, withoutPrice }: MadePurchases): string {
  const numbers = orders.map(({ number }) => number).join(', ')
  const made = t('purchases.fromReplenishment.made', { count: orders.length, numbers })
  if (withoutPrice.length === 0) return made
  return `${made} · ${t('purchases.fromReplenishment.withoutPrice', { count: withoutPrice.length })}`
}
