import { describe, expect, test } from 'vitest'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { balancesFromLedger, settleBalances } from '#main/services/stock/settle-balances.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import { asDay } from '#shared/dates.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

function bookWithProduct() {
  const book = testBook()
  const id = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
  const set = (milli: number, on = '2026-01-01') => book.write((tx) => setOpeningStock(tx, id, milli, asDay(on)))
  const levels = () => book.read((db) => stockLevels(db, id))
  const kept = 'SELECT product_id, warehouse_id, on_hand_milli, last_on FROM stock_balances'
  const balances = () => book.read((db) => db.raw(kept))
  return { book, id, set, levels, balances }
}

describe('opening stock', () => {
  test('is posted to the ledger, and the balance with it', () => {
    const { set, levels, balances, id } = bookWithProduct()
    expect(levels()).toMatchObject({ onHand: null, opening: null, movements: [], movementCount: 0 })
    expect(set(12_500)).toBe('posted')
    expect(levels()).toMatchObject({
      unit: 'pcs',
      onHand: 12.5,
      opening: { quantity: 12.5, on: '2026-01-01' },
      warehouses: [{ id: 1, onHand: 12.5 }],
      movements: [{ kind: 'opening', quantity: 12.5, movedOn: '2026-01-01', reversesId: null }],
    })
    expect(balances()).toEqual([[id, 1, 12_500, '2026-01-01']])
  })

  test('the same again writes nothing', () => {
    const { book, set } = bookWithProduct()
    set(1000)
    const operations = () => book.read((db) => db.raw('SELECT count(*) FROM operations'))
    const before = operations()
    expect(set(1000, '2026-02-02')).toBe('same')
    expect(operations()).toEqual(before)
  })

  test('another quantity takes the old entry back and posts anew; the ledger only grows', () => {
    const { set, levels, balances, id } = bookWithProduct()
    set(1000)
    expect(set(3000, '2026-02-02')).toBe('replaced')
    const { movements, ...rest } = levels()
    expect(rest).toMatchObject({ onHand: 3, opening: { quantity: 3, on: '2026-02-02' }, movementCount: 3 })
    const original = movements.at(-1)
    expect(movements.map((entry) => [entry.movedOn, entry.quantity, entry.reversesId])).toEqual([
      ['2026-02-02', 3, null],
      ['2026-01-01', -1, original?.reversesId === null ? original.id : movements[2]?.id],
      ['2026-01-01', 1, null],
    ])
    expect(balances()).toEqual([[id, 1, 3000, '2026-02-02']])
    expect(set(0)).toBe('removed')
    expect(levels()).toMatchObject({ onHand: 0, opening: null, movementCount: 4 })
    expect(set(0)).toBe('same')
    expect(set(500)).toBe('posted')
  })

  test('no product, no stock; and never below nothing', () => {
    const { book, set } = bookWithProduct()
    expect(() => book.write((tx) => setOpeningStock(tx, 999, 1, asDay('2026-01-01')))).toThrow('product-not-found')
    expect(() => set(-1)).toThrow('stock/negative-opening')
    expect(() => book.read((db) => stockLevels(db, 999))).toThrow('catalog/product-not-found')
  })

  test('the ledger refuses to be changed', () => {
    const { book, set } = bookWithProduct()
    set(1000)
    expect(() => book.write((tx) => tx.run('UPDATE stock_movements SET qty_milli = 5'))).toThrow('never change')
    expect(() => book.write((tx) => tx.run('DELETE FROM stock_movements'))).toThrow('never deleted')
  })

  test('balances can be made anew from the ledger', () => {
    const { book, set, balances } = bookWithProduct()
    set(1000)
    set(2500)
    const before = balances()
    book.write((tx) => {
      tx.run('UPDATE stock_balances SET on_hand_milli = 77')
      settleBalances(tx)
    })
    expect(balances()).toEqual(before)
    expect(book.read((db) => db.raw(balancesFromLedger))).toEqual(before)
  })
})
