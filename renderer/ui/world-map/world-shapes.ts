// The outlines of the world, drawn from shipped data: what its countries look like, where a place stands, and how things travel.
import { type GeoProjection, geoArea, geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }
import { countryByNumber } from './country-numbers.ts'

export const mapSize = { width: 960, height: 470 } as const

/** Degrees east and north. */
export type Point = readonly [longitude: number, latitude: number]
export type Shape = { country: string; path: string }

type Polygon = { type: 'Polygon'; coordinates: number[][][] }
type Geometry = Polygon | { type: 'MultiPolygon'; coordinates: number[][][][] }
type Outline = { type: 'Feature'; id?: string | number; geometry: Geometry; properties: object }

let found: Outline[] | null = null

/** The poles are left out, where nobody buys. */
function outlines(): Outline[] {
  if (!found) {
    const atlas = world as unknown as Parameters<typeof feature>[0]
    const all = feature(atlas, atlas.objects.countries as never) as unknown as { features: Outline[] }
    found = all.features.filter(({ id }) => id !== '010')
  }
  return found
}

/** `middle` is the longitude that stands in the middle of the map: lanes break where the map ends. */
export function worldProjection(middle = 0): GeoProjection {
  const all = { type: 'FeatureCollection', features: outlines() }
  return (
    geoNaturalEarth1()
      .rotate([-middle, 0])
      // Arcs stay round where a part of the map is shown large.
      .precision(0.15)
      .fitSize([mapSize.width, mapSize.height], all as never)
  )
}

export function worldShapes(projection: GeoProjection): Shape[] {
  const draw = geoPath(projection)
  return outlines().flatMap((outline) => {
    const path = draw(outline as never)
    return path ? [{ country: codeOf(outline), path }] : []
  })
}

function codeOf({ id }: Outline): string {
  return countryByNumber.get(String(id)) ?? ''
}

/** The way between two places over the globe, as the path of a line. */
export function greatArc(projection: GeoProjection, from: Point, to: Point): string {
  return geoPath(projection)({ type: 'LineString', coordinates: [from, to] as never }) ?? ''
}

/** The middle of a country's largest piece: that of France is in France. Undefined where the map has no such country. */
export function countryMiddle(country: string): Point | undefined {
  const outline = country === '' ? undefined : outlines().find((one) => codeOf(one) === country)
  return outline && geoCentroid(largestPiece(outline.geometry) as never)
}

function largestPiece(geometry: Geometry): Polygon {
  if (geometry.type === 'Polygon') return geometry
  const pieces = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return pieces.reduce((one, other) => (geoArea(other as never) > geoArea(one as never) ? other : one))
}
