// Whether one word becomes the other by so many slips: a letter more, less or another, or two changed about.

/** Bounded: stops as soon as the slips are too many. */
export function isWithinEdits(one: string, other: string, most: number): boolean {
  if (one === other) return true
  if (Math.abs(one.length - other.length) > most) return false
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at]
    let least = at
    for (let to = 1; to <= other.length; to += 1) {
      const value = step({ one, other, at, to }, { beforeLast, last, row })
      row.push(value)
      if (value < least) least = value
    }
    if (least > most) return false
    beforeLast = last
    last = row
  }
  return (last[other.length] ?? most + 1) <= most
}

type Place = { one: string; other: string; at: number; to: number }
type Rows = { beforeLast: readonly number[]; last: readonly number[]; row: readonly number[] }

function step({ one, other, at, to }: Place, { beforeLast, last, row }: Rows): number {
  const isSame = one.charCodeAt(at - 1) === other.charCodeAt(to - 1)
  const plain = Math.min(
    (last[to - 1] as number) + (isSame ? 0 : 1),
    (last[to] as number) + 1,
    (row[to - 1] as number) + 1,
  )
  const isSwapped =
    at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1] && beforeLast.length > 0
  return isSwapped ? Math.min(plain, (beforeLast[to - 2] as number) + 1) : plain
}
