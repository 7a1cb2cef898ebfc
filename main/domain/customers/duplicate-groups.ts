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
  const { pairs, commonValues } = candidatePairs(parties)
  const found: { one: number; other: number; percent: number; reasons: LikenessReason[] }[] = []
  for (const [one, others] of pairs) {
    for (const other of others) {
      const like = likeness(parties[one] as PartyKeys, parties[other] as PartyKeys)
      if (like.percent >= leastPercent && !areDistinct(one, other)) found.push({ one, other, ...like })
    }
  }
  return { groups: joined(found), commonValues }
}

/** For each place the later ones that share a key with it. */
function candidatePairs(parties: readonly PartyKeys[]): { pairs: Map<number, Set<number>>; commonValues: number } {
  const pairs = new Map<number, Set<number>>()
  let commonValues = 0
  for (const keysOf of keyKinds) {
    // One kind of key at a time: all of them at once would be several keys a record in memory.
    const sharers = new Map<string, number[]>()
    parties.forEach((party, index) => {
      for (const key of keysOf(party)) {
        const known = sharers.get(key)
        if (known === undefined) sharers.set(key, [index])
        else if (known.at(-1) !== index) known.push(index)
      }
    })
    for (const places of sharers.values()) {
      if (places.length < 2) continue
      if (places.length > mostSharers) commonValues += keysOf === halvesOf ? 0 : 1
      else addPairs(pairs, places)
    }
  }
  return { pairs, commonValues }
}

function addPairs(pairs: Map<number, Set<number>>, places: readonly number[]): void {
  places.forEach((one, index) => {
    for (const other of places.slice(index + 1)) {
      const others = pairs.get(one)
      if (others) others.add(other)
      else pairs.set(one, new Set([other]))
    }
  })
}

const keyKinds: readonly ((party: PartyKeys) => readonly string[])[] = [
  ({ taxNumbers }) => taxNumbers,
  ({ emails }) => emails,
  ({ phones }) => phones,
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
