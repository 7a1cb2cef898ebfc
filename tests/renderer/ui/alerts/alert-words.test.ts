import { describe, expect, test } from 'vitest'
import { formatFor } from '#renderer/lib/format.ts'
import { stepAddress } from '#renderer/ui/alerts/alert-step.ts'
import { alertSays, alertTitle } from '#renderer/ui/alerts/alert-words.ts'
import { snoozeDay } from '#renderer/ui/alerts/snooze-days.ts'
import { asDay } from '#shared/dates.ts'
import { type Language, languages, translator } from '#shared/i18n/translate.ts'
import { type Alert, alertRuleIds } from '#shared/schemas/alerts.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

const today = asDay('2026-03-10')
const order: RecordTitle = {
  kind: 'order',
  id: 7,
  code: 'SO-1',
  name: 'Ana',
  nameZh: '安娜',
  archived: false,
  deleted: false,
  role: null,
}
const alert = (values: Partial<Alert>): Alert => ({
  rule: 'orders/late',
  severity: 'urgent',
  record: order,
  detail: '',
  cause: '2026-03-01',
  dayOn: asDay('2026-03-01'),
  facts: {},
  step: { action: 'ship', place: 'edit' },
  mark: null,
  ...values,
})
const spoken = (language: Language) => ({ t: translator(language), format: formatFor(language) })

test.each([
  [{}, '9 days late', '已逾期 9 天'],
  [{ dayOn: asDay('2026-03-09') }, '1 day late', '已逾期 1 天'],
  [{ rule: 'orders/due-soon', dayOn: today }, 'Due today', '今天到期'],
  [{ rule: 'orders/due-soon', dayOn: asDay('2026-03-11') }, 'Due tomorrow', '明天到期'],
  [{ rule: 'orders/due-soon', dayOn: asDay('2026-03-14'), facts: { workingDays: 4 } }, 'Due in 4 days', '4 天后到期'],
  [
    { rule: 'orders/due-soon', dayOn: asDay('2026-03-16'), facts: { workingDays: 4 } },
    'Due in 6 days, 4 of them working days',
    '6 天后到期，其中工作日 4 天',
  ],
  [{ rule: 'products/no-cost', cause: 'unsold' }, 'No cost yet', '还没有成本'],
  [
    { rule: 'products/no-customs-data', facts: { lacking: 'hs' } },
    'Sold abroad without an HS code',
    '销往国外，没有 HS 编码',
  ],
  [{ rule: 'rates/missing', facts: { currency: 'AED', orders: 0 } }, 'AED has no rate at all', 'AED 还没有任何汇率'],
  [
    { rule: 'rates/missing', facts: { currency: 'AED', orders: 2 } },
    'AED: 2 orders wait for a rate',
    'AED：2 个订单在等汇率',
  ],
  [{ rule: 'rates/stale', facts: { currency: 'EUR' } }, 'EUR: the last rate is 9 days old', 'EUR：最新汇率已有 9 天'],
  [
    { rule: 'stock/negative', facts: { quantity: -1.5, unit: 'pcs', warehouse: '' } },
    '-1.5 pcs on hand',
    '现有 -1.5 件',
  ],
] as const)('%j in both languages', (values, english, chinese) => {
  const found = alert(values as Partial<Alert>)
  expect([alertSays(spoken('en'), found, today), alertSays(spoken('zh-CN'), found, today)]).toEqual([english, chinese])
})

test.each(languages)('every rule says something, %s', (language) => {
  for (const rule of alertRuleIds) {
    const facts = {
      ...{ day: '2026-03-01', currency: 'EUR', name: 'CE', part: 'bank', lacking: 'hs', orders: 1 },
      heard: 'delivered',
    }
    const said = alertSays(spoken(language), alert({ rule, facts: { ...facts, quantity: -1, unit: 'pcs' } }), today)
    expect(said).not.toBe('')
    expect(said).not.toMatch(/\{\{|undefined|NaN/)
  }
})

test('the record is named in the reader’s language where a control is heard without its row', () => {
  expect(alertTitle(spoken('en'), alert({}), today)).toBe('SO-1 · Ana: 9 days late')
  expect(alertTitle(spoken('zh-CN'), alert({}), today)).toBe('SO-1 · 安娜：已逾期 9 天')
})

describe('the next step leads to', () => {
  test.each([
    ['edit', { to: '/orders/$id/edit', params: { id: '7' } }],
    ['page', { to: '/orders/$id', params: { id: '7' } }],
    ['sending', { to: '/orders/$id', params: { id: '7' }, search: { step: 'dispatch' } }],
    ['files', { to: '/orders/$id', params: { id: '7' }, search: { panel: 'attachments' } }],
    ['rates', { to: '/rates' }],
    ['company', { to: '/company' }],
  ] as const)('%s', (place, address) => {
    expect(stepAddress(alert({ step: { action: 'ship', place } }))).toEqual(address)
  })

  test('score', () => {
    const record: RecordTitle = { ...order, kind: 'party', id: 5 }
    const step = { action: 'seeScore', place: 'score' } as const
    expect(stepAddress(alert({ record, step }))).toEqual({ to: '/scores/$id', params: { id: '5' } })
  })
})

test('days to put things aside until: tomorrow, the Monday to come, the first of next month', () => {
  const days = (day: string) =>
    (['tomorrow', 'nextWeek', 'nextMonth'] as const).map((choice) => snoozeDay(choice, asDay(day)))
  expect(days('2026-03-10')).toEqual(['2026-03-11', '2026-03-16', '2026-04-01'])
  expect(days('2026-03-09')).toEqual(['2026-03-10', '2026-03-16', '2026-04-01'])
  expect(days('2026-12-31')).toEqual(['2027-01-01', '2027-01-04', '2027-01-01'])
  expect(days('2026-01-31')).toEqual(['2026-02-01', '2026-02-02', '2026-02-01'])
})

test.each([
  [{ rule: 'shipments/late' }, '9 days late (DHL)', '已逾期 9 天（DHL）'],
  [
    { rule: 'shipments/held', facts: { day: '2026-03-02' } },
    'Held by customs since March 2, 2026',
    '自 2026年3月2日 起被海关扣留',
  ],
  [{ rule: 'shipments/silent', facts: { days: 9 } }, 'No news for 9 days', '已 9 天没有动态'],
  [
    { rule: 'shipments/at-risk', facts: { expected: '2026-03-12' } },
    'Expected only by March 12, 2026',
    '预计最晚 2026年3月12日 才能到达',
  ],
  [{ rule: 'shipments/storage-ending' }, 'Waited to be fetched, its storage is over', '未被领取，保管期已满'],
  [{ rule: 'shipments/storage-ending', dayOn: asDay('2026-03-11') }, 'Waits to be fetched', '等待领取'],
] as const)('of shipments, %j', (values, english, chinese) => {
  const facts = values.rule === 'shipments/late' ? { carrier: 'DHL' } : {}
  const found = alert({ facts, ...values } as Partial<Alert>)
  expect([alertSays(spoken('en'), found, today), alertSays(spoken('zh-CN'), found, today)]).toEqual([english, chinese])
})
