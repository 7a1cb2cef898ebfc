import { describe, expect, test } from 'vitest'
import { knownPlaces } from '#renderer/ui/world-map/known-places.ts'
import { placeName, standingOf } from '#renderer/ui/world-map/place-points.ts'
import { countryMiddle, greatArc, mapSize, worldProjection, worldShapes } from '#renderer/ui/world-map/world-shapes.ts'
import { countryCodes } from '#shared/reference/countries.ts'

const place = (name: string, country: string, code = '') => ({ code, name, country })

describe('places on the map', () => {
  test('stand by their code, by their name in either language, else in the middle of the country', () => {
    const ningbo = { point: [121.55, 29.87], isExact: true }
    expect(standingOf(place('', '', 'CNNGB'))).toEqual(ningbo)
    expect(standingOf(place('NINGBO', 'CN'))).toEqual(ningbo)
    expect(standingOf(place('宁波', 'CN'))).toEqual(ningbo)
    expect(standingOf(place('Kiel, Germany', 'DE'))?.isExact).toBe(true)
    expect(standingOf(place('Ulm', 'DE'))?.isExact).toBe(false)
    expect(standingOf(place('', '', 'DEXXX'))?.isExact).toBe(false)
    expect(standingOf(place('Ningbo', 'FR'))?.isExact).toBe(false)
    expect(standingOf(place('Nowhere', ''))).toBeNull()
  })

  test('are called in the language that reads them', () => {
    expect(placeName(place('', 'DE', 'DEHAM'), 'zh-CN')).toBe('汉堡')
    expect(placeName(place('HAMBURG', 'DE'), 'en')).toBe('Hamburg')
    expect(placeName(place('Ulm', 'DE'), 'zh-CN')).toBe('Ulm')
    expect(placeName(place('', 'AE', 'AEAJM'), 'en')).toBe('Ajman')
    expect(placeName(place('', 'DE'), 'en')).toBe('')
  })

  test('every country of the book has a place to stand, but for those without a port or an outline', () => {
    const missing = countryCodes.filter((country) => standingOf(place('', country)) === null)
    expect(missing.length).toBeLessThan(40)
    for (const country of ['CN', 'US', 'DE', 'SG', 'HK', 'MT', 'MU', 'BH', 'FR']) expect(missing).not.toContain(country)
  })

  test('known places are written whole: a code once, and within the world', () => {
    expect(new Set(knownPlaces.map(({ code }) => code)).size).toBe(knownPlaces.length)
    for (const { code, country, name, nameZh, point } of knownPlaces) {
      if (code.length === 5) expect(code.slice(0, 2)).toBe(country)
      expect(countryCodes).toContain(country)
      expect(name).not.toBe('')
      expect(nameZh).toMatch(/[\u4e00-\u9fff]/)
      expect(Math.abs(point[0])).toBeLessThanOrEqual(180)
      expect(Math.abs(point[1])).toBeLessThanOrEqual(90)
    }
  })
})

describe('the outlines of the world', () => {
  test('fill the map whichever longitude stands in its middle', () => {
    for (const middle of [0, 150]) {
      const projection = worldProjection(middle)
      const shapes = worldShapes(projection)
      expect(shapes.length).toBeGreaterThan(170)
      expect(shapes.map(({ country }) => country)).toContain('CN')
      const [x] = projection([middle, 0]) ?? []
      expect(Math.abs((x ?? 0) - mapSize.width / 2)).toBeLessThan(20)
    }
  })

  test('the middle of France is in Europe, and a way over the Pacific is one line where the map is turned', () => {
    const [longitude = 0, latitude = 0] = countryMiddle('FR') ?? []
    expect([Math.round(longitude), Math.round(latitude)]).toEqual([2, 47])
    const pieces = (middle: number) =>
      greatArc(worldProjection(middle), [121.5, 29.9], [-118.2, 34]).match(/M/g)?.length
    expect(pieces(0)).toBe(2)
    expect(pieces(150)).toBe(1)
  })
})
