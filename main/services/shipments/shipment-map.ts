// Where shipments that are under way go and where they are now, for a map: lanes and spots. Nothing is drawn here.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { boardCarriers, boardFilter, fromCountrySql, toCountrySql } from '#main/services/shipments/board-filters.ts'
import { asDay, daysBetween } from '#shared/dates.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { MapLane, MapPlace, MapSpot, ShipmentMap, ShipmentMapInput } from '#shared/schemas/shipment-board.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

/** So many of a spot are named. */
const namedAtSpot = 12

type UnderWay = {
  id: number
  number: string
  state: TrackingState | ''
  isLate: boolean
  valueMinor: number | null
  from: MapPlace
  to: MapPlace
  now: Now
}
type Now = { at: MapPlace; towards: MapPlace | null; share: number }

export function shipmentMap(db: ReadDb, input: ShipmentMapInput): ShipmentMap {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const currency = baseCurrency(db)
  const all = underWay(db, { ...input, asOf })
  const withLane = all.filter(({ from, to }) => isKnown(from) && isKnown(to))
  const withSpot = all.filter(({ now }) => isKnown(now.at))
  const lanes = Map.groupBy(withLane, ({ from, to }) => `${keyOf(from)}>${keyOf(to)}`)
  const spots = Map.groupBy(withSpot, ({ now }) => keyOfNow(now))
  return {
    ...{ asOf, currency, count: all.length },
    lanes: [...lanes.values()].map((found) => laneOf(found, currency)).sort(byCount),
    spots: [...spots.values()].map(spotOf).sort(byCount),
    withoutLane: all.length - withLane.length,
    withoutSpot: all.length - withSpot.length,
    carriers: boardCarriers(db),
  }
}

type Row = [
  ...[id: number, number: string, state: TrackingState | '', isLate: number | null, valueMinor: number | null],
  ...[fromCountry: string, fromPlace: string, toCountry: string, toPlace: string],
  ...[first: string | null, last: string | null, leg: string | null, event: string | null],
]

/** With the first and the last leg, the one that it is on or has come by, and the newest event that says a place. */
function underWay(db: ReadDb, input: ShipmentMapInput & { asOf: string }): UnderWay[] {
  const filter = boardFilter(input)
  const legs = 'FROM shipment_legs l WHERE l.shipment_id = s.id AND l.deleted = 0'
  const rows = db.raw(
    `SELECT s.id, s.number, s.state, s.planned_on < ?, s.value_base_minor,
       ${fromCountrySql}, s.from_place, ${toCountrySql}, s.ship_to_city,
       (SELECT json_array(l.from_code, l.from_place, l.from_country) ${legs} ORDER BY l.position, l.id LIMIT 1),
       (SELECT json_array(l.to_code, l.to_place, l.to_country) ${legs} ORDER BY l.position DESC, l.id DESC LIMIT 1),
       (SELECT json_object('from', json_array(l.from_code, l.from_place, l.from_country),
           'to', json_array(l.to_code, l.to_place, l.to_country), 'left', l.departed_on, 'came', l.arrived_on, 'due', l.planned_arrival_on)
         ${legs} AND (l.departed_on IS NOT NULL OR l.arrived_on IS NOT NULL) ORDER BY l.position DESC, l.id DESC LIMIT 1),
       (SELECT json_object('at', json_array('', e.place, e.country), 'on', substr(e.local_time, 1, 10)) FROM shipment_events e INDEXED BY shipment_events_by_shipment
         WHERE e.shipment_id = s.id AND e.deleted = 0 AND (e.place <> '' OR e.country <> '')
         ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)
     FROM shipments s INDEXED BY shipments_board_open
     WHERE s.is_open = 1 AND s.deleted = 0 AND s.archived = 0${filter.sql}${input.late ? ' AND s.planned_on < ?' : ''}
     ORDER BY s.planned_on IS NULL, s.planned_on, s.id`,
    input.asOf,
    ...filter.values,
    ...(input.late ? [input.asOf] : []),
  ) as Row[]
  return rows.map((row) => asUnderWay(row, input.asOf))
}

function asUnderWay([id, number, state, late, valueMinor, ...places]: Row, asOf: string): UnderWay {
  const [fromCountry, fromPlace, toCountry, toPlace, first, last, leg, event] = places
  const from = completed(placeOf(first), { code: '', name: fromPlace, country: fromCountry })
  const to = completed(placeOf(last), { code: '', name: toPlace, country: toCountry })
  const now = nowAt({ leg: legOf(leg), event: eventOf(event), from, asOf })
  return { id, number, state, isLate: late === 1, valueMinor, from: lanePlace(from), to: lanePlace(to), now }
}

