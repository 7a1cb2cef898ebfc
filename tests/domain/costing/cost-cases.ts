// Short movements and what came of them, for cases that a person can follow.
import type { CostEntry, CostEntryKind, CostMethod, CostRun, LateCost } from '#main/domain/costing/cost-types.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { asDay, type Day } from '#shared/dates.ts'

type Told = Partial<Omit<CostEntry, 'qtyMilli' | 'on' | 'kind'>> & { day?: number }

export function day(number: number): Day {
  return asDay(`2026-03-${String(number).padStart(2, '0')}`)
}

/** Pieces, not thousandths; days of March. Ids count from 1 in `history`. */
export function move(kind: CostEntryKind, pieces: number, told: Told = {}): CostEntry {
  const { day: on = 1, ...rest } = told
  return {
    id: 0,
    on: day(on),
    warehouseId: 1,
    batchId: null,
    kind,
    qtyMilli: pieces * 1000,
    valueMinor: null,
    reversesId: null,
    originId: null,
    ...rest,
  }
}

export function history(...entries: CostEntry[]): CostEntry[] {
  return entries.map((entry, index) => ({ ...entry, id: index + 1 }))
}

export function receive(pieces: number, valueMinor: number | null, told: Told = {}): CostEntry {
  return move('receipt', pieces, { ...told, valueMinor })
}

export function issue(pieces: number, told: Told = {}): CostEntry {
  return move('issue', -pieces, told)
}

export function run(method: CostMethod, entries: CostEntry[], lateCosts: LateCost[] = []): CostRun {
  return replayCosts({ method, entries, lateCosts })
}

/** Cause, movement, day of the month, value: rows as lines. */
export function lines({ rows }: CostRun): string[] {
  return rows.map(
    (row) =>
      `${row.cause} ${row.entryId} on ${Number(row.on.slice(8))}: ${row.valueMinor}${
        row.uncostedMilli === 0 ? '' : `, ${row.uncostedMilli / 1000} unknown`
      }`,
  )
}

/** What a movement is worth today, over all its rows but variances. */
export function worth({ rows }: CostRun, entryId: number): number {
  return rows
    .filter((row) => row.entryId === entryId && row.cause !== 'variance')
    .reduce((sum, row) => sum + row.valueMinor, 0)
}

/** Pieces and value of each layer of a place. */
export function layers({ state }: CostRun, warehouseId = 1): [pieces: number, valueMinor: number | null][] {
  const place = state.places.find((one) => one.warehouseId === warehouseId)
  return (place?.layers ?? []).map((layer) => [layer.qtyMilli / 1000, layer.valueMinor])
}
