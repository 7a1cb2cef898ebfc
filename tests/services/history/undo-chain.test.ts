import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { takenBackBy } from '#main/services/history/undo-chain.ts'
import { nextRedo, nextUndo } from '#main/services/history/undo-next.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { NextUndo } from '#shared/schemas/history.ts'
import { bringIn, type CopiedBook, twoCopies } from '#tests/support/copied-books.ts'
import { historyMoves, playHistory } from '#tests/support/random-history.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

/** Every living row of every record table, and what is in stock: what undo and redo must bring back exactly. */
function state(book: TestBook): Record<string, unknown[]> {
  const records = followedTables.filter((table) => tableList[table]?.kind === 'record')
  const rows = records.map((table) => {
    const source = table === 'books' ? table : `live_${table}`
    return [table, book.connection.prepare(`SELECT * FROM ${source}`).all()]
  })
  // Without the day of the last movement: taken back, it is followed by the one that takes it back.
  const balances = book.connection
    .prepare('SELECT product_id, warehouse_id, on_hand_milli, value_minor FROM stock_balances WHERE on_hand_milli <> 0')
    .all()
  return { ...Object.fromEntries(rows), balances }
}

function keysOf(book: TestBook, person: Id | null = null) {
  const step = (next: NextUndo | null, name: string) => {
    if (!next) return null
    return book.writer.write(name, person, (tx) => undoOperation(tx, next.operationId)).result.operationId
  }
  return {
    undo: () =>
      step(
        book.read((db) => nextUndo(db, person)),
        'history.undo',
      ),
    redo: () =>
      step(
        book.read((db) => nextRedo(db, person)),
        'history.redo',
      ),
    edit: (id: Id, nameEn: string) =>
      book.writer.write('products.edit', person, (tx) => tx.update('products', id, { name_en: nameEn })).operationId ??
      0,
  }
}

const nameOf = (book: TestBook, id: Id) =>
  (book.connection.prepare('SELECT name_en FROM products WHERE id = ?').get(id) as { name_en: string }).name_en

function bookWithMug() {
  const book = testBook()
  const mug = book.write((tx) => makeProduct(tx, { sku: 'MUG', nameEn: 'a' }), 'products.add')
  return { book, mug, ...keysOf(book) }
}

