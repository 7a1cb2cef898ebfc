// The parts of the world that the map can show large, each by two of its corners.
import type { GeoProjection } from 'd3-geo'
import { mapSize } from '#renderer/ui/world-map/world-shapes.ts'

export const regions = [
  'world',
  'europe',
  'asia',
  'northAmerica',
  'southAmerica',
  'middleEast',
  'africa',
  'oceania',
] as const
export type Region = (typeof regions)[number]

/** West, south, east, north, in degrees. */
const corners: Readonly<Record<Exclude<Region, 'world'>, readonly [number, number, number, number]>> = {
  europe: [-12, 34, 42, 66],
  asia: [92, -10, 148, 50],
  northAmerica: [-130, 14, -60, 58],
  southAmerica: [-84, -50, -34, 14],
  middleEast: [26, 10, 80, 44],
  africa: [-20, -36, 54, 38],
  oceania: [108, -48, 180, 0],
}

export type Window = { x: number; y: number; width: number; height: number }

/** What of the map is seen: never less than the shape of the whole, so that nothing jumps when another part is chosen. */
export function windowOf(projection: GeoProjection, region: Region): Window {
  if (region === 'world') return { x: 0, y: 0, ...mapSize }
  const [west, south, east, north] = corners[region]
  const middle = (west + east) / 2
  const points = [west, middle, east].flatMap((x) => [south, north].map((y) => projection([x, y]) ?? [0, 0]))
  const xs = points.map(([x = 0]) => x)
  const ys = points.map(([, y = 0]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const width = Math.min(mapSize.width, Math.max(wide, (high * mapSize.width) / mapSize.height))
  const height = (width * mapSize.height) / mapSize.width
  return { x: left - (width - wide) / 2, y: top - (height - high) / 2, width, height }
}
