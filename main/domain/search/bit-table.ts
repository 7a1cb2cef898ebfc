// A growing table of bits, a row for each gram and a column for each record: which records have a set of rows is a matter of
// a few thousand AND operations, however many records there are.
import { rowCount, rowsOf } from './grams.ts'

/** Records of one block; blocks are searched one after the other, the newest first. */
export const blockSize = 8192
const smallest = 256

/** Sets of rows: a record has to have all rows of one of them, in each group. */
export type Wanted = readonly (readonly (readonly number[])[])[]

export type BitBlock = {
  set(column: number, text: string): void
  clear(column: number): void
  /** Narrows `within` (a bit a column) to the columns that have what is wanted. */
  narrow(within: Uint32Array, wanted: Wanted): void
  bytes(): number
}

export function bitBlock(): BitBlock {
  let words = smallest / 32
  let bits = new Uint32Array(rowCount * words)
  let some = new Uint32Array(words)
  let all = new Uint32Array(words)

  const grow = () => {
    const larger = new Uint32Array(bits.length * 2)
    for (let row = 0; row < rowCount; row += 1)
      larger.set(bits.subarray(row * words, (row + 1) * words), row * words * 2)
    bits = larger
    words *= 2
    some = new Uint32Array(words)
    all = new Uint32Array(words)
  }

  /** Ands the rows of one set into `into`. */
  const andRows = (into: Uint32Array, rows: readonly number[]) => {
    for (const row of rows) {
      const start = row * words
      for (let word = 0; word < words; word += 1) into[word] = (into[word] as number) & (bits[start + word] as number)
    }
  }

  return {
    set(column, text) {
      while (column >= words * 32) grow()
      const word = column >>> 5
      const bit = 1 << (column & 31)
      const { rows, count } = rowsOf(text)
      for (let index = 0; index < count; index += 1) {
        const at = (rows[index] as number) * words + word
        bits[at] = (bits[at] as number) | bit
      }
    },
    clear(column) {
      const keep = ~(1 << (column & 31))
      for (let at = column >>> 5; at < bits.length; at += words) bits[at] = (bits[at] as number) & keep
    },
    narrow(within, wanted) {
      for (const choices of wanted) {
        const [only] = choices
        if (choices.length === 1 && only) {
          andRows(within.subarray(0, words), only)
          continue
        }
        some.fill(0)
        for (const rows of choices) {
          all.set(within.subarray(0, words))
          andRows(all, rows)
          for (let word = 0; word < words; word += 1) some[word] = (some[word] as number) | (all[word] as number)
        }
        within.set(some)
      }
      within.fill(0, words)
    },
    bytes: () => bits.byteLength,
  }
}