describe('the keys of undo and redo', () => {
  test('go back step by step and forth again, and further back after that', () => {
    const { book, mug, undo, redo, edit } = bookWithMug()
    edit(mug, 'b')
    edit(mug, 'c')
    const seen: string[] = []
    const look = () => void seen.push(nameOf(book, mug))
    for (const step of [undo, undo, redo, redo, undo, redo, undo, undo]) {
      step()
      look()
    }
    expect(seen).toEqual(['b', 'a', 'b', 'c', 'b', 'c', 'b', 'a'])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('nothing can be redone once something new was done', () => {
    const { mug, undo, redo, edit } = bookWithMug()
    edit(mug, 'b')
    undo()
    edit(mug, 'c')
    expect(redo()).toBe(null)
    undo()
    expect(redo()).not.toBe(null)
    expect(redo()).toBe(null)
  })

  test('an operation undone from the history is brought back, and is not offered twice', () => {
    const { book, mug, redo, edit, undo } = bookWithMug()
    const first = edit(mug, 'b')
    book.write((tx) => makeProduct(tx, { sku: 'CUP' }), 'products.add')
    book.write((tx) => undoOperation(tx, first), 'history.undo')
    expect(() => book.write((tx) => undoOperation(tx, first))).toThrow('history/undo-done')
    redo()
    expect(nameOf(book, mug)).toBe('b')
    // Undone by its own name once more: what stands by now is its redo.
    book.write((tx) => undoOperation(tx, first), 'history.undo')
    expect(nameOf(book, mug)).toBe('a')
    expect(book.read((db) => takenBackBy(db, first))).not.toBe(null)
    undo()
    expect(book.connection.prepare("SELECT count(*) AS n FROM live_products WHERE sku = 'CUP'").get()).toEqual({ n: 0 })
  })

  test('take back what this person did, not what somebody else at this machine did since', () => {
    const { book, mug } = bookWithMug()
    const mei = book.write((tx) => addPerson(tx, { name: 'Mei' }))
    const bo = book.write((tx) => addPerson(tx, { name: 'Bo' }))
    const keys = keysOf(book, mei)
    keys.edit(mug, 'b')
    book.writer.write('products.add', bo, (tx) => makeProduct(tx, { sku: 'CUP' }))
    keys.undo()
    expect(nameOf(book, mug)).toBe('a')
    book.writer.write('products.add', bo, (tx) => makeProduct(tx, { sku: 'BOWL' }))
    expect(keys.redo()).toBe(null)
  })

  test('only this copy’s own work; none at all in a copy that has written nothing', () => {
    const { book } = bookWithMug()
    book.connection.prepare("UPDATE this_copy SET replica = 7000000, counter = 0, sequence = 0, head = ''").run()
    expect(book.read((db) => nextUndo(db, null))).toBe(null)
    expect(book.read((db) => nextRedo(db, null))).toBe(null)
  })

  test('say after a merge that it goes back as a whole, until something was done since', () => {
    const { book, mug, undo, edit } = bookWithMug()
    book.connection
      .prepare(
        "INSERT INTO merges (merged_at, file_name, operations, head_before, head_after) VALUES (?, 'li.quay', 3, 'a', 'b')",
      )
      // The clock of this machine was a year ahead then, and has been set right since.
      .run(book.clock() + 365 * 86_400_000)
    book.connection.prepare('UPDATE this_copy SET pending_heads = ?').run(JSON.stringify([[9, 3, 'c'.repeat(64)]]))
    expect(() => undo()).toThrow('history/undo-merge')
    edit(mug, 'b')
    expect(undo()).not.toBe(null)
  })

  test('the work that stands in the way is the last by the clock, not the last to arrive', async () => {
    let mug = 0 as Id
    const { mei, li } = await twoCopies((tx) => {
      mug = makeProduct(tx, { sku: 'MUG', nameEn: 'a' })
    })
    const rename = (copy: CopiedBook, name: string) => copy.write((tx) => tx.update('products', mug, { name_en: name }))
    rename(mei, 'b')
    const first = mei.read((db) => db.get<{ id: Id }>('SELECT id FROM operations ORDER BY clock DESC LIMIT 1'))?.id ?? 0
    li.at.now = (li.at.now + 5000) as typeof li.at.now
    rename(li, 'c')
    mei.at.now = (mei.at.now + 60_000) as typeof mei.at.now
    rename(mei, 'd')
    await bringIn(mei, li)
    expect(() => mei.write((tx) => undoOperation(tx, first))).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ person: 'Mei' }) }),
    )
  })

  test('reversals of reversals: stock is right after any number of them', () => {
    const { book, mug, undo, redo } = bookWithMug()
    const set = (many: number) =>
      book.write((tx) => setOpeningStock(tx, mug, many * 1000, '2026-03-02' as Day), 'stock.setOpening')
    const onHand = () => book.read((db) => stockLevels(db, mug)).onHand
    set(3)
    set(5)
    const seen = [undo, redo, undo, redo, undo].map((step) => {
      step()
      return onHand()
    })
    expect(seen).toEqual([3, 5, 3, 5, 3])
    expect(book.read(checkBook).problems).toEqual([])
    // Every entry of the ledger is taken back at most once.
    expect(
      book.connection
        .prepare('SELECT reverses_id FROM stock_movements WHERE reverses_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1')
        .all(),
    ).toEqual([])
  })

  test('a refusal names the work that stands in the way', () => {
    const { book, mug, edit } = bookWithMug()
    const first = edit(mug, 'b')
    const second = edit(mug, 'c')
    try {
      book.write((tx) => undoOperation(tx, first))
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      expect(error.code).toBe('history/undo-later-change')
      expect(error.details).toMatchObject({ operationId: second, record: 'MUG \u00b7 c' })
    }
  })

  test('undo, redo, undo of the latest work is exact, whatever came before', () => {
    const count = rounds(20, 300)
    let tried = 0
    fc.assert(
      fc.property(historyMoves({ maxLength: 30 }), (moves) => {
        const states: Record<string, unknown[]>[] = []
        const { book, operations } = playHistory(moves, (played, _, operationId) => {
          if (operationId !== null) states.push(state(played))
        })
        const last = operations.at(-1)
        if (last === undefined) return
        const after = states.at(-1)
        const before = states.at(-2)
        const steps = (id: Id, name: string) =>
          book.writer.write(name, null, (tx) => undoOperation(tx, id)).operationId ?? 0
        let undoing: Id
        try {
          undoing = steps(last, 'history.undo')
        } catch (error) {
          // What stock refers to is never deleted; an undoing may have been taken back already.
          expect(String(error)).toMatch(/history\/undo-(in-use|done)/)
          book.close()
          return
        }
        tried += 1
        if (before) expect(state(book)).toEqual(before)
        const redone = steps(undoing, 'history.redo')
        expect(state(book)).toEqual(after)
        steps(redone, 'history.undo')
        if (before) expect(state(book)).toEqual(before)
        steps(last === undoing ? redone : undoing, 'history.redo')
        expect(state(book)).toEqual(after)
        expect(book.read(checkBook).problems).toEqual([])
        book.close()
      }),
      { numRuns: count },
    )
    expect(tried).toBeGreaterThan(count / 4)
  })
})
