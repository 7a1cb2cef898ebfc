// The doors to how suppliers perform, walked through once as the screens use them: measured, judged, kept, excepted, decided.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { directCaller } from '#main/host/direct-caller.ts'
import { day, scoreBook } from '#tests/services/scores/score-book.ts'
import { testPerson } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-scores-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function openCaller() {
  const book = scoreBook()
  return { book, call: directCaller(book, { shelfFolder: join(folder, 'shelf'), personId: testPerson(book) }) }
}

const codeOf = (reply: Promise<unknown>) => reply.then(() => 'answered').catch((error) => error.cause?.code)

test('every query answers on an empty book', async () => {
  const { call } = openCaller()
  for (const groupBy of ['supplier', 'product', 'mode', 'country'] as const)
    expect((await call.suppliers.scoreboard({ groupBy })).rows).toEqual([])
  expect((await call.suppliers.quadrant({})).points).toEqual([])
  expect(await call.suppliers.periods()).toEqual([])
  expect(await call.suppliers.decisions({})).toEqual([])
  expect(await call.suppliers.judgements({ supplierId: 1 })).toEqual([])
  expect(await call.suppliers.exceptions({ supplierId: 1 })).toEqual([])
  expect(await call.suppliers.previewGrades({ trial: {} })).toEqual([])
  expect(await call.suppliers.mayBuy({ supplierId: 1 })).toEqual({ verdict: 'ok', reasons: [] })
  const missing = [
    call.suppliers.scorecard({ supplierId: 1 }),
    call.suppliers.compareScores({ supplierIds: [1] }),
    call.suppliers.period({ id: 1 }),
    call.suppliers.editDecision({ id: 1, decided: 'keep', decidedOn: day(0), note: '' }),
    call.suppliers.endException({ id: 1 }),
  ]
  expect(await Promise.all(missing.map(codeOf))).toEqual([
    'suppliers/not-found',
    'suppliers/not-found',
    'scores/run-not-found',
    'scores/decision-not-found',
    'scores/exception-not-found',
  ])
})

test('figures are numbers, or null with the reason', async () => {
  const { book, call } = openCaller()
  const [dated, undated] = [book.supplier('Dated'), book.supplier('Undated')]
  book.order(dated, {}, [{ receipts: [{ on: day(29), qty: 100, rejected: 2 }] }])
  book.order(undated, { hasReceiptDays: false }, [{ receipts: [{ on: null, qty: 80 }] }])
  const window = { from: day(0), to: day(300), asOf: day(300), graceDays: 0, underTolerance: 0 }
  const board = await call.suppliers.scoreboard(window)
  expect(board.rows.find((row) => row.supplierId === dated)).toMatchObject({
    ...{ linesDue: 1, onTimeRate: 1, inFullRate: 1, otifRate: 1, ppm: 20_000, rejectRate: 0.02, fillRate: 1 },
    ...{ leadTimeMean: 29, leadTimeSd: null, spend: '200.00', reasons: { leadTimeSd: 'one-line-only' } },
  })
  const card = await call.suppliers.scorecard({ supplierId: undated, ...window })
  expect(card.row).toMatchObject({ linesDue: 1, onTimeRate: null, otifRate: null, leadTimeMean: null, fillRate: 0.8 })
  expect(card.row.reasons).toMatchObject({ onTimeRate: 'no-receipt-days', leadTimeMean: 'no-receipt-days' })
  const lines = await call.suppliers.figureLines({ supplierId: dated, figure: 'ppm', ...window })
  expect(lines).toMatchObject({ of: 'lines', total: 1, rows: [{ received: 100, rejected: 2, number: 'PO-1' }] })
})

test('judged, kept, blocked, excepted, decided', async () => {
  const { book, call } = openCaller()
  const supplierId = book.supplier('S')
  await call.suppliers.setSetting({
    key: 'criteria',
    value: { list: [{ source: 'judged.quality', weight: 1, floor: 0, target: 100, title: '' }] },
  })
  const { id } = await call.suppliers.addJudgement({ supplierId, dimension: 'quality', score: 20, judgedOn: day(10) })
  expect(await call.suppliers.judgements({ supplierId })).toMatchObject([{ id, score: 20, person: 'Mei' }])
  await call.suppliers.keepPeriod({ from: day(0), to: day(100) })
  expect(await call.suppliers.mayBuy({ supplierId })).toMatchObject({ verdict: 'block', reasons: [{ grade: 'D' }] })
  const exception = await call.suppliers.addException({
    ...{ supplierId, reason: 'the only one', givenOn: '2026-11-22', untilOn: '2026-12-31' },
  })
  expect((await call.suppliers.mayBuy({ supplierId })).verdict).toBe('ok')
  await call.suppliers.endException({ id: exception.id })
  const decision = await call.suppliers.decide({
    ...{ supplierId, decided: 'replace', decidedOn: '2026-11-22', actions: [{ title: 'Find another' }] },
  })
  expect(await call.suppliers.decisions({ open: true })).toMatchObject([{ id: decision.id, decided: 'replace' }])
  expect(
    await call.suppliers.ahp({
      matrix: [
        [1, 3],
        [1 / 3, 1],
      ],
    }),
  ).toMatchObject({ verdict: 'consistent', cr: 0 })
  expect(
    await call.suppliers.ahp({
      matrix: [
        [1, 3],
        [3, 1],
      ],
    }),
  ).toEqual({ status: 'invalid', reason: 'not-reciprocal' })
})
