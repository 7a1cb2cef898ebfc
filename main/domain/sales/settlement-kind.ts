// What a line of a channel's payout is to us, by the words that the channel gives it. Channels invent new words every year:
// what no rule knows is `other`, and never left out.
import type { SalesCostKind } from '#shared/schemas/sales-costs.ts'
import type { SettlementKind } from '#shared/schemas/settlements.ts'

export type SettlementWords = { transactionType: string; amountType: string; description: string }

/** A rule looks at letters and digits alone, in lower case: `Other-Transaction` and `other transaction` are one. */
type Rule = { kind: SettlementKind; when: (words: SettlementWords) => boolean }

const anywhere = (pattern: RegExp) => (words: SettlementWords) =>
  pattern.test(words.amountType) || pattern.test(words.description) || pattern.test(words.transactionType)

const isPrice = ({ amountType }: SettlementWords) => /^itemprice|^price$|^directpayment/.test(amountType)
const isFee = ({ amountType }: SettlementWords) => /fees?$|feeadjustment/.test(amountType)
const goesBack = ({ transactionType }: SettlementWords) =>
  /refund|chargeback|atozguarantee|retrocharge|adjustment|return/.test(transactionType)

/** The first that fits. */
const rules: readonly Rule[] = [
  {
    kind: 'transfer',
    when: ({ transactionType }) => /^transfer|payabletoamazon|successfulcharge|failedtransfer/.test(transactionType),
  },
  { kind: 'transfer', when: ({ description }) => /payableto|successfulcharge|transferofholdings/.test(description) },
  { kind: 'reserve', when: anywhere(/reserveamount|accountlevelreserve|deferred/) },
  { kind: 'tax', when: anywhere(/withheldtax|facilitatortax|^tcs|^tds|lowvaluegoods/) },
  { kind: 'promotion', when: ({ amountType }) => /^promotion/.test(amountType) },
  {
    kind: 'advertising',
    when: anywhere(
      /advertis|sponsored|couponredemption|couponparticip|lightningdeal|dealfee|^vine|earlyreviewer|reviewenrol/,
    ),
  },
  { kind: 'storage', when: anywhere(/storage|agedinventory/) },
  { kind: 'refund', when: (words) => isPrice(words) && goesBack(words) },
  { kind: 'tax', when: (words) => isPrice(words) && /tax$|^tax|vat$/.test(words.description) },
  { kind: 'freight', when: (words) => isPrice(words) && /^shipping|^delivery|^postage/.test(words.description) },
  { kind: 'sale', when: isPrice },
  {
    kind: 'payment_fee',
    when: anywhere(/paymentprocess|paymentmethod|transactionfee|codfee|codchargeback|currencyconversion/),
  },
  {
    kind: 'fulfilment',
    when: anywhere(
      /^fba(?!inventoryreimb)|fulfil|shippinghb|shippingchargeback|shippinglabel|postage|weightbased|perunit|perorder|inbound|removal|disposal|transportation|returnshipping/,
    ),
  },
  {
    kind: 'platform_fee',
    when: anywhere(
      /commission|referral|closingfee|subscription|listingfee|giftwrapchargeback|technologyfee|digitalservices|regulatory|restocking|refundadmin|finalvalue|insertion/,
    ),
  },
  { kind: 'platform_fee', when: isFee },
]

export function settlementKind(words: SettlementWords): SettlementKind {
  const folded = {
    transactionType: fold(words.transactionType),
    amountType: fold(words.amountType),
    description: fold(words.description),
  }
  // A reimbursement pays for lost goods, whatever programme it belongs to.
  if (
    /reimburse|safet|compensat|liquidation/.test(`${folded.amountType} ${folded.description} ${folded.transactionType}`)
  )
    return 'other'
  return rules.find(({ when }) => when(folded))?.kind ?? 'other'
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Kinds that are the customers' money: together they are what an order brought before fees. */
export const customerMoney: readonly SettlementKind[] = ['sale', 'freight', 'tax', 'promotion', 'refund']

const costKinds: Readonly<Partial<Record<SettlementKind, SalesCostKind>>> = {
  platform_fee: 'platform_fee',
  payment_fee: 'payment_fee',
  commission: 'commission',
  fulfilment: 'fulfilment',
  storage: 'storage',
  advertising: 'advertising',
  other: 'other',
}

/** The cost that such a line is; null of the customers' money, of what is held back and of what was sent to the bank. */
export function costKindOf(kind: SettlementKind): SalesCostKind | null {
  return costKinds[kind] ?? null
}
