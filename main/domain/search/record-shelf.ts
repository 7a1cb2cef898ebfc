// All records of one kind, in the order in which they were last touched: what is found first is the newest, so a search may
// stop as soon as it has enough.
import { type BitBlock, bitBlock, blockSize, type Wanted } from './bit-table.ts'

export type ShelfRecord = {
  id: number
  text: string
  archived: boolean
  /** Which of the kind's facets (roles of a party) it has, as bits. */
  facets: number
  /** The clock of the last operation that touched it. */
  clock: number
}

type Block = { bits: BitBlock; records: (ShelfRecord | undefined)[]; alive: Uint32Array; archived: Uint32Array }

/** What to look for among the records of a shelf. */
export type Look = { wanted: Wanted; archived: boolean; facets: number }

export type RecordShelf = {
  /** Puts a record on the shelf, or a new text of one that is there. */
  put(record: ShelfRecord): void
  remove(id: number): void
  get(id: number): ShelfRecord | undefined
  /** Records that may have what is wanted, the last touched first, until `visit` says that it has enough. */
  visit(look: Look, visit: (record: ShelfRecord) => boolean): void
  /** Puts out of order what came with an older clock (by a merge); searches come in order again after it. */
  settle(): void
  size(): number
  /** Bytes of the bit table. */
  bytes(): number
}

/** Before which a record stands: by clock, then id. */
export function byClock(left: Pick<ShelfRecord, 'clock' | 'id'>, right: Pick<ShelfRecord, 'clock' | 'id'>): number {
  return left.clock - right.clock || left.id - right.id
}

/** So many empty places are taken out when there are no more records than that. */
const fewHoles = 2 * blockSize

export function recordShelf(): RecordShelf {
  let blocks: Block[] = []
  let places = new Map<number, number>()
  let used = 0
  let last: ShelfRecord | undefined
  let isInOrder = true
  const within = new Uint32Array(blockSize / 32)

  const blockOf = (place: number) => blocks[Math.floor(place / blockSize)] as Block

  const write = (place: number, record: ShelfRecord) => {
    const block = blockOf(place)
    const column = place % blockSize
    block.records[column] = record
    block.bits.set(column, record.text)
    setBit(block.alive, column, true)
    setBit(block.archived, column, record.archived)
  }
  const empty = (place: number) => {
    const block = blockOf(place)
    const column = place % blockSize
    block.records[column] = undefined
    block.bits.clear(column)
    setBit(block.alive, column, false)
  }
  const append = (record: ShelfRecord) => {
    if (used % blockSize === 0) blocks.push(emptyBlock())
    if (last && byClock(record, last) < 0) isInOrder = false
    write(used, record)
    places.set(record.id, used)
    used += 1
    last = record
  }
  const refill = () => {
    const records = blocks.flatMap((block) => block.records.filter((record) => record !== undefined)).sort(byClock)
    blocks = []
    places = new Map()
    used = 0
    last = undefined
    isInOrder = true
    for (const record of records) append(record)
  }

  return {
    put(record) {
      const place = places.get(record.id)
      if (place === undefined) return append(record)
      const there = blockOf(place).records[place % blockSize]
      empty(place)
      if (there?.clock === record.clock || place === used - 1) {
        write(place, record)
        if (place === used - 1) last = record
      } else append(record)
    },
    remove(id) {
      const place = places.get(id)
      if (place === undefined) return
      empty(place)
      places.delete(id)
    },
    get(id) {
      const place = places.get(id)
      return place === undefined ? undefined : blockOf(place).records[place % blockSize]
    },
    visit(look, visit) {
      for (let index = blocks.length - 1; index >= 0; index -= 1) {
        const block = blocks[index] as Block
        within.set(block.alive)
        for (let word = 0; word < within.length; word += 1) {
          const archived = block.archived[word] as number
          within[word] = (within[word] as number) & (look.archived ? archived : ~archived)
        }
        block.bits.narrow(within, look.wanted)
        if (visitBits(within, block.records, look.facets, visit)) return
      }
    },
    settle() {
      const holes = used - places.size
      if (!isInOrder || holes > Math.max(places.size, fewHoles)) refill()
    },
    size: () => places.size,
    bytes: () => blocks.reduce((sum, block) => sum + block.bits.bytes(), 0),
  }
}

function emptyBlock(): Block {
  const words = blockSize / 32
  return { bits: bitBlock(), records: [], alive: new Uint32Array(words), archived: new Uint32Array(words) }
}

function setBit(bits: Uint32Array, column: number, isSet: boolean): void {
  const word = column >>> 5
  const bit = 1 << (column & 31)
  bits[word] = isSet ? (bits[word] as number) | bit : (bits[word] as number) & ~bit
}

/** Visits the columns whose bit is set, from the last on; true when the visitor has enough. */
function visitBits(
  bits: Uint32Array,
  records: Block['records'],
  facets: number,
  visit: (record: ShelfRecord) => boolean,
): boolean {
  for (let word = bits.length - 1; word >= 0; word -= 1) {
    let rest = bits[word] as number
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest)
      rest &= ~(1 << bit)
      const record = records[word * 32 + bit]
      if (record && (record.facets & facets) === facets && visit(record)) return true
    }
  }
  return false
}
