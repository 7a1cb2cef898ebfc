// What the sample company has sent: a shipment for each order that left within the last months, and what goes beside orders.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import { seededRandom } from '../stats/random.ts'
import type { SampleOrder } from './sample-drafts.ts'
import {
  type JourneyWords,
  type SampleJourney,
  type SampleTrouble,
  type SampleWay,
  sampleJourney,
} from './sample-journey.ts'

/** So far back shipments go: who delivers as promised needs some of each carrier. */
const windowDays = 100

/** As the carriers themselves tell their days: the least and the most. */
export type SampleServices = Readonly<Record<SampleWay, { days: readonly [number, number] }>>

export type SampleShipment = {
  by: SampleWay
  sentOn: Day
  plannedOn: Day
  journey: SampleJourney
  /** What the bill comes to against the estimate, in per cent; null: not billed yet. */
  billedPercent: number | null
}

export type SampleOrderShipment = SampleShipment & {
  /** Its place in the list of orders. */
  order: number
}

export type SampleParcel = SampleShipment & {
  what: string
  customerCode: string
  to: { country: string; city: string }
}

export type ParcelWords = { days: number; by: string; what: string; whatZh: string; trouble?: string }

type Setting = {
  seed: number
  today: Day
  words: JourneyWords & { samples: readonly ParcelWords[] }
  services: SampleServices
  /** How long each takes as a rule. */
  usualDays: Readonly<Record<SampleWay, number>>
}

/** What is sent now and what was; orders that say that they arrived did, others are still under way. */
export function sampleShipments(setting: Setting, orders: readonly SampleOrder[]): SampleOrderShipment[] {
  const { today, seed } = setting
  const random = seededRandom(seed, 'shipping')
  const first = addDays(today, -windowDays)
  return orders.flatMap((order, at): SampleOrderShipment[] => {
    const { shippedOn, status, shipTo } = order.draft
    const sentOn = (shippedOn ?? null) as Day | null
    if (sentOn === null || sentOn < first || sentOn >= today || status === 'cancelled') return []
    const by = order.carrierCode as SampleWay
    const hasArrived = status !== 'shipped'
    const isLate = random.chance(0.14)
    const usual = setting.usualDays[by]
    const spread = Math.ceil(usual / 7)
    const wanted = usual - 1 + random.between(-spread, spread) + (isLate ? random.between(3, 4 + spread * 2) : 0)
    const age = daysBetween(sentOn, today)
    const days = hasArrived ? Math.max(1, Math.min(wanted, age - 2)) : Math.max(wanted, age + 1)
    const [least, most] = setting.services[by].days
    const to = { country: shipTo?.country ?? '', city: shipTo?.city ?? '' }
    const trouble = !hasArrived && random.chance(0.2) && (by === 'SEA' || by === 'RAIL') ? 'held' : null
    const journey = sampleJourney(setting.words, { by, to, sentOn, today, days, trouble, serial: at })
    // Now and then more was promised than the service tells.
    const plannedOn = addDays(sentOn, random.chance(hasArrived ? 0.12 : 0.35) ? least : most)
    const billedPercent = hasArrived && age > usual + 8 ? random.between(94, 113) : null
    return [{ by, sentOn, plannedOn, journey, order: at, billedPercent }]
  })
}

/** Samples and catalogues: they go by themselves, and most of what can go wrong went wrong with them. */
export function sampleParcels(setting: Setting, orders: readonly SampleOrder[]): SampleParcel[] {
  const { today, words } = setting
  return words.samples.map(({ days: ago, by: carrier, what, trouble }, index): SampleParcel => {
    const by = carrier as SampleWay
    const order = orders[(index * 31 + 7) % orders.length]
    const to = { country: order?.draft.shipTo?.country ?? 'DE', city: order?.draft.shipTo?.city ?? '' }
    const sentOn = addDays(today, -ago)
    const days = setting.usualDays[by] + (trouble === 'late' ? 11 : (index % 3) - 1)
    const serial = 9000 + index
    const journey = sampleJourney(words, {
      by,
      to,
      sentOn,
      today,
      days,
      trouble: (trouble ?? null) as SampleTrouble,
      serial,
    })
    const plannedOn = addDays(sentOn, setting.services[by].days[1])
    const billedPercent = ago > 20 ? 100 : null
    return { by, sentOn, plannedOn, journey, what, to, customerCode: order?.customerCode ?? '', billedPercent }
  })
}

/** What left so long ago, or by a marketplace, that nobody here followed it. */
export type UnfollowedShipment = { sentOn: Day | null; promisedOn: Day | null; by: SampleWay }

/** One of so many never came. */
const lostOnce = 130

/** The day on which each came: most as promised, some late; `lost`: never. Null: it may still be on its way. */
export function unfollowedEnds(
  { seed, today, usualDays }: Pick<Setting, 'seed' | 'today' | 'usualDays'>,
  shipments: readonly UnfollowedShipment[],
): (Day | 'lost' | null)[] {
  const random = seededRandom(seed, 'unfollowed')
  return shipments.map(({ sentOn, promisedOn, by }, at) => {
    const usual = usualDays[by]
    const days = Math.max(1, usual + random.between(-Math.ceil(usual / 5), Math.ceil(usual / 7)))
    const lateBy = random.chance(0.12) ? random.between(1, 9) : 0
    if (sentOn === null) return null
    if (at % lostOnce === lostOnce - 1) return 'lost'
    const usualOn = addDays(sentOn, days)
    // What left after its day was late in any case.
    const canKeep = promisedOn !== null && promisedOn > sentOn
    const asPromised = canKeep && promisedOn < usualOn ? promisedOn : usualOn
    const cameOn = lateBy > 0 ? addDays(canKeep ? promisedOn : usualOn, lateBy) : asPromised
    return cameOn < today ? cameOn : null
  })
}
