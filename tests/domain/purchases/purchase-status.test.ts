import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayDo, openStatuses, restOfLine, statusByProgress, verbsOf } from '#main/domain/purchases/purchase-status.ts'
import { purchaseStatuses, purchaseVerbs } from '#shared/schemas/purchases.ts'

const order = { isHistory: false, hasReceipts: false }

describe('what may be done', () => {
  test.each([
    ['draft', ['edit', 'send', 'cancel']],
    ['sent', ['edit', 'confirm', 'receive', 'cancel', 'close']],
    ['confirmed', ['edit', 'receive', 'cancel', 'close']],
    ['part_received', ['edit', 'receive', 'close']],
    ['received', ['edit', 'receive', 'close']],
    ['closed', ['reopen']],
    ['cancelled', ['reopen']],
  ] as const)('with an order that is %s', (status, verbs) => {
    expect(verbsOf({ ...order, status })).toEqual(verbs)
  })

  test('what came in keeps an order from being cancelled', () => {
    expect(mayDo('cancel', { ...order, status: 'confirmed', hasReceipts: true })).toBe(false)
  })

  test('an order of the past can only be put right', () => {
    for (const status of purchaseStatuses) {
      expect(verbsOf({ status, isHistory: true, hasReceipts: false })).toEqual(['edit'])
    }
  })
})

describe('where an order stands', () => {
  const none = { status: 'cancelled', sentOn: null, confirmedOn: null, hasReceipts: false, hasRest: true } as const
  test.each([
    [none, 'draft'],
    [{ ...none, sentOn: '2026-03-01' }, 'sent'],
    [{ ...none, sentOn: '2026-03-01', confirmedOn: '2026-03-02' }, 'confirmed'],
    [{ ...none, sentOn: '2026-03-01', hasReceipts: true }, 'part_received'],
    [{ ...none, sentOn: '2026-03-01', hasReceipts: true, hasRest: false }, 'received'],
    // A file told no days: it was sent all the same.
    [{ ...none, status: 'closed' }, 'sent'],
    [{ ...none, status: 'received' }, 'sent'],
    [{ ...none, status: 'confirmed' }, 'confirmed'],
    // Everything let go before anything came: it was not received.
    [{ ...none, sentOn: '2026-03-01', hasRest: false }, 'sent'],
  ] as const)('%o is %s', (progress, status) => {
    expect(statusByProgress(progress)).toBe(status)
  })

  test('goods are waited for only where they may come in', () => {
    for (const status of openStatuses) expect(mayDo('receive', { ...order, status })).toBe(true)
    expect(purchaseVerbs).toContain('receive')
  })
})

describe('what is still to come of a line', () => {
  test('is what was ordered, without what came and what was let go, and with what is sent again', () => {
    expect(restOfLine({ qtyMilli: 100, receivedMilli: 60, toReplaceMilli: 5, letGoMilli: 10 })).toBe(35)
  })

  test('is never below nothing', () => {
    const milli = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(milli, milli, milli, milli, (qtyMilli, receivedMilli, toReplaceMilli, letGoMilli) => {
        expect(restOfLine({ qtyMilli, receivedMilli, toReplaceMilli, letGoMilli })).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
