import { expect, test } from 'vitest'
import { closePeriod, periodClosings, reopenPeriod } from '#main/services/costing/period-closings.ts'
import { tellCosts } from '#main/services/costing/told-costs.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { asDay } from '#shared/dates.ts'
import { tellCostsInput } from '#shared/schemas/costing.ts'
import { ledgerBook } from '#tests/support/ledger-book.ts'

const close = (through: string) => ({ through: asDay(through), note: '' })

test('what a closed period said stays; what is told later stands on the first open day', () => {
  const { book, post, values, balances, problems } = ledgerBook('fifo')
  const [receipt] = post({ qty: 10, on: '2026-01-05' })
  const [issue] = post({ qty: -4, on: '2026-01-20' })
  book.write((tx) => closePeriod(tx, close('2026-01-31')))
  expect(problems()).toEqual([])
  book.write((tx) =>
    tellCosts(
      tx,
      tellCostsInput.parse({ costs: [{ movementId: receipt, unitCost: { amount: '2', currency: 'USD' } }] }),
    ),
  )
  expect(values()).toEqual([
    [receipt, 'movement', '2026-01-05', 0, 10],
    [receipt, 'revaluation', '2026-02-01', 2000, -10],
    [issue, 'movement', '2026-01-20', 0, -4],
    [issue, 'revaluation', '2026-02-01', -800, 4],
  ])
  expect(balances()).toEqual([[1, 6, 1200, 0]])
  expect(problems()).toEqual([])
  expect(book.read(periodClosings)).toMatchObject([
    { through: '2026-01-31', stockValue: '0.00', uncosted: 6, revalued: '12.00', canReopen: true },
  ])
})

test('opened again, the period is worth what is known today', () => {
  const { book, post, values, problems } = ledgerBook('average')
  const [receipt] = post({ qty: 10, on: '2026-01-05' })
  const { id } = book.write((tx) => closePeriod(tx, close('2026-01-31')))
  const told = book.writer.write('test', null, (tx) =>
    tellCosts(
      tx,
      tellCostsInput.parse({ costs: [{ movementId: receipt, unitCost: { amount: '2', currency: 'USD' } }] }),
    ),
  )
  book.write((tx) => reopenPeriod(tx, { id }))
  expect(values()).toEqual([[receipt, 'movement', '2026-01-05', 2000, 0]])
  expect(problems()).toEqual([])
  book.write((tx) => undoOperation(tx, told.operationId ?? 0))
  expect(values()).toEqual([[receipt, 'movement', '2026-01-05', 0, 10]])
  expect(problems()).toEqual([])
})

test('a closing that was undone and redone says the same again', () => {
  const { book, post, values, problems } = ledgerBook('fifo')
  const [receipt] = post({ qty: 10, on: '2026-01-05' })
  const closing = book.writer.write('test', null, (tx) => closePeriod(tx, close('2026-01-31')))
  const undo = (id: number | null) => book.writer.write('test', null, (tx) => undoOperation(tx, id ?? 0)).operationId
  const undone = undo(closing.operationId)
  book.write((tx) =>
    tellCosts(
      tx,
      tellCostsInput.parse({ costs: [{ movementId: receipt, unitCost: { amount: '2', currency: 'USD' } }] }),
    ),
  )
  expect(problems()).toEqual([])
  undo(undone)
  expect(values()).toEqual([
    [receipt, 'movement', '2026-01-05', 0, 10],
    [receipt, 'revaluation', '2026-02-01', 2000, -10],
  ])
  expect(problems()).toEqual([])
})

test('days are closed in order, and only past ones', () => {
  const { book, post } = ledgerBook('fifo')
  post({ qty: 10, on: '2026-01-05', value: 500 })
  const first = book.write((tx) => closePeriod(tx, close('2026-01-31')))
  expect(() => book.write((tx) => closePeriod(tx, close('2026-01-31')))).toThrow('costing/closed-already')
  expect(() => book.write((tx) => closePeriod(tx, close('2026-11-22')))).toThrow('costing/closing-in-future')
  const second = book.write((tx) => closePeriod(tx, close('2026-02-28')))
  expect([first.values, second.values]).toEqual([1, 0])
  expect(() => book.write((tx) => reopenPeriod(tx, { id: first.id }))).toThrow('costing/not-newest-closing')
  book.write((tx) => reopenPeriod(tx, { id: second.id }))
  expect(() => book.write((tx) => reopenPeriod(tx, { id: second.id }))).toThrow('costing/closing-not-found')
})
