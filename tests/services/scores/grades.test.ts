import { describe, expect, test } from 'vitest'
import { listAlerts } from '#main/services/alerts/alert-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { decisionsOf } from '#main/services/scores/decision-queries.ts'
import { decide } from '#main/services/scores/decisions.ts'
import { addException, endException } from '#main/services/scores/grade-exceptions.ts'
import { heldGrade } from '#main/services/scores/held-grades.ts'
import { addJudgement, editJudgement, removeJudgement } from '#main/services/scores/judgements.ts'
import { mayAskFrom, mayBuyFrom } from '#main/services/scores/may-buy.ts'
import { scoreRun, scoreRuns } from '#main/services/scores/score-run-queries.ts'
import { keepPeriod, periodToKeep } from '#main/services/scores/score-runs.ts'
import { compareScores, previewGrades, quadrant, scorecard } from '#main/services/scores/scorecard.ts'
import { recordTimeline } from '#main/services/timeline/timeline-queries.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { alertListInput } from '#shared/schemas/alerts.ts'
import { decideInput, judgementInput } from '#shared/schemas/score-records.ts'
import { compareScoresInput, previewGradesInput, quadrantInput, scorecardInput } from '#shared/schemas/scores.ts'
import { day, type ScoreBook, scoreBook } from '#tests/services/scores/score-book.ts'
import { refusal } from '#tests/support/refusal.ts'

const today = asDay('2026-11-22')
const plain = { shrinkage: 0, halfLifeDays: null }
const onTimeOnly = { list: [{ source: 'onTimeRate', weight: 1, floor: 0, target: 1, title: '' }] }

/** A line that came in time, or too late. */
const line = (isInTime: boolean, at = 30) => ({
  receipts: [{ on: day(isInTime ? at : at + 40), qty: 100 }],
  dueOn: day(at),
})
const lines = (inTime: number, late: number) => [
  ...Array.from({ length: inTime }, () => line(true)),
  ...Array.from({ length: late }, () => line(false)),
]

function simpleBook(): ScoreBook {
  const book = scoreBook()
  book.set('criteria', onTimeOnly)
  book.set('scoring', plain)
  return book
}

const judge = (book: ScoreBook, supplierId: Id, given: object) =>
  book.write((tx) =>
    addJudgement(
      tx,
      judgementInput.parse({ supplierId, dimension: 'quality', score: 50, judgedOn: day(10), ...given }),
    ),
  )
const card = (book: ScoreBook, supplierId: Id, given: object = {}) =>
  book.read((db) => scorecard(db, scorecardInput.parse({ supplierId, ...given })))
const keep = (book: ScoreBook, from: number, to: number) =>
  book.write((tx) => keepPeriod(tx, { from: day(from), to: day(to), note: '' }), 'suppliers.keepPeriod')

