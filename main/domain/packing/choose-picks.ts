// Where to take goods from: what expires first goes first, then bin by bin; what lies nowhere is told as missing.

export type Lying = {
  batchId: number | null
  batch: string
  expiresOn: string | null
  bin: string
  milli: number
}
export type GoodsPick = Omit<Lying, 'batchId'> & { isMissing: boolean }

/**
 * From places of one product in one warehouse. A bin that holds all that is still wanted comes before one that does not, so that
 * nobody walks twice; goods without a bin come last.
 */
export function choosePicks(lying: readonly Lying[], wantedMilli: number): GoodsPick[] {
  const picks: GoodsPick[] = []
  let rest = wantedMilli
  for (const group of inOrder(lying)) {
    for (const place of whole(group, rest)) {
      if (rest <= 0) break
      const milli = Math.min(rest, place.milli)
      rest -= milli
      const { batchId: _, ...told } = place
      picks.push({ ...told, milli, isMissing: false })
    }
  }
  if (rest > 0) picks.push({ batch: '', expiresOn: null, bin: '', milli: rest, isMissing: true })
  return picks
}

/** Groups of one batch, in the order in which batches go. */
function inOrder(lying: readonly Lying[]): Lying[][] {
  const there = lying.filter(({ milli }) => milli > 0)
  const groups = [...Map.groupBy(there, ({ batchId }) => batchId).values()]
  const key = ([first]: Lying[]) => `${first?.expiresOn ?? '9999'} ${first?.batch}`
  return groups.sort((left, right) => (key(left) < key(right) ? -1 : 1))
}

/** The first bin that holds it all; otherwise bin by bin. */
function whole(group: readonly Lying[], milli: number): Lying[] {
  const bins = [...group].sort(
    (left, right) => Number(left.bin === '') - Number(right.bin === '') || (left.bin < right.bin ? -1 : 1),
  )
  const one = bins.find((place) => place.milli >= milli)
  return one ? [one] : bins
}
