// How much of each torture test runs: a seeded sample in `npm test`, all of it in `npm run torture`.
export const isFull = process.env.QUAYSIDE_TORTURE === 'full'

/** QUAYSIDE_SEED repeats a run that failed. */
export const seed = Number(process.env.QUAYSIDE_SEED ?? 20_261_122)
export const isOwnSeed = process.env.QUAYSIDE_SEED === undefined

export function rounds(sample: number, full: number): number {
  return isFull ? full : sample
}

/** A small seeded generator (mulberry32): the same rounds on every machine. */
export function seededRandom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