describe('scores', () => {
  test('what can be scored is weighted, coverage shown, ranks given', () => {
    const book = simpleBook()
    book.set('criteria', {
      list: [...onTimeOnly.list, { source: 'judged.quality', weight: 3, floor: 0, target: 100, title: '' }],
    })
    const [one, two, own] = [book.supplier('One'), book.supplier('Two'), book.supplier('Own', { kind: 'own' })]
    book.order(one, {}, lines(3, 1))
    book.order(own, {}, lines(1, 0))
    judge(book, two, { score: 40 })
    judge(book, one, { score: 95 })
    expect(book.row(one)).toMatchObject({ score: 90, ownScore: 90, coverage: 1, rank: 1, grade: 'A' })
    expect(book.row(two)).toMatchObject({ score: 40, coverage: 0.75, rank: 2, grade: 'D', cases: 0 })
    expect(book.row(own)).toMatchObject({ score: null, rank: null, grade: null })
  })

  test('of what people judged the newest word of each counts, up to the day', () => {
    const book = simpleBook()
    book.set('criteria', { list: [{ source: 'judged.quality', weight: 1, floor: 0, target: 100, title: '' }] })
    const supplier = book.supplier('S')
    const first = judge(book, supplier, { score: 10, judgedOn: day(5) })
    const last = judge(book, supplier, { score: 60, judgedOn: day(9) })
    expect(book.row(supplier).score).toBe(60)
    expect(book.row(supplier, { asOf: day(8) }).score).toBe(10)
    book.write((tx) =>
      editJudgement(
        tx,
        last,
        judgementInput.parse({ supplierId: supplier, dimension: 'quality', score: 70, judgedOn: day(9) }),
      ),
    )
    expect(card(book, supplier).judgements.map(({ score }) => score)).toEqual([70, 10])
    book.write((tx) => removeJudgement(tx, last))
    expect(book.row(supplier).score).toBe(10)
    expect(refusal(() => book.write((tx) => removeJudgement(tx, last)))).toMatchObject({
      code: 'scores/judgement-not-found',
    })
    expect(first).toBeGreaterThan(0)
    expect(refusal(() => judge(book, 99, {}))).toMatchObject({ code: 'suppliers/not-found' })
  })

  test('few cases are pulled towards the peers, and the pull is shown', () => {
    const book = simpleBook()
    book.set('scoring', { ...plain, shrinkage: 5 })
    const [many, few] = [book.supplier('Many'), book.supplier('Few')]
    book.order(many, {}, lines(20, 0))
    book.order(few, {}, lines(0, 1))
    const [criterion] = card(book, few).criteria
    expect(criterion).toMatchObject({ value: 0, own: 0, peers: 50, n: 1 })
    expect(criterion?.ownShare).toBeCloseTo(1 / 6, 12)
    expect(book.row(few)).toMatchObject({ ownScore: 0 })
    expect(book.row(few).score).toBeCloseTo((5 / 6) * 50, 9)
    expect(book.row(many).score).toBeCloseTo(0.8 * 100 + 0.2 * 50, 9)
    expect(card(book, few)).toMatchObject({ ranked: 2, shrinkage: 5 })
  })

  test('recent lines count more for the score, never for the figure', () => {
    const book = simpleBook()
    book.set('scoring', { ...plain, halfLifeDays: 100 })
    const supplier = book.supplier('S')
    book.order(supplier, {}, [line(false, 30), line(true, 130)])
    const [criterion] = card(book, supplier, { asOf: day(230) }).criteria
    expect(criterion?.value).toBe(0.5)
    expect(criterion?.weightedValue).toBeCloseTo(2 / 3, 12)
  })

  test('the peers of one who is asked for alone are all', () => {
    const book = simpleBook()
    const [one, two] = [book.supplier('One'), book.supplier('Two')]
    book.order(one, {}, lines(1, 1))
    book.order(two, {}, lines(2, 0))
    expect(book.board({ supplierIds: [one] }).rows).toMatchObject([{ supplierId: one, rank: 2 }])
    const compared = book.read((db) => compareScores(db, compareScoresInput.parse({ supplierIds: [two, one] })))
    expect(compared.suppliers.map(({ row }) => row.rank)).toEqual([1, 2])
    const alone = book.read((db) => compareScores(db, compareScoresInput.parse({ supplierIds: [one] })))
    expect(alone.suppliers[0]?.row).toMatchObject({ rank: 2, score: card(book, one).row.score })
    expect(refusal(() => card(book, 12_345))).toMatchObject({ code: 'suppliers/not-found' })
  })

  test('spend and score make quadrants', () => {
    const book = simpleBook()
    const [one, two] = [book.supplier('One'), book.supplier('Two')]
    book.supplier('Three')
    book.order(one, {}, lines(9, 0))
    book.order(two, {}, lines(0, 1))
    const found = book.read((db) => quadrant(db, quadrantInput.parse({})))
    expect(found).toMatchObject({ spendLimit: '1800.00', scoreLimit: 70, leftOut: 0 })
    expect(found.points.map(({ name, quadrant: where }) => [name, where])).toEqual([
      ['One', 'strategic'],
      ['Two', 'replaceable'],
    ])
  })

  test('other settings can be tried before they hold', () => {
    const book = simpleBook()
    const [one, two] = [book.supplier('One'), book.supplier('Two')]
    book.order(one, {}, lines(3, 1))
    book.order(two, {}, lines(4, 0))
    const trial = { grades: { from: { A: 70, B: 60, C: 50 } } }
    const preview = book.read((db) => previewGrades(db, previewGradesInput.parse({ trial })))
    expect(preview.map(({ name, before, after }) => [name, before.grade, after.grade])).toEqual([
      ['One', 'B', 'A'],
      ['Two', 'A', 'A'],
    ])
  })
})

