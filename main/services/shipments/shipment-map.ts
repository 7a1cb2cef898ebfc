// Where shipments that are under way go and where they are now, for a map: lanes and spots. Nothing is drawn here.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { boardCarriers, boardFilter, fromCountrySql, toCountrySql } from '#main/services/shipments/board-filters.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { MapLane, MapPlace, MapSpot, ShipmentMap, ShipmentMapInput } from '#shared/schemas/shipment-board.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

/** So many of a spot are named. */
const namedAtSpot = 12

type Leg = MapPlace | null
type UnderWay = {
  id: number
  number: string
  state: TrackingState | ''
  isLate: boolean
  valueMinor: number | null
  from: MapPlace
  to: MapPlace
  now: MapPlace
}

export function shipmentMap(db: ReadDb, input: ShipmentMapInput): ShipmentMap {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const currency = baseCurrency(db)
  const all = underWay(db, { ...input, asOf })
  const withLane = all.filter(({ from, to }) => isKnown(from) && isKnown(to))
  const withSpot = all.filter(({ now }) => isKnown(now))
  const lanes = Map.groupBy(withLane, ({ from, to }) => `${keyOf(from)}>${keyOf(to)}`)
  const spots = Map.groupBy(withSpot, ({ now }) => keyOf(now))
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
  ...[first: string | null, last: string | null, current: string | null, event: string | null],
]

/** Of the newest event that says a place; else of the leg that it is on. */
function underWay(db: ReadDb, input: ShipmentMapInput & { asOf: string }): UnderWay[] {
  const filter = boardFilter(input)
  const legs = 'FROM shipment_legs l WHERE l.shipment_id = s.id AND l.deleted = 0'
  const rows = db.raw(
    `SELECT s.id, s.number, s.state, s.planned_on < ?, s.value_base_minor,
       ${fromCountrySql}, s.from_place, ${toCountrySql}, s.ship_to_city,
       (SELECT json_array(l.from_code, l.from_place, l.from_country) ${legs} ORDER BY l.position, l.id LIMIT 1),
       (SELECT json_array(l.to_code, l.to_place, l.to_country) ${legs} ORDER BY l.position DESC, l.id DESC LIMIT 1),
       (SELECT CASE WHEN l.arrived_on IS NULL THEN json_array(l.from_code, l.from_place, l.from_country)
           ELSE json_array(l.to_code, l.to_place, l.to_country) END
         ${legs} AND (l.departed_on IS NOT NULL OR l.arrived_on IS NOT NULL) ORDER BY l.position DESC, l.id DESC LIMIT 1),
       (SELECT json_array('', e.place, e.country) FROM shipment_events e INDEXED BY shipment_events_by_shipment
         WHERE e.shipment_id = s.id AND e.deleted = 0 AND (e.place <> '' OR e.country <> '')
         ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)
     FROM shipments s INDEXED BY shipments_board_open
     WHERE s.is_open = 1 AND s.deleted = 0 AND s.archived = 0${filter.sql}${input.late ? ' AND s.planned_on < ?' : ''}
     ORDER BY s.planned_on IS NULL, s.planned_on, s.id`,
    input.asOf,
    ...filter.values,
    ...(input.late ? [input.asOf] : []),
  ) as Row[]
  return rows.map(asUnderWay)
}

function asUnderWay([id, number, state, late, valueMinor, ...places]: Row): UnderWay {
  const [fromCountry, fromPlace, toCountry, toPlace, first, last, current, event] = places
  const from = completed(placeOf(first), { code: '', name: fromPlace, country: fromCountry })
  const to = completed(placeOf(last), { code: '', name: toPlace, country: toCountry })
  const heard = placeOf(event)
  const now = heard && isKnown(heard) ? heard : (placeOf(current) ?? from)
  return { id, number, state, isLate: late === 1, valueMinor, from: lanePlace(from), to: lanePlace(to), now }
}

function placeOf(text: string | null): Leg {
  if (text === null) return null
  const [code = '', name = '', country = ''] = JSON.parse(text) as string[]
  return { code, name, country: country || countryOfCode(code) }
}

/** A UN/LOCODE begins with its country. */
function countryOfCode(code: string): string {
  return /^[A-Z]{2}[A-Z2-9]{3}$/.test(code) ? code.slice(0, 2) : ''
}

function completed(leg: Leg, told: MapPlace): MapPlace {
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
  const [{ now: at }] = found as [UnderWay]
  const late = found.filter(({ isLate }) => isLate)
  const states = [...Map.groupBy(found, ({ state }) => state)].map(([state, of]) => ({ state, count: of.length }))
  const named = [...late, ...found.filter(({ isLate }) => !isLate)].slice(0, namedAtSpot)
  return {
    ...{ at, count: found.length, late: late.length },
    states: states.sort(byCount),
    shipments: named.map(({ id, number, state, isLate }) => ({ id, number, state, isLate })),
  }
}

function byCount(one: { count: number }, other: { count: number }): number {
  return other.count - one.count
}
