// The way of one shipment of the sample company: its legs and what was heard of it up to today, with what went wrong on the way.
import { checkCharacter } from '#main/domain/tracking/check-digits.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { instantOf } from '#shared/local-time.ts'

/** Whom it travels by, as resources/sample/carriers.json names them. */
export type SampleWay = 'SEA' | 'RAIL' | 'AIR' | 'POST'
export type SampleTrouble = 'late' | 'held' | 'failed' | 'pickup' | 'returning' | 'silent' | 'lost' | 'damaged'

export type PlaceWords = {
  port: string
  portName: string
  hub: string
  hubCountry: string
  offset: string
  /** The zone of rates that the country lies in. */
  rates: string
}

/** Share of the way, time of day, whose place, its name where it is always the same, what is said there. */
type StepWords = readonly (string | number)[]

export type JourneyWords = {
  places: Readonly<Record<string, PlaceWords>>
  steps: Readonly<Record<SampleWay, readonly StepWords[]>>
  troubles: Readonly<Record<string, { at: number; AIR: string; POST: string; other: string }>>
}

export type SampleEvent = { localTime: string; zone: string; place: string; country: string; text: string }

export type SampleLeg = {
  mode: 'sea' | 'rail'
  vessel: string
  voyage: string
  blNumber: string
  from: { code: string; place: string; country: string }
  to: { code: string; place: string; country: string }
  plannedDepartureOn: Day
  plannedArrivalOn: Day
  departedOn: Day | null
  arrivedOn: Day | null
}

export type SampleJourney = { legs: SampleLeg[]; events: SampleEvent[]; heldUntil: Day | null; trackingNumber: string }

export type Travelling = {
  by: SampleWay
  to: { country: string; city: string }
  sentOn: Day
  today: Day
  /** How long it takes in all. */
  days: number
  trouble: SampleTrouble | null
  /** Counts up: numbers are made of it. */
  serial: number
}

const homeOffset = '+08:00'
/** So long a service point keeps it. */
const keptDays = 7

/** Nothing is told of today, by the clock at home: it may not have happened yet. */
export function sampleJourney(words: JourneyWords, travelling: Travelling): SampleJourney {
  const { by, to, today, trouble } = travelling
  const place = words.places[to.country]
  if (!place) throw new RangeError(`The sample ships to ${to.country}, but knows no port there`)
  const told = trouble === null || trouble === 'late' ? undefined : words.troubles[trouble]
  const stop = trouble === 'silent' ? 0.3 : trouble === 'damaged' ? 2 : (told?.at ?? 2)
  const kept = words.steps[by].filter((step) => Number(step[0]) < stop || !isLast(words.steps[by], step))
  const steps = kept.filter(([share]) => Number(share) <= stop).map((step) => eventOf(step, { ...travelling, place }))
  if (told) steps.push(troubleOf(told, { ...travelling, place }))
  const midnight = instantOf(today, homeOffset)
  const events = steps.filter(({ localTime, zone }) => instantOf(localTime, zone) < midnight)
  return {
    legs: legsOf({ ...travelling, place }),
    events: events.toSorted((one, other) => (one.localTime < other.localTime ? -1 : 1)),
    heldUntil: trouble === 'pickup' ? addDays(dayAt(travelling, told?.at ?? 1), keptDays) : null,
    trackingNumber: numberOf(travelling),
  }
}

type Placed = Travelling & { place: PlaceWords }

function isLast(steps: readonly StepWords[], step: StepWords): boolean {
  return steps.at(-1) === step
}

function dayAt({ sentOn, days }: Pick<Travelling, 'sentOn' | 'days'>, share: number): Day {
  return addDays(sentOn, Math.round(days * share))
}

function eventOf([share, time, where, name, text]: StepWords, way: Placed): SampleEvent {
  const at = { localTime: `${dayAt(way, Number(share))}T${time}`, text: String(text) }
  const { place, to, by } = way
  switch (where) {
    case 'home':
      return { ...at, zone: homeOffset, place: String(name), country: 'CN' }
    case 'way':
      return { ...at, zone: homeOffset, place: '', country: '' }
    case 'hub':
      return { ...at, zone: place.offset, place: place.hub, country: place.hubCountry }
    case 'port':
      return by === 'RAIL'
        ? { ...at, zone: '+01:00', place: 'Duisburg', country: 'DE' }
        : { ...at, zone: place.offset, place: place.portName, country: place.port.slice(0, 2) }
    default:
      return { ...at, zone: place.offset, place: to.city, country: to.country }
  }
}

function troubleOf(told: JourneyWords['troubles'][string], way: Placed): SampleEvent {
  const text = way.by === 'AIR' || way.by === 'POST' ? told[way.by] : told.other
  const where = told.at < 1 ? 'hub' : 'city'
  return eventOf([told.at, '15:20', where, '', text], way)
}

/** Only what goes by ship or train has legs worth writing down. */
function legsOf({ by, to, place, today, serial, ...way }: Placed): SampleLeg[] {
  if (by !== 'SEA' && by !== 'RAIL') return []
  const [left, came] = [0.12, 0.78].map((share) => dayAt(way, share)) as [Day, Day]
  const isSea = by === 'SEA'
  const end = isSea
    ? { code: place.port, place: place.portName, country: place.port.slice(0, 2) }
    : { code: 'DEDUI', place: 'Duisburg', country: 'DE' }
  return [
    {
      mode: isSea ? 'sea' : 'rail',
      vessel: isSea ? (['Heron Grace', 'Heron Bay', 'Heron Dawn'][serial % 3] ?? '') : `X8${100 + (serial % 60)}`,
      voyage: isSea ? `${String(40 + (serial % 12)).padStart(3, '0')}W` : '',
      blNumber: `${isSea ? 'BHLNGB' : 'LSRYIW'}${String(2_600_000 + serial)}`,
      from: isSea ? { code: 'CNNGB', place: 'Ningbo', country: 'CN' } : { code: 'CNYIW', place: 'Yiwu', country: 'CN' },
      to: end,
      plannedDepartureOn: left,
      plannedArrivalOn: addDays(came, -1),
      departedOn: left < today ? left : null,
      arrivedOn: came < today ? came : null,
    },
  ]
}

/** Posts give S10 numbers with their check digit; those of the courier are its own. By ship and train the bill is the number. */
function numberOf({ by, serial }: Travelling): string {
  if (by === 'AIR') return `SKYL${String(440_010_000 + serial * 37)}`
  if (by !== 'POST') return ''
  const figures = String(10_000 + serial * 13).padStart(8, '0')
  return `LQ${figures}${checkCharacter(figures, { kind: 's10' })}CN`
}
