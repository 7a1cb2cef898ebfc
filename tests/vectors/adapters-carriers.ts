// The ops of carriers: who delivers as promised.
import { addTravels, carrierMetrics, completedOf, newLaneTally } from '#main/domain/lanes/carrier-metrics.ts'
import { travelOutcome } from '#main/domain/lanes/shipment-outcome.ts'
import { asDay, type Day } from '#shared/dates.ts'
import type { Adapter, CaseInput } from './adapters.ts'

type CaseShipment = {
  planned?: string | null
  shipped?: string | null
  delivered?: string | null
  weight?: number | null
  cost?: number | null
  status: string
  damaged?: boolean
}

export const laneOps: Readonly<Record<string, Adapter>> = { carrier_metrics: metrics }

const isAmount = (value: number | null | undefined) => value === null || value === undefined || value >= 0

function metrics({ as_of, shipments }: CaseInput): unknown {
  const given = (shipments as CaseShipment[]).filter(({ status }) => status !== 'cancelled')
  if (!given.every(({ weight, cost }) => isAmount(weight) && isAmount(cost))) return { status: 'invalid' }
  const day = (text: string | null | undefined): Day | null => (text ? asDay(text.slice(0, 10)) : null)
  const tally = newLaneTally()
  for (const one of given) {
    const [leftOn, deliveredOn] = [day(one.shipped), day(one.delivered)]
    if (leftOn && deliveredOn && deliveredOn < leftOn) return { status: 'invalid' }
    const travel = {
      plannedOn: day(one.planned),
      leftOn,
      deliveredOn: one.status === 'lost' ? null : deliveredOn,
      wasLost: one.status === 'lost',
      hasDeliveryDays: true,
    }
    const [weight, cost] = [one.weight ?? null, one.cost ?? null]
    const isWeighed = weight !== null && cost !== null
    addTravels(
      tally,
      { ...travelOutcome(travel, asDay(as_of as string)), recordsHarm: true },
      {
        count: 1,
        damaged: one.damaged ? 1 : 0,
        silent: 0,
        costed: cost === null ? 0 : 1,
        weighed: isWeighed ? 1 : 0,
        weighedCost: isWeighed ? cost : 0,
        weight: isWeighed ? weight : 0,
        orderCost: 0,
        orders: 0,
      },
    )
  }
  const { figures } = carrierMetrics(tally)
  return {
    ...(completedOf(tally) === 0 ? { status: 'undefined' } : {}),
    completed: completedOf(tally),
    on_time: tally.onTime,
    on_time_rate: figures.onTimeRate,
    avg_transit_days: figures.avgTransit,
    sd_transit_days: figures.spread,
    avg_delay_days: figures.avgDelay,
    damage_rate: figures.damageRate,
    loss_rate: figures.lossRate,
    cost_per_kg: figures.costPerKg,
    transit_p50: figures.transitP50,
    transit_p80: figures.transitP80,
    transit_p90: figures.transitP90,
  }
}
