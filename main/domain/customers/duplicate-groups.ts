// Records among many that look like one party. Nobody is held against everybody: only those that share a key are compared,
// and a key that very many share tells nobody from anybody.
import { likeness } from '#main/domain/customers/likeness.ts'
import type { PartyKeys } from '#main/domain/customers/party-keys.ts'
import { type LikenessReason, likenessReasons } from '#shared/schemas/customers.ts'

/** A switchboard's number, a name like John Smith: more than so many share it. */
const mostSharers = 25

export type DuplicateGroup = {
  /** Places in the list that was given, in its order. */
  members: number[]
  percent: number
  reasons: LikenessReason[]
}
export type Duplicates = { groups: DuplicateGroup[]; commonValues: number }

type Asked = {
  leastPercent: number
  /** Whether someone said that two of the list are not the same. */
  areDistinct(one: number, other: number): boolean
}

/** The likest groups first. */
export function duplicateGroups(parties: readonly PartyKeys[], { leastPercent, areDistinct }: Asked): Duplicates {
  if (parties.length > mostParties) throw new RangeError(`More than ${mostParties} parties at once`)
  const { pairs, commonValues } = candidatePairs(parties)
  const found: Pair[] = []
  for (const pair of pairs) {
    const one = Math.floor(pair / mostParties)
    const other = pair % mostParties
    const like = likeness(parties[one] as PartyKeys, parties[other] as PartyKeys)
    if (like.percent >= leastPercent && !areDistinct(one, other)) found.push({ one, other, ...like })
  }
  return { groups: joined(found), commonValues }
}

/** Two places, or a place and a hash of 32 bits, are one number that is still exact. */
const mostParties = 2 ** 20

/** Pairs of places that share a key, each once: numbers in order, which is far less to hold than sets of texts. */
function candidatePairs(parties: readonly PartyKeys[]): { pairs: Float64Array; commonValues: number } {
  const pairs: number[] = []
  let commonValues = 0
  for (const keysOf of keyKinds) {
    for (const places of sharers(parties, keysOf)) {
      if (places.length <= mostSharers) addPairs(pairs, places)
      else if (keysOf !== halvesOf) commonValues += 1
    }
  }
  return {
    pairs: Float64Array.from(pairs)
      .sort()
      .filter((pair, at, all) => pair !== all[at - 1]),
    commonValues,
  }
}

/** Places of those that have the same key, by its hash: two keys of one hash are told apart by the comparison. */
function* sharers(parties: readonly PartyKeys[], keysOf: (party: PartyKeys) => readonly string[]): Generator<number[]> {
  const marked: number[] = []
  parties.forEach((party, place) => {
    for (const key of keysOf(party)) marked.push(hashOf(key) * mostParties + place)
  })
  const sorted = Float64Array.from(marked).sort()
  let places: number[] = []
  let current = -1
  for (const mark of sorted) {
    const hash = Math.floor(mark / mostParties)
    if (hash !== current) {
      if (places.length > 1) yield places
      places = []
      current = hash
    }
    const place = mark % mostParties
    if (places.at(-1) !== place) places.push(place)
  }
  if (places.length > 1) yield places
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function addPairs(pairs: number[], places: readonly number[]): void {
  for (let index = 0; index < places.length; index += 1)
    for (let later = index + 1; later < places.length; later += 1)
      pairs.push((places[index] as number) * mostParties + (places[later] as number))
}

const keyKinds: readonly ((party: PartyKeys) => readonly string[])[] = [
  ({ taxNumbers }) => taxNumbers,
  ({ emails }) => emails,
  ({ phones }) => phones.map(({ tail }) => tail),
  ({ addresses }) => addresses,
  ({ names }) => names.map(({ sorted }) => sorted),
  halvesOf,
]

/** A slip in one half of a name leaves the other half as it is. Within a country: elsewhere a like name says too little. */
function halvesOf({ names, country }: PartyKeys): string[] {
  const keys = names.flatMap(({ compact }) => {
    if (compact.length < 5) return []
    const half = compact.length >> 1
    // One letter more or less moves the middle: both middles are kept.
    const sizes = compact.length % 2 === 0 ? [half - 1, half] : [half]
    return sizes
      .filter((size) => size >= 2)
      .flatMap((size) => [`${country}<${compact.slice(0, size)}`, `${country}>${compact.slice(-size)}`])
  })
  return keys.length > 4 ? [...new Set(keys)] : keys
}

type Pair = { one: number; other: number; percent: number; reasons: readonly LikenessReason[] }

/** Pairs that share a record are one group. */
function joined(pairs: readonly Pair[]): DuplicateGroup[] {
  const heads = new Map<number, number>()
  const headOf = (place: number): number => {
    let head = place
    for (let next = heads.get(head); next !== undefined && next !== head; next = heads.get(head)) head = next
    heads.set(place, head)
    return head
  }
  for (const { one, other } of pairs) {
    const [left, right] = [headOf(one), headOf(other)]
    if (left !== right) heads.set(Math.max(left, right), Math.min(left, right))
  }
  const groups = [...Map.groupBy(pairs, ({ one }) => headOf(one)).values()].map((own) => ({
    members: [...new Set(own.flatMap(({ one, other }) => [one, other]))].sort((left, right) => left - right),
    percent: Math.max(...own.map(({ percent }) => percent)),
    reasons: likenessReasons.filter((reason) => own.some(({ reasons }) => reasons.includes(reason))),
  }))
  return groups.sort(
    (left, right) => right.percent - left.percent || (left.members[0] as number) - (right.members[0] as number),
  )
}
