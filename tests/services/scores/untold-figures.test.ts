// What nobody wrote down is no figure: histories without received or rejected quantities, and claims of before the book.
import { expect, test } from 'vitest'
import { figureLines } from '#main/services/scores/figure-lines.ts'
import { type FigureName, figureLinesInput } from '#shared/schemas/scores.ts'
import { day, type ScoreBook, scoreBook } from '#tests/services/scores/score-book.ts'

const whole = [{ on: day(20), qty: 100 }]
const named = (book: ScoreBook, supplierId: number, figure: FigureName) =>
  book.read((db) => figureLines(db, figureLinesInput.parse({ supplierId, figure }))).total

test('without received quantities nothing is in full, filled, rejected or OTIF; on time stays', () => {
  const book = scoreBook()
  const told = book.supplier('Told by days alone')
  book.order(told, { isHistory: true, hasQuantities: false, hasRejects: false }, [
    { receipts: whole },
    { receipts: [] },
  ])
  const row = book.row(told)
  expect(row).toMatchObject({ linesDue: 2, linesTimed: 2, linesCounted: 0, onTimeRate: 0.5 })
  const none = ['inFullRate', 'otifRate', 'onTimeQtyRate', 'ppm', 'rejectRate', 'fillRate', 'acceptRate'] as const
  for (const figure of none) {
    expect([figure, row[figure], row.reasons[figure], row.n[figure]]).toEqual([
      ...[figure, null, 'no-receipt-quantities', 0],
    ])
    expect(named(book, told, figure)).toBe(0)
  }
  expect(book.board()).toMatchObject({ linesWithoutQuantities: 2, linesWithoutRejects: 0 })
})

test('without rejected quantities there are no defects, and what came in full is known', () => {
  const book = scoreBook()
  const told = book.supplier('Told by counts')
  book.order(told, { isHistory: true, hasRejects: false }, [{ receipts: whole }])
  const row = book.row(told)
  expect(row).toMatchObject({ inFullRate: 1, otifRate: 1, onTimeQtyRate: 1, fillRate: 1, ppm: null, acceptRate: null })
  expect(row.reasons).toMatchObject({
    ppm: 'no-reject-figures',
    rejectRate: 'no-reject-figures',
    acceptRate: 'no-reject-figures',
  })
  // What the book has followed itself counts beside it, alone.
  book.order(told, {}, [{ receipts: [{ on: day(40), qty: 50, rejected: 5 }] }])
  expect(book.row(told)).toMatchObject({ ppm: 100_000, rejectRate: 0.1, acceptRate: 0.45, fillRate: 0.75 })
  expect(named(book, told, 'ppm')).toBe(1)
  expect(book.board()).toMatchObject({ linesWithoutQuantities: 0, linesWithoutRejects: 1 })
})

test('that nothing was claimed of imported orders is not known, until there is one of our own', () => {
  const book = scoreBook()
  const supplier = book.supplier('S')
  book.order(supplier, { isHistory: true }, [{ receipts: whole }])
  book.order(supplier, { isHistory: true, status: 'cancelled' }, [{}])
  expect(book.row(supplier)).toMatchObject({
    claimRate: null,
    paperErrorRate: null,
    cancelledRate: 0.5,
    reasons: { claimRate: 'history-only', paperErrorRate: 'history-only' },
  })
  book.order(supplier, {}, [{ receipts: whole }])
  expect(book.row(supplier)).toMatchObject({ claimRate: 0, paperErrorRate: 0 })
})

test('spend is what goods cost: VAT that comes back is none, VAT that does not is', () => {
  const book = scoreBook()
  const [back, lost] = [book.supplier('Back'), book.supplier('Lost')]
  book.order(back, { vat: { included: true, ppm: 130_000 } }, [{ base: 113_00 }])
  book.order(lost, { vat: { included: false, ppm: 130_000, isLost: true } }, [{ base: 100_00 }])
  expect(book.row(back)).toMatchObject({ spend: '100.00', spendShare: 100 / 213 })
  expect(book.row(lost)).toMatchObject({ spend: '113.00' })
  const lines = book.read((db) => figureLines(db, figureLinesInput.parse({ supplierId: back, figure: 'spend' })))
  expect(lines).toMatchObject({ value: '100.00', rows: [{ amount: '100.00' }] })
})
