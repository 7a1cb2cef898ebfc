// Where lanes and spots of the book stand on a projection: paths, widths and sizes.
import { type GeoProjection, geoInterpolate } from 'd3-geo'
import { type Standing, standingOf } from '#renderer/ui/world-map/place-points.ts'
import { greatArc } from '#renderer/ui/world-map/world-shapes.ts'
import type { MapLane, MapPlace, MapSpot } from '#shared/schemas/shipment-board.ts'

export type DrawnLane = { key: string; lane: MapLane; path: string; width: number }
export type DrawnSpot = { key: string; spot: MapSpot; x: number; y: number; radius: number; isExact: boolean }
export type Drawn = { lanes: DrawnLane[]; spots: DrawnSpot[] }

const [narrowest, widest] = [1.2, 6]
const [smallest, largest] = [7, 16]

const keyOfPlace = ({ code, name, country }: MapPlace) => [code, name, country].join('/')
export const keyOfLane = ({ from, to }: MapLane) => `${keyOfPlace(from)}>${keyOfPlace(to)}`
export const keyOfSpot = ({ at, towards }: MapSpot) =>
  towards ? `${keyOfPlace(at)}>>${keyOfPlace(towards)}` : keyOfPlace(at)

/** Places that nobody can find stay in the table only. The busiest are drawn last, above the others. */
export function drawnMap(projection: GeoProjection, lanes: readonly MapLane[], spots: readonly MapSpot[]): Drawn {
  const most = { lane: highest(lanes), spot: highest(spots) }
  return {
    lanes: lanes.toReversed().flatMap((lane) => drawnLane(projection, lane, most.lane)),
    spots: apart(spots.flatMap((spot) => drawnSpot(projection, spot, most.spot))).toReversed(),
  }
}

function highest(all: readonly { count: number }[]): number {
  return all.reduce((most, { count }) => Math.max(most, count), 1)
}

/** By the square root: one large lane would leave all others the same. */
function between(least: number, most: number, share: number): number {
  return Math.round((least + (most - least) * Math.sqrt(share)) * 100) / 100
}

function drawnLane(projection: GeoProjection, lane: MapLane, most: number): DrawnLane[] {
  const [from, to] = [standingOf(lane.from), standingOf(lane.to)]
  if (!from || !to) return []
  const path = greatArc(projection, from.point, to.point)
  return path === '' ? [] : [{ key: keyOfLane(lane), lane, path, width: between(narrowest, widest, lane.count / most) }]
}

function drawnSpot(projection: GeoProjection, spot: MapSpot, most: number): DrawnSpot[] {
  const standing = standingOfSpot(spot)
  const at = standing && projection([...standing.point])
  if (!at) return []
  const radius = between(smallest, largest, spot.count / most)
  return [{ key: keyOfSpot(spot), spot, x: at[0], y: at[1], radius, isExact: standing.isExact }]
}

/** On its way it stands as far along the arc as its days say; nobody knows more. */
function standingOfSpot({ at, towards, share }: MapSpot): Standing | null {
  const from = standingOf(at)
  const to = towards && standingOf(towards)
  if (!from || !to) return from
  return { point: geoInterpolate([...from.point], [...to.point])(share), isExact: false }
}

/** What stands at the very same point is moved beside it: each is to be seen. */
function apart(spots: DrawnSpot[]): DrawnSpot[] {
  const taken: DrawnSpot[] = []
  for (const spot of spots) {
    let { x } = spot
    while (taken.some((other) => Math.hypot(other.x - x, other.y - spot.y) < 2)) x += spot.radius
    taken.push({ ...spot, x })
  }
  return taken
}
