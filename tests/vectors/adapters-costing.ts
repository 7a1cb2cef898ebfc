// The ops of costing: FIFO and moving average, later costs, dividing charges, chargeable weight.
import {
  allocateCharge,
  type ChargeBasis,
  type ChargedLine,
  type Measure,
} from '#main/domain/allocation/allocate-charge.ts'
import type { CostEntry, CostEntryKind } from '#main/domain/costing/cost-types.ts'
import { lateCostShares } from '#main/domain/costing/late-cost-shares.ts'
import { worthOf } from '#main/domain/costing/parcels.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { averageCost, hasShortage, variances } from '#main/domain/costing/stock-worth.ts'
import { chargeableWeight } from '#main/domain/weights/chargeable-weight.ts'
import { asDay } from '#shared/dates.ts'
import { Decimal, fromUnits, toUnits } from '#shared/decimal.ts'
import type { Adapter, CaseInput } from './adapters.ts'
import { decimalText } from './decimal-text.ts'

const invalid = { status: 'invalid' }
const undefinedValue = { status: 'undefined' }

const costing: Record<string, Adapter> = {
  inventory_cost: inventoryCost,
  late_landed_cost: lateLandedCost,
  allocate,
  landed_cost: landedCost,
}

export const costingAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  'costing-fifo': costing,
  'costing-mwa': costing,
  'costing-late-cost': costing,
  'landed-cost': costing,
  volumetric: { chargeable },
}

type Move = { type: string; qty: unknown; unit_cost?: unknown }

const kinds: Readonly<Record<string, { kind: CostEntryKind; sign: 1 | -1 }>> = {
  in: { kind: 'receipt', sign: 1 },
  out: { kind: 'issue', sign: -1 },
  return_in: { kind: 'customer_return', sign: 1 },
  return_out: { kind: 'supplier_return', sign: -1 },
}

function inventoryCost({ method, decimals, negative, moves }: CaseInput): unknown {
  const given = moves as Move[]
  if (!given.every(isPossible) || (method !== 'FIFO' && method !== 'MWA')) return invalid
  const places = decimals as number
  const entries = given.map((move, index) => entryOf(given, index, { move, places }))
  const run = replayCosts({ method: method === 'FIFO' ? 'fifo' : 'average', entries })
  if (negative !== 'allow' && hasShortage(run)) return invalid
  const stock = worthOf(run.state.places.flatMap((place) => place.layers))
  if (run.rows.some((row) => row.uncostedMilli !== 0)) return undefinedValue
  const unitCost = averageCost(stock, places)
  return {
    cogs: entries.flatMap((entry, index) =>
      given[index]?.type === 'out'
        ? [fromUnits(worthOf(run.issueCosts.filter((cost) => cost.entryId === entry.id)).valueMinor, places)]
        : [],
    ),
    variance: variances(run).map(({ varianceMinor }) => fromUnits(varianceMinor, places)),
    on_hand_qty: Number(fromUnits(stock.qtyMilli, 3)),
    on_hand_value: fromUnits(stock.valueMinor, places),
    unit_cost: unitCost === null ? null : Number(unitCost),
  }
}

function isPossible({ type, qty, unit_cost: cost }: Move): boolean {
  if (!(type in kinds) || !new Decimal(decimalText(qty)).gt(0)) return false
  return cost === undefined || cost === null || new Decimal(decimalText(cost)).gte(0)
}

/** Goods sent back are those of the last receipt at their unit cost. */
function entryOf(moves: readonly Move[], index: number, { move, places }: { move: Move; places: number }): CostEntry {
  const { kind, sign } = kinds[move.type] ?? { kind: 'issue', sign: -1 }
  const unitCost = move.unit_cost ?? null
  const receipt = moves.findLastIndex(
    (other, at) => at < index && other.type === 'in' && isAlike(other.unit_cost, unitCost),
  )
  return {
    id: index + 1,
    on: asDay('2026-01-01'),
    warehouseId: 1,
    kind,
    qtyMilli: sign * toUnits(decimalText(move.qty), 3),
    valueMinor:
      unitCost === null || kind === 'issue'
        ? null
        : toUnits(new Decimal(decimalText(move.qty)).times(decimalText(unitCost)), places),
    reversesId: null,
    originId: kind === 'supplier_return' && receipt >= 0 ? receipt + 1 : null,
  }
}

