import { describe, expect, test } from 'vitest'
import {
  addTravels,
  basisOf,
  carrierMetrics,
  completedOf,
  newLaneTally,
  type TravelSums,
} from '#main/domain/lanes/carrier-metrics.ts'
import { type Travel, travelOutcome } from '#main/domain/lanes/shipment-outcome.ts'
import { daysStillToGo } from '#main/domain/lanes/still-to-go.ts'
import { asDay } from '#shared/dates.ts'

const asOf = asDay('2026-06-01')
const travel = (days: { planned?: string; left?: string; delivered?: string } & Partial<Travel>): Travel => ({
  plannedOn: days.planned ? asDay(days.planned) : null,
  leftOn: days.left ? asDay(days.left) : null,
  deliveredOn: days.delivered ? asDay(days.delivered) : null,
  wasLost: days.wasLost ?? false,
  hasDeliveryDays: days.hasDeliveryDays ?? true,
})

const noSums: TravelSums = {
  count: 1,
  damaged: 0,
  silent: 0,
  costed: 0,
  weighed: 0,
  weighedCost: 0,
  weight: 0,
  orderCost: 0,
  orders: 0,
}

function metricsOf(travels: readonly Travel[], sums: Partial<TravelSums> = {}, recordsHarm = true) {
  const tally = newLaneTally()
  for (const one of travels) addTravels(tally, { ...travelOutcome(one, asOf), recordsHarm }, { ...noSums, ...sums })
  return { tally, ...carrierMetrics(tally) }
}

describe('one shipment', () => {
  test('comes in time on the planned day and is late the day after', () => {
    expect(travelOutcome(travel({ planned: '2026-05-10', left: '2026-05-01', delivered: '2026-05-10' }), asOf)).toEqual(
      {
        end: 'delivered',
        isOnTime: true,
        transitDays: 9,
        delayDays: 0,
      },
    )
    expect(travelOutcome(travel({ planned: '2026-05-10', left: '2026-05-01', delivered: '2026-05-11' }), asOf)).toEqual(
      {
        end: 'delivered',
        isOnTime: false,
        transitDays: 10,
        delayDays: 1,
      },
    )
  })

  test('that arrives after the day asked for has not arrived: overdue where its plan has passed', () => {
    const late = travel({ planned: '2026-05-20', left: '2026-05-01', delivered: '2026-06-02' })
    expect(travelOutcome(late, asOf)).toMatchObject({ end: 'overdue', isOnTime: false, transitDays: null })
    const due = travel({ planned: '2026-06-01', left: '2026-05-01' })
    expect(travelOutcome(due, asOf)).toMatchObject({ end: 'underWay', isOnTime: null })
  })

  test('found after it was lost is delivered', () => {
    const found = travel({ planned: '2026-05-20', left: '2026-05-01', delivered: '2026-05-30', wasLost: true })
    expect(travelOutcome(found, asOf).end).toBe('delivered')
  })

  test('without days of delivery is done with when it left, and that day is held against the plan', () => {
    const inTime = travel({ planned: '2026-05-20', left: '2026-05-20', hasDeliveryDays: false })
    expect(travelOutcome(inTime, asOf)).toEqual({ end: 'left', isOnTime: true, transitDays: null, delayDays: null })
  })

  test('with an arrival before its departure has no transit', () => {
    expect(travelOutcome(travel({ left: '2026-05-20', delivered: '2026-05-10' }), asOf).transitDays).toBeNull()
  })
})

describe('figures', () => {
  test('nothing gives nothing, each with its reason', () => {
    const { figures, reasons, tally } = metricsOf([])
    expect(Object.values(figures).every((value) => value === null)).toBe(true)
    expect(reasons).toMatchObject({
      onTimeRate: 'none_completed',
      transitP50: 'none_delivered',
      costPerKg: 'none_completed',
    })
    expect(basisOf(tally)).toBeNull()
  })

  test('delivered without a plan are completed, and their punctuality cannot be told', () => {
    const { figures, reasons, tally } = metricsOf([travel({ left: '2026-05-01', delivered: '2026-05-08' })])
    expect(completedOf(tally)).toBe(1)
    expect(figures.onTimeRate).toBeNull()
    expect(reasons).toMatchObject({ onTimeRate: 'no_plan', avgDelay: 'no_plan', spread: 'one_value' })
    expect(figures.transitP80).toBe(7)
  })

  test('delivered without a departure have no transit', () => {
    const { reasons, figures } = metricsOf([travel({ planned: '2026-05-10', delivered: '2026-05-08' })])
    expect(reasons).toMatchObject({ transitP50: 'no_departure_day', spread: 'no_departure_day' })
    expect(figures.onTimeRate).toBe(1)
  })

  test('of the past without days of delivery there is no loss, no damage and no delay', () => {
    const travels = [travel({ planned: '2026-05-20', left: '2026-05-18', hasDeliveryDays: false })]
    const { figures, reasons, tally } = metricsOf(travels)
    expect(figures.onTimeRate).toBe(1)
    expect(basisOf(tally)).toBe('left')
    expect(reasons).toMatchObject({
      lossRate: 'no_delivery_day',
      damageRate: 'no_delivery_day',
      avgDelay: 'no_delivery_day',
    })
  })

  test('harm that nobody would have written down is not 0', () => {
    const { figures, reasons } = metricsOf([travel({ left: '2026-05-01', delivered: '2026-05-08' })], {}, false)
    expect(figures).toMatchObject({ damageRate: null, lossRate: null })
    expect(reasons).toMatchObject({ damageRate: 'not_recorded', lossRate: 'not_recorded' })
  })

  test('cost per kilogram leaves out what has no weight, and what is still on its way', () => {
    const costs = { costed: 1, weighed: 1, weighedCost: 900, weight: 300, orderCost: 900, orders: 2 }
    const { figures } = metricsOf([travel({ left: '2026-05-01', delivered: '2026-05-08' })], costs)
    expect(figures).toMatchObject({ costPerKg: 3, costPerOrder: 450 })
    expect(metricsOf([travel({ left: '2026-05-01', planned: '2026-07-01' })], costs).figures.costPerKg).toBeNull()
    const unweighed = metricsOf([travel({ left: '2026-05-01', delivered: '2026-05-08' })], { costed: 1 })
    expect(unweighed.reasons).toMatchObject({ costPerKg: 'no_weight', costPerOrder: 'no_order' })
  })
})

describe('what is still to go', () => {
  test('is told by those that took longer; where none did, nothing is known', () => {
    expect(daysStillToGo([4, 5, 6, 10, 20], 5, 0.5)).toBe(5)
    expect(daysStillToGo([4, 5, 6, 10, 20], 0, 0.5)).toBe(6)
    expect(daysStillToGo([4, 5], 5, 0.8)).toBeNull()
  })
})
