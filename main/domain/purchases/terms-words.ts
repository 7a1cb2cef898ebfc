// Terms of a purchase order in words, as its papers say them in English and in Chinese.
import type { Pair } from '#main/domain/papers/paper-text.ts'
import { trimZeros } from '#shared/decimal.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'

export type PaymentTerms = { depositPercent: number; dueFrom: DueFrom; dueDays: number }

const after: Readonly<Record<DueFrom, Pair>> = {
  order: { en: 'the date of this order', zh: '下单' },
  ready: { en: 'the goods are ready', zh: '货好' },
  receipt: { en: 'receipt of the goods', zh: '收货' },
  month_end: { en: 'the end of the month in which the goods are received', zh: '收货当月月底' },
}

const at: Readonly<Record<DueFrom, Pair>> = {
  order: { en: 'with the order', zh: '下单时付清' },
  ready: { en: 'when the goods are ready', zh: '货好时付清' },
  receipt: { en: 'on receipt of the goods', zh: '收货时付清' },
  month_end: { en: 'at the end of the month in which the goods are received', zh: '收货当月月底付清' },
}

/** `30 % deposit with the order, the balance within 7 days after the goods are ready`. */
export function paymentTermsPair({ depositPercent, dueFrom, dueDays }: PaymentTerms): Pair {
  const when = dueWords(dueFrom, dueDays)
  if (depositPercent === 0) return { en: `Payment ${when.en}`, zh: `货款${when.zh}` }
  if (depositPercent >= 100) return { en: 'Payment in full with the order', zh: '下单时付全款' }
  const share = percentPair(depositPercent)
  return {
    en: `${share.en} deposit with the order, the balance ${when.en}`,
    zh: `下单付${share.zh}定金，余款${when.zh}`,
  }
}

function dueWords(dueFrom: DueFrom, dueDays: number): Pair {
  if (dueDays === 0) return at[dueFrom]
  const { en, zh } = after[dueFrom]
  return { en: `within ${dueDays} ${dueDays === 1 ? 'day' : 'days'} after ${en}`, zh: `于${zh}后${dueDays}日内付清` }
}

/** `Prices include 13 % VAT`; empty where VAT plays no part. */
export function vatPair({ vatIncluded, vatPercent }: { vatIncluded: boolean; vatPercent: number }): Pair {
  if (vatPercent === 0 && !vatIncluded) return { en: '', zh: '' }
  const { en, zh } = percentPair(vatPercent)
  if (vatIncluded) return { en: `Prices include ${en} VAT`, zh: `价格含${zh}增值税` }
  return { en: `Prices exclude VAT (${en})`, zh: `价格不含增值税（税率${zh}）` }
}

/** `+5 % / −3 %` of the quantity; empty where none is allowed. */
export function tolerancePair({ underPercent, overPercent }: { underPercent: number; overPercent: number }): Pair {
  if (underPercent === 0 && overPercent === 0) return { en: '', zh: '' }
  const [over, under] = [percentPair(overPercent), percentPair(underPercent)]
  return { en: `+${over.en} / −${under.en}`, zh: `+${over.zh} / −${under.zh}` }
}

/** English keeps the figure and its sign together by a space that does not break; Chinese has none. */
function percentPair(percent: number): Pair {
  const figure = trimZeros(String(percent))
  return { en: `${figure}\u00a0%`, zh: `${figure}%` }
}

/** How the goods travel; empty where nobody said. */
export const modePairs: Readonly<Record<string, Pair>> = {
  sea: { en: 'by sea', zh: '海运' },
  air: { en: 'by air', zh: '空运' },
  air_charter: { en: 'by chartered aircraft', zh: '包机' },
  rail: { en: 'by rail', zh: '铁路' },
  road: { en: 'by road', zh: '公路' },
  courier: { en: 'by courier', zh: '快递' },
  post: { en: 'by post', zh: '邮寄' },
}