function isAlike(left: unknown, right: unknown): boolean {
  if (left === undefined || left === null || right === null) return false
  return new Decimal(decimalText(left)).eq(decimalText(right))
}

function lateLandedCost({ decimals, cases }: CaseInput): unknown {
  const places = decimals as number
  const shares = (cases as { amount: unknown; received: unknown; remaining: unknown }[]).map((one) =>
    lateCostShares({
      amountMinor: toUnits(decimalText(one.amount), places),
      receivedMilli: toUnits(decimalText(one.received), 3),
      remainingMilli: toUnits(decimalText(one.remaining), 3),
    }),
  )
  if (!shares.every((share) => share !== null)) return invalid
  return {
    to_cogs: shares.map((share) => fromUnits(share.toSoldMinor, places)),
    to_inventory: shares.map((share) => fromUnits(share.toStockMinor, places)),
  }
}

function allocate({ total, decimals, weights }: CaseInput): unknown {
  const places = decimals as number
  const lines = (weights as unknown[]).map((weight) => ({ weight: measureOf(weight) }))
  const parts = partsOf({ amount: total, by: 'weight', lines }, places)
  return Array.isArray(parts) ? { parts: parts.map((part) => fromUnits(part, places)) } : parts
}

type CaseLine = { id: string } & Record<string, unknown>
type CaseCost = { amount: unknown; by: string }

function landedCost({ lines, costs, decimals }: CaseInput): unknown {
  const places = decimals as number
  const given = lines as CaseLine[]
  const charged = given.map((line) => ({
    value: measureOf(line.value),
    quantity: measureOf(line.qty),
    weight: measureOf(line.weight),
    volume: measureOf(line.volume),
    volumetricWeight: measureOf(line.volumetric),
  }))
  const parts = (costs as CaseCost[]).map(({ amount, by }) =>
    partsOf({ amount, by: basisNames[by] ?? null, lines: charged }, places),
  )
  const refused = parts.find((part) => !Array.isArray(part))
  if (refused) return refused
  const sums = (parts as number[][]).reduce(
    (sum, part) => sum.map((minor, at) => minor + (part[at] ?? 0)),
    given.map(() => 0),
  )
  return Object.fromEntries(given.map((line, at) => [line.id, fromUnits(sums[at] ?? 0, places)]))
}

const basisNames: Readonly<Record<string, ChargeBasis>> = {
  value: 'value',
  quantity: 'quantity',
  weight: 'weight',
  volume: 'volume',
  equal: 'equally',
  chargeable: 'chargeable_weight',
}

type CaseCharge = { amount: unknown; by: ChargeBasis | null; lines: ChargedLine[] }

function partsOf({ amount, by, lines }: CaseCharge, places: number): readonly number[] | { status: string } {
  if (by === null) return invalid
  const parts = allocateCharge({ amountMinor: toUnits(decimalText(amount), places), by }, lines)
  if ('partsMinor' in parts) return parts.partsMinor
  return parts.refused.why === 'missing' ? undefinedValue : invalid
}

function measureOf(value: unknown): Measure {
  return value === undefined || value === null ? null : decimalText(value)
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : decimalText(value)
}

function chargeable({ pieces, divisor, basis, round_up_to: step, dim_rounding: rounding }: CaseInput): unknown {
  const answer = chargeableWeight(
    (pieces as Record<string, unknown>[]).map((piece) => ({
      length: textOf(piece.l),
      width: textOf(piece.w),
      height: textOf(piece.h),
      grossWeight: textOf(piece.gross),
      count: decimalText(piece.qty ?? 1),
    })),
    {
      divisor: decimalText(divisor),
      per: basis === 'piece' ? 'piece' : 'shipment',
      roundUpTo: textOf(step),
      roundsSides: rounding !== undefined && rounding !== 'none',
    },
  )
  if ('status' in answer) return answer
  return {
    volumetric: Number(answer.volumetric),
    gross: Number(answer.gross),
    chargeable: Number(answer.chargeable),
  }
}
