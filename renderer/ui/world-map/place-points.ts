// Where a place of the book stands on the map: by its code, by its name in its country, else in the middle of the country.
import ports from 'sea-ports/lib/ports.json' with { type: 'json' }
import type { Language } from '#shared/i18n/translate.ts'
import { type KnownPlace, knownPlaces } from './known-places.ts'
import { countryMiddle, type Point } from './world-shapes.ts'

export type Place = { code: string; name: string; country: string }

type Port = { name: string; city?: string; alias?: string[]; coordinates?: number[] }

const portsByCode = ports as unknown as Readonly<Record<string, Port>>
const knownByCode = new Map(knownPlaces.map((place) => [place.code, place]))

/** What a place is called, in the language where we know it; '' where it is a country only. */
export function placeName({ code, name, country }: Place, language: Language): string {
  const known = knownByCode.get(code) ?? knownByName(name, country)
  if (known) return language === 'zh-CN' ? known.nameZh : known.name
  return name || (portsByCode[code]?.name ?? code)
}

export type Standing = { point: Point; isExact: boolean }

/** Null where nobody can say; not exact where only the country is known. */
export function standingOf(place: Place): Standing | null {
  const point = pointOfCode(place.code) ?? pointOfName(place.name, place.country)
  if (point) return { point, isExact: true }
  const country = place.country || (place.code.length === 5 ? place.code.slice(0, 2) : '')
  const middle = countryMiddle(country) ?? middleOfPorts(country)
  return middle ? { point: middle, isExact: false } : null
}

function pointOfCode(code: string): Point | undefined {
  return knownByCode.get(code)?.point ?? pointOf(portsByCode[code])
}

function pointOf(port: Port | undefined): Point | undefined {
  const [longitude, latitude] = port?.coordinates ?? []
  return longitude === undefined || latitude === undefined ? undefined : [longitude, latitude]
}

/** 'Leipzig, Germany' and 'HAMBURG' are known as their first word alone. */
function folded(name: string): string {
  return (name.split(/[,，(（]/)[0] ?? '').trim().toLowerCase()
}

function knownByName(name: string, country: string): KnownPlace | undefined {
  const asked = folded(name)
  if (asked === '') return undefined
  return knownPlaces.find(
    (place) => place.country === country && (place.name.toLowerCase() === asked || place.nameZh === asked),
  )
}

function pointOfName(name: string, country: string): Point | undefined {
  const asked = folded(name)
  if (asked === '' || country === '') return undefined
  return knownByName(name, country)?.point ?? pointOf(portsOf(country).get(asked))
}

const byCountry = new Map<string, ReadonlyMap<string, Port>>()

/** The ports of a country by each name that they have; gathered when the country is first asked for. */
function portsOf(country: string): ReadonlyMap<string, Port> {
  const gathered = byCountry.get(country) ?? new Map(namedPorts(country))
  byCountry.set(country, gathered)
  return gathered
}

function namedPorts(country: string): [string, Port][] {
  const found = Object.entries(portsByCode).filter(([code, port]) => code.startsWith(country) && port.coordinates)
  return found.flatMap(([, port]) =>
    [port.name, port.city ?? '', ...(port.alias ?? [])]
      .filter((name) => name !== '')
      .map((name): [string, Port] => [folded(name), port]),
  )
}

/** Of countries too small for the map: Singapore, Malta. */
function middleOfPorts(country: string): Point | undefined {
  const known = knownPlaces.find((place) => place.country === country)
  if (known || country === '') return known?.point
  return pointOf([...portsOf(country).values()][0])
}
