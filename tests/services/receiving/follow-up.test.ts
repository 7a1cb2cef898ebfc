// What goes on around an order: milestones, inspections, claims.
import { describe, expect, test } from 'vitest'
import { addClaim, editClaim } from '#main/services/receiving/claim-commands.ts'
import { claimsOf, getClaim } from '#main/services/receiving/claim-queries.ts'
import { addInspection, editInspection } from '#main/services/receiving/inspection-commands.ts'
import { getInspection, inspectionsOf } from '#main/services/receiving/inspection-queries.ts'
import {
  addMilestone,
  planMilestones,
  reachMilestone,
  removeMilestone,
} from '#main/services/receiving/milestone-commands.ts'
import { milestonesOf } from '#main/services/receiving/milestone-queries.ts'
import { setSupplySetting } from '#main/services/suppliers/supply-settings.ts'
import { asDay } from '#shared/dates.ts'
import { type ClaimDraft, claimInput } from '#shared/schemas/claims.ts'
import { type InspectionDraft, inspectionInput } from '#shared/schemas/inspections.ts'
import { milestoneInput } from '#shared/schemas/milestones.ts'
import { lineIds, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { failureOf } from '#tests/services/stock/stock-book.ts'

describe('milestones', () => {
  test('planned backwards once; a promise that comes later plans only what has no day', () => {
    const book = purchaseBook()
    const order = book.order({ promisedOn: '2026-12-20' })
    const of = () => book.read((db) => milestonesOf(db, order.id))
    book.write((tx) => {
      for (const { id } of milestonesOf(tx, order.id)) removeMilestone(tx, id)
    })
    const plan = () => book.write((tx) => planMilestones(tx, order.id))
    expect(plan()).toBe(6)
    expect(of().map(({ kind, plannedOn, state }) => [kind, plannedOn, state])).toEqual([
      ['materials', '2026-11-22', 'waiting'],
      ['first_piece', '2026-11-29', 'waiting'],
      ['mid_inspection', '2026-12-06', 'waiting'],
      ['final_inspection', '2026-12-15', 'waiting'],
      ['packed', '2026-12-17', 'waiting'],
      ['ready', '2026-12-18', 'waiting'],
    ])
    expect(plan()).toBe(0)
    book.write((tx) => tx.update('milestones', of()[5]?.id ?? 0, { planned_on: null }))
    expect(plan()).toBe(1)
    expect(of()[5]?.plannedOn).toBe('2026-12-18')
  })

  test('the setting says how early, and which steps there are at all', () => {
    const book = purchaseBook()
    book.write((tx) => setSupplySetting(tx, 'milestones', { ready: 10, packed: null, mid_inspection: null }))
    // Sent, so planned.
    const order = book.order({ promisedOn: '2026-12-20' })
    const planned = book.read((db) => milestonesOf(db, order.id))
    expect(planned.map(({ kind }) => kind)).toEqual(['materials', 'first_piece', 'final_inspection', 'ready'])
    expect(planned.at(-1)?.plannedOn).toBe('2026-12-10')
  })

  test('done, behind, late; never reached on a day that has not come', () => {
    const book = purchaseBook()
    const order = book.order({ promisedOn: null })
    const add = (given: object) =>
      book.write((tx) =>
        addMilestone(tx, milestoneInput.parse({ orderId: order.id, kind: 'other', title: 'Mould', ...given })),
      ).id
    const late = add({ plannedOn: '2026-11-20' })
    const behind = add({ plannedOn: '2026-11-10', actualOn: '2026-11-13' })
    const done = add({ plannedOn: '2026-11-10', actualOn: '2026-11-09' })
    const free = add({})
    const states = () =>
      Object.fromEntries(
        book.read((db) => milestonesOf(db, order.id)).map(({ id, state, daysLate }) => [id, [state, daysLate]]),
      )
    expect(states()).toMatchObject({
      [late]: ['late', 2],
      [behind]: ['behind', 3],
      [done]: ['done', 0],
      [free]: ['unplanned', null],
    })
    book.write((tx) => reachMilestone(tx, late, asDay('2026-11-20')))
    expect(states()[late]).toEqual(['done', 0])
    const reach = () => book.write((tx) => reachMilestone(tx, free, asDay('2026-11-23')))
    expect(failureOf(reach)).toMatchObject({ code: 'milestones/future-day' })
    expect(milestoneInput.safeParse({ orderId: 1, kind: 'other' }).success).toBe(false)
  })
})

describe('inspections', () => {
  const draft = (orderId: number, given: Partial<InspectionDraft> = {}): InspectionDraft => ({
    orderId,
    on: '2026-11-02',
    lot: 2000,
    findings: [
      { defect: 'finish', severity: 'major', pieces: 8 },
      { defect: 'packaging', severity: 'minor', pieces: 2 },
    ],
    ...given,
  })

  test('the plan and the verdict stand beside what the person decided', () => {
    const book = purchaseBook()
    const order = book.order()
    const [line = 0] = lineIds(order)
    const { id } = book.write((tx) => addInspection(tx, inspectionInput.parse(draft(order.id, { lineId: line }))))
    const seen = book.read((db) => getInspection(db, id))
    expect(seen).toMatchObject({
      ...{ orderNumber: order.number, lineSku: 'MUG', result: 'open' },
      plan: { letter: 'K', sampleSize: 125 },
      verdict: { result: 'failed' },
    })
    const [first, second] = seen.findings
    const findings = [
      { ...second, pieces: 3 },
      { defect: 'colour', severity: 'minor', pieces: 1 },
    ] as InspectionDraft['findings']
    book.write((tx) =>
      editInspection(tx, id, inspectionInput.parse(draft(order.id, { result: 'conditional', findings }))),
    )
    const after = book.read((db) => inspectionsOf(db, order.id))[0]
    expect(after).toMatchObject({ result: 'conditional', verdict: { result: 'passed' } })
    expect(after?.findings.map(({ id: own, pieces }) => [own === second?.id, pieces])).toEqual([
      [true, 3],
      [false, 1],
    ])
    expect(after?.findings.some(({ id: own }) => own === first?.id)).toBe(false)
  })

  test('refused: lines and receipts of other orders, another order, days to come', () => {
    const book = purchaseBook()
    const [order, other] = [book.order(), book.order()]
    const code = (given: Partial<InspectionDraft>) =>
      failureOf(() => book.write((tx) => addInspection(tx, inspectionInput.parse(draft(order.id, given))))).code
    expect(code({ lineId: lineIds(other)[0] ?? 0 })).toBe('receiving/line-not-found')
    expect(code({ receiptId: 5 })).toBe('receiving/not-found')
    expect(code({ on: '2026-12-01' })).toBe('inspections/future-day')
    const { id } = book.write((tx) => addInspection(tx, inspectionInput.parse(draft(order.id))))
    const move = () => book.write((tx) => editInspection(tx, id, inspectionInput.parse(draft(other.id))))
    expect(failureOf(move).code).toBe('inspections/other-order')
  })
})

describe('claims', () => {
  test('numbered, held against the supplier of the order, settled with an amount', () => {
    const book = purchaseBook()
    const order = book.order()
    const draft: ClaimDraft = {
      orderId: order.id,
      kind: 'quality',
      openedOn: '2026-11-02',
      currency: 'USD',
      claimed: '25.5',
    }
    const { id, number } = book.write((tx) => addClaim(tx, claimInput.parse(draft)))
    expect(number).toBe('CL-2026-0001')
    const papers = { ...draft, number: 'X-1', kind: 'papers', currency: '', claimed: null } as const
    book.write((tx) => addClaim(tx, claimInput.parse(papers)))
    expect(failureOf(() => book.write((tx) => addClaim(tx, claimInput.parse(papers)))).code).toBe('claims/number-taken')
    const settled = { ...draft, status: 'settled', closedOn: '2026-11-10', settled: '20' } as const
    book.write((tx) => editClaim(tx, id, claimInput.parse(settled)))
    expect(book.read((db) => getClaim(db, id))).toMatchObject({
      ...{ partyId: book.factory, orderNumber: order.number, status: 'settled', claimed: '25.50', settled: '20.00' },
    })
    const of = (given: object) => book.read((db) => claimsOf(db, { orderId: null, partyId: null, ...given }))
    expect(of({ orderId: order.id }).map((claim) => claim.number)).toEqual(['X-1', 'CL-2026-0001'])
    expect(of({ partyId: book.factory }).length).toBe(2)
    expect(of({ partyId: 4 }).length).toBe(0)
  })

  test('a form that contradicts itself is refused', () => {
    const base = { orderId: 1, kind: 'late', openedOn: '2026-11-02' } as const
    const bad = (given: object) => claimInput.safeParse({ ...base, ...given }).success
    expect(bad({})).toBe(true)
    expect(bad({ orderId: null })).toBe(false)
    expect(bad({ status: 'settled' })).toBe(false)
    expect(bad({ closedOn: '2026-11-03' })).toBe(false)
    expect(bad({ status: 'refused', closedOn: '2026-11-01' })).toBe(false)
    expect(bad({ claimed: '5' })).toBe(false)
  })
})
