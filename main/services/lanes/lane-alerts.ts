// Shipments under way held against what goods of their lane usually do: that will hardly be there by their day, and of which
// nothing was heard for longer than is usual. The few that are open are read, and their lanes are asked once each.
import type { ReadDb } from '#main/db/database.ts'
import { daysStillToGo } from '#main/domain/lanes/still-to-go.ts'
import { quantileOfSorted } from '#main/domain/stats/quantile.ts'
import { type AlertFinding, type AlertQuestion, type AlertRule, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { type LaneDays, type LaneSample, laneDays } from '#main/services/lanes/measured-days.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant, latestDay } from '#shared/dates.ts'
import type { TransportMode } from '#shared/schemas/shipment-words.ts'

type OpenShipment = {
  id: number
  carrierId: number | null
  serviceId: number | null
  mode: TransportMode | ''
  fromCountry: string
  toCountry: string
  leftOn: Day
  plannedOn: Day | null
  /** The planned arrival of its last leg, as long as that has not come in. */
  legsOn: Day | null
  heardAt: Instant | null
  state: string
  carrier: string
  carrierZh: string
}

/** Rules that are asked in one read ask each lane once; a write sees what it changes itself. */
const known = new WeakMap<ReadDb, LaneDays>()

function lanesOf(db: ReadDb): LaneDays {
  if ('update' in db) return laneDays(db)
  const lanes = known.get(db) ?? laneDays(db)
  known.set(db, lanes)
  return lanes
}

/** Those that are on their way and neither handed out today nor waiting for somebody: that has alerts of its own. */
function underWay(db: ReadDb, { record }: AlertQuestion, where: string): OpenShipment[] {
  const [by, own, params] = record ? ['', ' AND r.id = ?', [record.id]] : ['INDEXED BY shipments_board_open', '', []]
  return db.all<OpenShipment>(
    `SELECT r.id, r.carrier_id AS carrierId, r.service_id AS serviceId, r.mode, r.from_country AS fromCountry,
       r.ship_to_country AS toCountry, coalesce(r.left_on, r.sent_on) AS leftOn, r.planned_on AS plannedOn, r.heard_at AS heardAt,
       (SELECT iif(l.arrived_on IS NULL, l.planned_arrival_on, NULL) FROM shipment_legs l INDEXED BY shipment_legs_by_shipment
         WHERE l.shipment_id = r.id AND l.deleted = 0 ORDER BY l.position DESC, l.id DESC LIMIT 1) AS legsOn,
       r.state, coalesce(p.name, '') AS carrier, coalesce(p.name_zh, '') AS carrierZh
     FROM shipments r ${by} LEFT JOIN parties p ON p.id = r.carrier_id
     WHERE r.is_open = 1 AND r.deleted = 0 AND r.archived = 0 AND r.is_history = 0 AND r.has_delivery_days = 1
       AND coalesce(r.left_on, r.sent_on) IS NOT NULL AND ${where}${own}`,
    ...params,
  )
}

const finding = (shipment: OpenShipment, rest: Omit<AlertFinding, 'record' | 'detail' | 'severity'>): AlertFinding => ({
  record: { kind: 'shipment', id: shipment.id },
  detail: '',
  severity: 'warning',
  ...rest,
  facts: { carrier: shipment.carrier, carrierZh: shipment.carrierZh, state: shipment.state, ...rest.facts },
})

/** Its last leg, or eight of ten that have been on their way for so long, are there only after the planned day. */
export const riskyShipments: AlertRule = {
  id: 'shipments/at-risk',
  screen: 'shipments',
  records: ['shipment'],
  step: { action: 'seeShipment', place: 'page' },
  find(db, question) {
    const { today } = question
    const lanes = lanesOf(db)
    const where =
      "r.planned_on IS NOT NULL AND r.state NOT IN ('out_for_delivery', 'attempt_failed', 'at_pickup_point')"
    const found = underWay(db, question, where).flatMap((shipment) => {
      const { plannedOn, leftOn } = shipment
      if (plannedOn === null || plannedOn < today || leftOn > today) return []
      const measuredOn = stillToGo(lanes, shipment, today)
      const expectedOn = latestDay([shipment.legsOn, measuredOn])
      if (expectedOn === null || expectedOn <= plannedOn) return []
      return [
        finding(shipment, { cause: plannedOn, dayOn: plannedOn, facts: { day: plannedOn, expected: expectedOn } }),
      ]
    })
    return sourceOf(found)
  },
}

/** Binary noise of a quantile never adds a day. */
const guard = 1e-9

function stillToGo(lanes: LaneDays, shipment: OpenShipment, today: Day): Day | null {
  const { step, days } = lanes.sampleOf(shipment)
  const left = step === null ? null : daysStillToGo(days, daysBetween(shipment.leftOn, today), 0.8)
  return left === null ? null : addDays(today, Math.ceil(left - guard))
}

/** Nothing new for longer than nine of ten deliveries of the lane ever were without news. */
export const silentShipments: AlertRule = {
  id: 'shipments/silent',
  screen: 'shipments',
  records: ['shipment'],
  defaultDays: (db) => shippingSetting(db, 'lanes').silentDays,
  step: { action: 'chaseCarrier', place: 'page' },
  find(db, question) {
    const { today, days } = question
    const { timeZone } = bookFacts(db)
    const { leastSample } = shippingSetting(db, 'lanes')
    const lanes = lanesOf(db)
    const found = underWay(db, question, "r.state NOT IN ('import_hold', 'at_pickup_point')").flatMap((shipment) => {
      const since = shipment.heardAt === null ? shipment.leftOn : dayOf(shipment.heardAt, timeZone)
      const silent = daysBetween(since, today)
      // What was heard of yesterday is not silent on any lane.
      if (silent < 2) return []
      const usual = usualSilence(lanes.sampleOf(shipment), leastSample)
      if (silent <= (usual ?? days)) return []
      return [finding(shipment, { cause: since, dayOn: null, facts: { day: since, days: silent, usual } })]
    })
    return sourceOf(found)
  },
}

/** Null where too few deliveries were heard of often enough to tell. */
function usualSilence({ step, quiet }: LaneSample, leastSample: number): number | null {
  if (step === null || quiet.length < leastSample) return null
  return quantileOfSorted(quiet, 0.9)
}
