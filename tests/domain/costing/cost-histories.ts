// Random histories of one product such as the services could write them: what points back points at something that was.
import fc from 'fast-check'
import type { CostEntry, CostEntryKind, CostHistory, CostMethod, LateCost } from '#main/domain/costing/cost-types.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'

export const transit = 2
const places = [1, 5, 7]

type Act = {
  verb: 'receive' | 'issue' | 'adjust' | 'take back' | 'send back' | 'depart' | 'arrive' | 'lose' | 'reverse' | 'charge'
  days: number
  place: number
  qty: number
  value: number | null
  pick: number
}

const act = fc.record<Act>({
  verb: fc.constantFrom(
    'receive',
    'receive',
    'issue',
    'issue',
    'adjust',
    'take back',
    'send back',
    'depart',
    'arrive',
    'lose',
    'reverse',
    'charge',
  ),
  days: fc.constantFrom(0, 0, 0, 1, 2),
  place: fc.constantFrom(...places),
  qty: fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((pieces) => pieces * 1000),
    fc.integer({ min: 1, max: 9000 }),
  ),
  value: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  pick: fc.nat(1000),
})

export type History = { entries: CostEntry[]; lateCosts: LateCost[] }

/** `unknown: false` leaves no receipt without a cost; shortages may still issue at none. */
export function histories(options: { unknown: boolean; late: boolean }): fc.Arbitrary<History> {
  return fc.array(act, { minLength: 1, maxLength: 40, size: 'max' }).map((acts) => {
    const history = new Writer(options)
    for (const one of acts) history.write(one)
    return { entries: history.entries, lateCosts: history.lateCosts }
  })
}

export const methods: readonly CostMethod[] = ['fifo', 'average']

export function historyOf(method: CostMethod, { entries, lateCosts }: History): CostHistory {
  return { method, entries, lateCosts }
}

class Writer {
  readonly entries: CostEntry[] = []
  readonly lateCosts: LateCost[] = []
  readonly options: { unknown: boolean; late: boolean }
  day: Day = asDay('2026-01-01')

  constructor(options: { unknown: boolean; late: boolean }) {
    this.options = options
  }

  write(one: Act): void {
    this.day = addDays(this.day, one.days)
    const { place: warehouseId, qty: qtyMilli } = one
    const valueMinor = one.value ?? (this.options.unknown ? null : 500)
    if (one.verb === 'receive') this.add({ kind: 'receipt', warehouseId, qtyMilli: 4 * qtyMilli, valueMinor })
    else if (one.verb === 'issue') this.add({ kind: 'issue', warehouseId, qtyMilli: -qtyMilli })
    else if (one.verb === 'adjust')
      this.add({
        kind: one.pick % 2 ? 'adjustment' : 'count',
        warehouseId,
        qtyMilli: one.pick % 3 ? qtyMilli : -qtyMilli,
      })
    else if (one.verb === 'charge') this.charge(one)
    else if (one.verb === 'depart') {
      const out = this.add({ kind: 'transfer', warehouseId, qtyMilli: -qtyMilli })
      this.add({ kind: 'transfer', warehouseId: transit, qtyMilli, originId: out.id })
    } else this.pointBack(one)
  }

  pointBack(one: Act): void {
    const origin = this.pick(one, this.targets(one.verb))
    if (!origin) return
    const left = this.leftOf(origin)
    const qtyMilli = Math.min(one.qty, left)
    if (one.verb === 'take back')
      this.add({ kind: 'customer_return', warehouseId: one.place, qtyMilli, originId: origin.id })
    else if (one.verb === 'send back')
      this.add({ kind: 'supplier_return', warehouseId: origin.warehouseId, qtyMilli: -qtyMilli, originId: origin.id })
    else if (one.verb === 'lose')
      this.add({ kind: 'adjustment', warehouseId: transit, qtyMilli: -qtyMilli, originId: origin.id })
    else if (one.verb === 'arrive') {
      const out = this.add({ kind: 'transfer', warehouseId: transit, qtyMilli: -qtyMilli, originId: origin.id })
      this.add({ kind: 'transfer', warehouseId: one.place, qtyMilli, originId: out.id })
    } else {
      const { kind, warehouseId } = origin
      this.add({ kind, warehouseId, qtyMilli: -origin.qtyMilli, reversesId: origin.id })
    }
  }

  targets(verb: Act['verb']): CostEntry[] {
    const isTarget: Partial<Record<Act['verb'], (entry: CostEntry) => boolean>> = {
      'take back': (entry) => entry.kind === 'issue' && entry.qtyMilli < 0,
      'send back': (entry) => entry.kind === 'receipt' && entry.qtyMilli > 0,
      arrive: (entry) => entry.warehouseId === transit && entry.qtyMilli > 0,
      lose: (entry) => entry.warehouseId === transit && entry.qtyMilli > 0,
      reverse: () => true,
    }
    return this.entries.filter(
      (entry) =>
        (isTarget[verb]?.(entry) ?? false) &&
        !this.isReversed(entry) &&
        (verb === 'reverse' ? !this.isPointedAt(entry) : entry.reversesId === null && this.leftOf(entry) > 0),
    )
  }

  isReversed(entry: CostEntry): boolean {
    return this.entries.some((other) => other.reversesId === entry.id)
  }

  /** As the services do: what others rest on is not reversed before them. */
  isPointedAt(entry: CostEntry): boolean {
    return this.entries.some((other) => other.originId === entry.id && !this.isReversed(other))
  }

  leftOf(entry: CostEntry): number {
    const taken = this.entries.filter((other) => other.originId === entry.id && !this.isReversed(other))
    return Math.abs(entry.qtyMilli) - taken.reduce((sum, other) => sum + Math.abs(other.qtyMilli), 0)
  }

  pick(one: Act, from: readonly CostEntry[]): CostEntry | undefined {
    return from[one.pick % Math.max(1, from.length)]
  }

  charge(one: Act): void {
    const receipt = this.pick(
      one,
      this.entries.filter((entry) => entry.qtyMilli > 0),
    )
    if (!receipt || !this.options.late) return
    this.lateCosts.push({
      receiptId: receipt.id,
      on: addDays(this.day, one.days - 1),
      amountMinor: (one.value ?? 700) - 300,
    })
  }

  add(entry: Partial<CostEntry> & { kind: CostEntryKind; warehouseId: number; qtyMilli: number }): CostEntry {
    const whole: CostEntry = {
      id: this.entries.length + 1,
      on: this.day,
      batchId: null,
      valueMinor: null,
      reversesId: null,
      originId: null,
      ...entry,
    }
    this.entries.push(whole)
    return whole
  }
}