type Leg = { from: Place; to: Place; left: string | null; came: string | null; due: string | null }
type Place = [code: string, name: string, country: string]
type Told = { at: Place; on: string }

const legOf = (text: string | null) => (text === null ? null : (JSON.parse(text) as Leg))
const eventOf = (text: string | null) => (text === null ? null : (JSON.parse(text) as Told))

type Hints = { leg: Leg | null; event: Told | null; from: MapPlace; asOf: string }

/** What was told last: a place by an event, or a leg by its days; else where it began. */
function nowAt({ leg, event, from, asOf }: Hints): Now {
  const legOn = leg ? (leg.came ?? leg.left ?? '') : ''
  if (event && (leg === null || event.on > legOn)) return { at: mapPlace(event.at), towards: null, share: 0 }
  if (leg === null) return { at: from, towards: null, share: 0 }
  if (leg.came !== null || leg.left === null) return { at: mapPlace(leg.to), towards: null, share: 0 }
  return { at: mapPlace(leg.from), towards: mapPlace(leg.to), share: shareOf(leg.left, leg.due, asOf) }
}

/** By its plan; without one it is halfway. It is never there before it was told so. */
function shareOf(left: string, due: string | null, asOf: string): number {
  const whole = due === null ? 0 : daysBetween(asDay(left), asDay(due))
  if (whole <= 0) return 0.5
  return Math.min(0.95, Math.max(0.05, daysBetween(asDay(left), asDay(asOf)) / whole))
}

function placeOf(text: string | null): MapPlace | null {
  return text === null ? null : mapPlace(JSON.parse(text) as Place)
}

function mapPlace([code, name, country]: Place): MapPlace {
  return { code, name, country: country || countryOfCode(code) }
}

/** A UN/LOCODE begins with its country. */
function countryOfCode(code: string): string {
  return /^[A-Z]{2}[A-Z2-9]{3}$/.test(code) ? code.slice(0, 2) : ''
}

function completed(leg: MapPlace | null, told: MapPlace): MapPlace {
  return leg && isKnown(leg) ? { ...leg, country: leg.country || told.country } : told
}

/** A lane leads from port to port, else from country to country: every customer's town would be a lane of its own. */
function lanePlace(place: MapPlace): MapPlace {
  return place.code !== '' || place.country === '' ? place : { code: '', name: '', country: place.country }
}

function isKnown({ code, country }: MapPlace): boolean {
  return code !== '' || country !== ''
}

/** Names are said with and without capitals; a port is one whatever it is called. */
function keyOf({ code, name, country }: MapPlace): string {
  return code !== '' ? code : `${country}/${name.trim().toLowerCase()}`
}

function keyOfNow({ at, towards }: Now): string {
  return towards ? `${keyOf(at)}>${keyOf(towards)}` : keyOf(at)
}

function laneOf(found: readonly UnderWay[], currency: string): MapLane {
  const [{ from, to }] = found as [UnderWay]
  const known = found.flatMap(({ valueMinor }) => valueMinor ?? [])
  return {
    ...{ from, to, count: found.length, late: found.filter(({ isLate }) => isLate).length },
    value: minorToDecimal(
      known.reduce((sum, minor) => sum + minor, 0),
      currency,
    ),
    withoutValue: found.length - known.length,
  }
}

function spotOf(found: readonly UnderWay[]): MapSpot {
  const [{ now }] = found as [UnderWay]
  const share = found.reduce((sum, one) => sum + one.now.share, 0) / found.length
  const late = found.filter(({ isLate }) => isLate)
  const states = [...Map.groupBy(found, ({ state }) => state)].map(([state, of]) => ({ state, count: of.length }))
  const named = [...late, ...found.filter(({ isLate }) => !isLate)].slice(0, namedAtSpot)
  return {
    ...{ at: now.at, towards: now.towards, share, count: found.length, late: late.length },
    states: states.sort(byCount),
    shipments: named.map(({ id, number, state, isLate }) => ({ id, number, state, isLate })),
  }
}

function byCount(one: { count: number }, other: { count: number }): number {
  return other.count - one.count
}
