import { expect, test } from 'vitest'
import { paymentTermsPair, tolerancePair, vatPair } from '#main/domain/purchases/terms-words.ts'

test.each([
  [0, 'receipt', 0, 'Payment on receipt of the goods', '货款收货时付清'],
  [0, 'receipt', 30, 'Payment within 30 days after receipt of the goods', '货款于收货后30日内付清'],
  [
    30,
    'ready',
    0,
    '30\u00a0% deposit with the order, the balance when the goods are ready',
    '下单付30%定金，余款货好时付清',
  ],
  [
    12.5,
    'order',
    1,
    '12.5\u00a0% deposit with the order, the balance within 1 day after the date of this order',
    '下单付12.5%定金，余款于下单后1日内付清',
  ],
  [100, 'receipt', 0, 'Payment in full with the order', '下单时付全款'],
  [
    ...([0, 'month_end', 60] as const),
    'Payment within 60 days after the end of the month in which the goods are received',
    '货款于收货当月月底后60日内付清',
  ],
] as const)('%s %% with the order, the rest from %s after %s days', (depositPercent, dueFrom, dueDays, en, zh) => {
  expect(paymentTermsPair({ depositPercent, dueFrom, dueDays })).toEqual({ en, zh })
})

test('VAT and tolerance say nothing where there is nothing to say', () => {
  expect(vatPair({ vatIncluded: false, vatPercent: 0 })).toEqual({ en: '', zh: '' })
  expect(vatPair({ vatIncluded: false, vatPercent: 13 }).zh).toBe('价格不含增值税（税率13%）')
  expect(tolerancePair({ underPercent: 0, overPercent: 0 }).en).toBe('')
  expect(tolerancePair({ underPercent: 3, overPercent: 5 }).zh).toBe('+5% / −3%')
})
