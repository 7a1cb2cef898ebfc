// Milestones are planned backwards from the promised day.
import { expect, test } from 'vitest'
import { plannedMilestones } from '#main/domain/purchases/planned-milestones.ts'
import { asDay } from '#shared/dates.ts'
import { milestonesSetting } from '#shared/schemas/receiving-settings.ts'

const usual = milestonesSetting.parse(undefined)
const planned = (setting: typeof usual, orderedOn: string, promisedOn: string | null) =>
  plannedMilestones(setting, {
    orderedOn: asDay(orderedOn),
    promisedOn: promisedOn === null ? null : asDay(promisedOn),
  })

test('six steps, each so many days before the promise', () => {
  expect(planned(usual, '2026-01-01', '2026-03-31')).toEqual([
    { kind: 'materials', plannedOn: '2026-03-03' },
    { kind: 'first_piece', plannedOn: '2026-03-10' },
    { kind: 'mid_inspection', plannedOn: '2026-03-17' },
    { kind: 'final_inspection', plannedOn: '2026-03-26' },
    { kind: 'packed', plannedOn: '2026-03-28' },
    { kind: 'ready', plannedOn: '2026-03-29' },
  ])
})

test('none is planned for a day before the order, nor after the promise', () => {
  expect(planned(usual, '2026-03-20', '2026-03-31').map(({ plannedOn }) => plannedOn)).toEqual([
    ...['2026-03-20', '2026-03-20', '2026-03-20', '2026-03-26', '2026-03-28', '2026-03-29'],
  ])
  expect(new Set(planned(usual, '2026-04-05', '2026-03-31').map(({ plannedOn }) => plannedOn))).toEqual(
    new Set(['2026-03-31']),
  )
})

test('without a promise they have no day; a step that is not wanted is left out', () => {
  expect(planned({ ...usual, mid_inspection: null }, '2026-01-01', null)).toEqual(
    ['materials', 'first_piece', 'final_inspection', 'packed', 'ready'].map((kind) => ({ kind, plannedOn: null })),
  )
})