describe('kept periods and what follows', () => {
  test('the newest period says which grade holds, whichever was kept last', () => {
    const book = simpleBook()
    const supplier = book.supplier('S')
    book.order(
      supplier,
      {},
      [...Array(4)].map(() => line(true, 30)),
    )
    book.order(
      supplier,
      {},
      [...Array(4)].map(() => line(false, 130)),
    )
    keep(book, 0, 90)
    keep(book, 100, 190)
    expect(book.read((db) => heldGrade(db, supplier))).toMatchObject({ grade: 'D', previous: 'A' })
    keep(book, 0, 60)
    expect(book.read((db) => heldGrade(db, supplier))).toMatchObject({ grade: 'D', previous: 'A' })
    expect(book.row(supplier)).toMatchObject({ heldGrade: 'D', trend: [100, 100, 0] })
    const [newest] = book.read(scoreRuns)
    expect(newest).toMatchObject({ to: day(190), suppliers: 1, changed: 1, grades: { D: 1 } })
    expect(book.read((db) => scoreRun(db, newest?.id ?? 0)).items).toMatchObject([
      { name: 'S', grade: 'D', previousGrade: 'A' },
    ])
    expect(card(book, supplier).kept.map(({ grade, figures }) => [grade, figures.onTimeRate])).toEqual([
      ['D', 0],
      ['A', 1],
      ['A', 1],
    ])
  })

  test('nothing to score, or a period that is not over, is not kept', () => {
    const book = simpleBook()
    book.supplier('S')
    expect(refusal(() => keep(book, 0, 30))).toMatchObject({ code: 'scores/nothing-to-keep' })
    expect(refusal(() => keep(book, 0, 400))).toMatchObject({ code: 'scores/period-not-over' })
    expect(book.read(scoreRuns)).toEqual([])
  })

  test('the last complete months are proposed, once', () => {
    const book = simpleBook()
    expect(book.read(periodToKeep)).toEqual({ from: '2025-11-01', to: '2026-10-31', isKept: false, lastKept: null })
    const supplier = book.supplier('S')
    book.order(supplier, {}, lines(1, 0))
    book.write((tx) => keepPeriod(tx, { from: asDay('2025-11-01'), to: asDay('2026-10-31'), note: '' }))
    expect(book.read(periodToKeep)).toMatchObject({ isKept: true, lastKept: '2026-10-31' })
  })

  test('a kept period stays: it cannot be undone', () => {
    const book = simpleBook()
    const supplier = book.supplier('S')
    book.order(supplier, {}, lines(1, 0))
    keep(book, 0, 90)
    const id = book.read((db) => db.get<{ id: Id }>('SELECT max(id) AS id FROM operations'))?.id ?? 0
    expect(refusal(() => book.write((tx) => undoOperation(tx, id)))).toMatchObject({ code: 'history/undo-score-run' })
  })

  test('a bad grade warns of requests and blocks orders, until an exception', () => {
    const book = simpleBook()
    const supplier = book.supplier('S')
    book.order(supplier, {}, lines(0, 4))
    const may = () =>
      book.read((db) => [mayAskFrom(db, supplier, today).verdict, mayBuyFrom(db, supplier, today).verdict])
    expect(may()).toEqual(['ok', 'ok'])
    keep(book, 0, 90)
    expect(may()).toEqual(['warn', 'block'])
    const exception = { supplierId: supplier, reason: 'only source', givenOn: today, untilOn: asDay('2026-12-31') }
    expect(
      refusal(() => book.write((tx) => addException(tx, { ...exception, givenOn: day(0), untilOn: day(5) }))),
    ).toMatchObject({ code: 'scores/exception-over' })
    const id = book.write((tx) => addException(tx, exception))
    expect(may()).toEqual(['ok', 'ok'])
    expect(book.read((db) => mayBuyFrom(db, supplier, today).reasons)).toEqual([
      { code: 'grade-excepted', grade: 'D', until: '2026-12-31', reason: 'only source' },
    ])
    expect(book.read((db) => mayBuyFrom(db, supplier, asDay('2027-01-01')).verdict)).toBe('block')
    book.write((tx) => endException(tx, id))
    expect(may()).toEqual(['warn', 'block'])
    book.set('grades', { follows: { D: { requests: 'none', orders: 'none' } } })
    expect(may()).toEqual(['ok', 'ok'])
  })

  test('status speaks before any grade', () => {
    const book = simpleBook()
    const verdicts = ['approved', 'candidate', 'on_hold', 'blocked'].map((status) => {
      const supplier = book.supplier(status, { status })
      return book.read((db) =>
        [mayAskFrom(db, supplier, today).verdict, mayBuyFrom(db, supplier, today).verdict].join(' '),
      )
    })
    expect(verdicts).toEqual(['ok ok', 'ok warn', 'warn warn', 'block block'])
  })

  test('a fall is an alert and stands on the timeline', () => {
    const book = simpleBook()
    const supplier = book.supplier('S')
    book.order(supplier, {}, [line(true, 30)])
    book.order(supplier, {}, [line(false, 130)])
    keep(book, 0, 90)
    const alerts = () =>
      book.read((db) => listAlerts(db, alertListInput.parse({ today, rule: 'suppliers/grade-fallen' })))
    expect(JSON.stringify(alerts())).not.toContain('suppliers/grade-fallen')
    keep(book, 100, 190)
    expect(JSON.stringify(alerts())).toContain('"previous":"A"')
    const page = book.read((db) =>
      recordTimeline(db, { record: { kind: 'party', id: supplier }, kinds: ['grade'], personId: null, limit: 30 }),
    )
    expect(page.entries.map((entry) => entry.kind === 'grade' && [entry.previous, entry.grade])).toEqual([
      ['A', 'D'],
      ['', 'A'],
    ])
  })

  test('what hangs on one supplier is told, of what matters', () => {
    const book = simpleBook()
    const [one, two] = [book.supplier('One'), book.supplier('Two')]
    const [mug, cup, pen] = [book.product('MUG'), book.product('CUP'), book.product('PEN')]
    book.order(one, { orderedOn: day(300) }, [
      { productId: mug, qty: 1000 },
      { productId: cup, qty: 500 },
      { productId: pen, qty: 1 },
    ])
    book.order(two, { orderedOn: day(300) }, [{ productId: cup, qty: 500 }])
    const found = book.read((db) => listAlerts(db, alertListInput.parse({ today, rule: 'suppliers/single-source' })))
    const text = JSON.stringify(found)
    expect(text).toContain('MUG')
    expect(text).not.toContain('CUP')
    expect(text).not.toContain('PEN')
    // What a place of our own sends is no purchase: the pens are still nothing beside what was bought.
    const own = book.supplier('Own', { kind: 'own' })
    book.order(own, { orderedOn: day(300) }, [
      { productId: mug, qty: 9000 },
      { productId: pen, qty: 9000 },
    ])
    expect(book.read((db) => listAlerts(db, alertListInput.parse({ today, rule: 'suppliers/single-source' })))).toEqual(
      found,
    )
    // The sidebar leaves the rule out for it.
    expect(found.rows.map(({ severity }) => severity)).toEqual(found.rows.map(() => 'info'))
  })

  test('the seller decides, with what was proposed beside it and actions as tasks', () => {
    const book = simpleBook()
    const supplier = book.supplier('S')
    book.order(supplier, {}, lines(1, 5))
    book.order(book.supplier('Large'), {}, lines(30, 0))
    keep(book, 0, 90)
    expect(card(book, supplier).proposal).toMatchObject({ decision: 'replace' })
    const id = book.write((tx) =>
      decide(
        tx,
        decideInput.parse({
          supplierId: supplier,
          decided: 'improve',
          decidedOn: today,
          actions: [{ title: 'Visit', dueOn: '2026-12-10' }],
        }),
      ),
    )
    expect(book.read((db) => decisionsOf(db, { open: true, archived: false }))).toMatchObject([
      {
        id,
        proposed: 'replace',
        decided: 'improve',
        supplier: 'S',
        actions: [{ title: 'Visit', dueOn: '2026-12-10', status: 'open' }],
      },
    ])
    expect(card(book, supplier).decisions).toHaveLength(1)
  })
})
