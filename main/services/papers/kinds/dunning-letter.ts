// A letter to a customer who is late: what was overdue on its day, document by document, the fee, and until when to pay.
import type { ReadDb } from '#main/db/database.ts'
import { dayPair, lines, moneyText, type Pair, same } from '#main/domain/papers/paper-text.ts'
import { documentParty } from '#main/services/orders/order-document.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { bankFields, companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { partyFields } from '#main/services/papers/kinds/purchase-paper-fields.ts'
import { warningList } from '#main/services/papers/kinds/warning-list.ts'
import { getLetter } from '#main/services/receivables/dunning-letters.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { minorFromDecimal } from '#shared/money.ts'
import type { DocumentParty } from '#shared/schemas/order-document.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'
import type { DunningLetter } from '#shared/schemas/receivables.ts'

type LetterToPrint = { letter: DunningLetter; customer: DocumentParty | null; ownText: Pair }

export const dunningLetter: PaperKindRule = {
  kind: 'dunning_letter',
  columns: 'position document orderedOn dueOn daysOverdue amount'.split(' '),
  isSheet: true,
  build(db, wish) {
    const warnings = warningList()
    const { profile, seller, logo, stamp } = companyFields(db, warnings)
    const { letter, customer, ownText } = toPrint(db, wish)
    const { currency } = letter
    if (customer && !customer.address?.street)
      warnings.add('no-customer-address', { kind: 'party', id: customer.id }, customer.name)
    const money = (amount: string) => moneyText(minorFromDecimal(amount, currency), currency)
    const rows = letter.items.map((item, index) => ({
      position: String(index + 1),
      document: item.number,
      orderedOn: item.orderedOn,
      dueOn: item.dueOn,
      daysOverdue: String(daysBetween(item.dueOn as Day, letter.asOf as Day)),
      amount: money(item.open),
    }))
    return {
      fields: {
        titleOf: lastWord(letter.step),
        textKey: `text_${lastWord(letter.step)}`,
        ownText,
        hasOwnText: (wish.language !== 'zh-CN' && ownText.en !== '') || (wish.language !== 'en' && ownText.zh !== ''),
        seller,
        picture: { logo, stamp },
        hasCustomer: customer !== null,
        customer: partyFields(customer),
        letterNumber: letter.number,
        facts: factsOf(letter),
        lines: rows,
        currency,
        sums: sumsOf(letter, money),
        bank: bankFields(profile, { currency, accountId: wish.options.bankAccountId }, warnings),
        note: lines([letter.note.trim(), wish.options.note.trim()], '\n'),
      },
      rows,
      partyId: customer?.id ?? null,
      partyName: customer?.name ?? '',
      currency,
      totalMinor: minorFromDecimal(letter.total, currency),
      warnings: warnings.all(),
    }
  },
}

/** The template has words for the first letter, the second, and every one after. */
function lastWord(step: number): '1' | '2' | '3' {
  if (step === 1) return '1'
  return step === 2 ? '2' : '3'
}

function toPrint(db: ReadDb, { record }: PaperWish): LetterToPrint {
  if (record === null) return sampleLetter
  if (record.kind !== 'letter') throw new AppError('papers/wrong-record')
  const letter = getLetter(db, record.id)
  const { steps } = salesSetting(db, 'dunning')
  const texts = steps[letter.step - 1]?.texts
  const ownText = { en: texts?.en.trim() ?? '', zh: texts?.['zh-CN'].trim() ?? '' }
  return { letter, customer: documentParty(db, letter.customerId), ownText }
}

function factsOf({ asOf, payBy }: DunningLetter) {
  const values: readonly [string, Pair][] = [
    ['asOf', dayPair(asOf as Day)],
    ['payBy', dayPair(payBy as Day | null)],
  ]
  return values.flatMap(([key, value]) => (value.en === '' ? [] : [{ key: `fact_${key}`, value }]))
}

/** A fee stands above the total; without one there is only the total. */
function sumsOf({ open, fee, total }: DunningLetter, money: (amount: string) => string) {
  const parts =
    Number(fee) === 0
      ? []
      : [
          { key: 'sum_open', value: same(money(open)) },
          { key: 'sum_fee', value: same(money(fee)) },
        ]
  return [...parts, { key: 'sum_total', value: same(money(total)) }]
}

/** A letter that never was, to look at a template with. */
const sampleLetter: LetterToPrint = {
  letter: {
    ...{ id: 0, number: 'DL-2026-0001', customerId: 0, customer: 'Nordwind GmbH', customerZh: '', step: 1 },
    ...{ asOf: '2026-11-02', sentOn: null, payBy: '2026-11-12', language: 'en', currency: 'USD', note: '' },
    ...{ open: '1860.00', fee: '10.00', total: '1870.00' },
    items: [
      {
        ...{ orderId: 0, number: 'SO-2026-0031', orderedOn: '2026-09-02', dueOn: '2026-10-02' },
        ...{ open: '1860.00', paymentState: 'open' },
      },
    ],
  },
  customer: null,
  ownText: { en: '', zh: '' },
}
