// The ops of inventory analysis: ABC, XYZ and their matrix, lots, safety stock, reordering, what fits into a container.
import { type AbcClass, rankAbcDecimals } from '#main/domain/inventory/abc.ts'
import { classMatrix } from '#main/domain/inventory/class-matrix.ts'
import { cartonsInContainer } from '#main/domain/inventory/container-fill.ts'
import {
  backorderLot,
  economicLot,
  type LotCosts,
  type LotFigures,
  packedLot,
  productionLot,
} from '#main/domain/inventory/economic-lot.ts'
import { isFigure, type NoFigure } from '#main/domain/inventory/no-figure.ts'
import { allUnitsLot, incrementalLot, type PriceTiers } from '#main/domain/inventory/price-break-lot.ts'
import { coverage, reorderDecision } from '#main/domain/inventory/reorder.ts'
import { ceilUnits } from '#main/domain/inventory/round-up.ts'
import {
  type DemandAndLead,
  demandAndLeadOf,
  safetyStock,
  safetyStockForFillRate,
  serviceOfReorderPoint,
} from '#main/domain/inventory/safety-stock.ts'
import {
  classifyXyz,
  fillPeriods,
  type XyzClass,
  type XyzResult,
  type XyzThresholds,
} from '#main/domain/inventory/xyz.ts'
import { unitNormalLoss } from '#main/domain/stats/normal-distribution.ts'
import { quantile } from '#main/domain/stats/quantile.ts'
import { standardDeviation } from '#main/domain/stats/standard-deviation.ts'
import { Decimal, fromUnits, isDecimal } from '#shared/decimal.ts'
import type { Adapter, CaseInput } from './adapters.ts'
import { decimalText } from './decimal-text.ts'

const invalid = { status: 'invalid' }

const safetyStockOps = {
  safety_stock: (input: CaseInput) => safetyOf(input, demandAndLead(input)),
  safety_stock_data: (input: CaseInput) => safetyOf(input, observedDemandAndLead(input)),
  service_from_rop: serviceFromRop,
  ss_fill_rate: fillRate,
  unit_normal_loss: (input: CaseInput) => ({ value: unitNormalLoss(Number(input.k)) }),
  ceil_units: ceilEach,
}
const reorderOps = { reorder, coverage: coverageOf, ceil_units: ceilEach }

export const inventoryAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  abc: { abc, abc_xyz_matrix: matrix },
  xyz: { xyz, xyz_sparse: sparseXyz, abc_xyz_matrix: matrix },
  'abc-xyz': { abc_xyz_matrix: matrix },
  eoq: {
    eoq,
    eoq_round: packed,
    eoq_backorders: backorders,
    epq: production,
    eoq_all_units: (input) => tierLot(allUnitsLot(tiersOf(input))),
    eoq_incremental: (input) => tierLot(incrementalLot(tiersOf(input))),
  },
  'safety-stock': safetyStockOps,
  reorder: { ...reorderOps, ...safetyStockOps },
  coverage: { coverage: coverageOf },
  stats: { sd, quantile: quantiles },
  cbm: { container_fill: containerFill },
}

type AbcItem = Readonly<Record<string, unknown>> & { sku: string }

function abc({ items, thresholds = [0.8, 0.95] }: CaseInput): unknown {
  const given = (items as AbcItem[]).map((item) => ({ sku: item.sku, value: figureOf(item) }))
  if (!given.every((item) => isDecimal(item.value))) return invalid
  const ranking = rankAbcDecimals(given, thresholds as [number, number])
  if (ranking === null) return invalid
  const { items: ranked } = ranking
  const bySku = <Figure>(figure: (item: (typeof ranked)[number]) => Figure) =>
    Object.fromEntries(ranked.map((item) => [item.entry.sku, figure(item)]))
  return {
    total: Number(fromUnits(ranking.total, ranking.places)),
    order: ranked.map((item) => item.entry.sku),
    share: bySku((item) => item.share),
    cumulative: bySku((item) => item.cumulativeShare),
    class: bySku((item) => item.class),
    values_do_not_differ: ranking.valuesDoNotDiffer,
  }
}

/** The figure a case ranks by; a margin may be given as its two parts. Read as exact decimal text. */
function figureOf(item: AbcItem): string {
  const figure = item.value ?? item.qty ?? item.margin
  if (figure === undefined && item.sales !== undefined) {
    return new Decimal(decimalText(item.sales)).minus(decimalText(item.cost ?? 0)).toFixed()
  }
  return decimalText(figure)
}

function xyz({ demand, thresholds }: CaseInput): unknown {
  return xyzResult(classifyXyz(demand as (number | null)[], thresholds as XyzThresholds | undefined))
}

/** Sales of some periods (`{"3": 10}`, or a list with the period, from 1, of each) in a window of so many. */
function sparseXyz({ periods, sales, demand, thresholds }: CaseInput): unknown {
  const names = Array.isArray(periods) ? periods.map(String) : null
  const indexOf = (period: unknown) => (names ? names.indexOf(String(period)) : Number(period) - 1)
  const given = (sales ?? demand) as Record<string, number> | Record<string, unknown>[]
  const sold = Array.isArray(given)
    ? given.map((one) => ({ index: indexOf(one.period ?? one.month), quantity: Number(one.qty ?? one.quantity) }))
    : Object.entries(given).map(([period, quantity]) => ({ index: indexOf(period), quantity }))
  const filled = fillPeriods(sold, { periods: names?.length ?? Number(periods) })
  return xyzResult(classifyXyz(filled, thresholds as XyzThresholds | undefined))
}

function xyzResult(result: XyzResult | NoFigure): unknown {
  return result
}

/** Items classed already, or with what they are classed by: value and demand. */
function matrix({ items, thresholds, abc_thresholds, xyz_thresholds }: CaseInput): unknown {
  const given = items as (AbcItem & { abc?: AbcClass | null; xyz?: XyzClass | null; demand?: number[] })[]
  const ranking = abc({
    op: 'abc',
    items: given,
    thresholds: abc_thresholds ?? thresholds ?? [0.8, 0.95],
  } as CaseInput) as { class?: Record<string, AbcClass> }
  const result = classMatrix(
    given.map((item) => {
      const classed = item.demand ? classifyXyz(item.demand, xyz_thresholds as XyzThresholds | undefined) : null
      return {
        abc: item.abc === undefined ? (ranking.class?.[item.sku] ?? null) : item.abc,
        xyz: item.xyz === undefined ? (classed && isFigure(classed) ? classed.class : null) : item.xyz,
        value: Number(figureOf(item)),
      }
    }),
  )
  return { ...result, ...result.cells }
}

function eoq(input: CaseInput): unknown {
  return lot(economicLot(costsOf(input), figure(input.days_per_year) ?? undefined))
}

function packed(input: CaseInput): unknown {
  const { moq, pack, days_per_year } = input
  return lot(
    packedLot(costsOf(input), {
      moq: figure(moq) ?? undefined,
      pack: figure(pack) ?? undefined,
      daysPerYear: figure(days_per_year) ?? undefined,
    }),
  )
}

function backorders(input: CaseInput): unknown {
  const result = backorderLot(costsOf(input), figure(input.backorder_cost))
  if (!isFigure(result)) return result
  return { q: result.quantity, stockout_fraction: result.stockoutFraction, relevant_cost: result.relevantCost }
}

function production(input: CaseInput): unknown {
  const result = productionLot(costsOf(input), Number(input.production_rate), figure(input.days_per_year) ?? undefined)
  return isFigure(result) ? { ...lotShape(result), max_inventory: result.highestStock } : result
}

function lot(result: LotFigures | NoFigure): unknown {
  return isFigure(result) ? lotShape(result) : result
}

function lotShape(figures: LotFigures): object {
  return {
    q: figures.quantity,
    orders_per_year: figures.ordersPerYear,
    cycle_days: figures.cycleDays,
    ordering_cost: figures.orderingCost,
    holding_cost_total: figures.holdingCost,
    relevant_cost: figures.relevantCost,
  }
}

function costsOf({ annual_demand, order_cost, holding_cost, unit_cost, holding_rate }: CaseInput): LotCosts {
  const [cost, rate] = [figure(unit_cost), figure(holding_rate)]
  const ofRate = cost === null || rate === null ? null : cost * rate
  return {
    annualDemand: figure(annual_demand),
    orderCost: figure(order_cost),
    holdingCost: figure(holding_cost) ?? ofRate,
  }
}

function tiersOf({ annual_demand, order_cost, holding_rate, breaks, unit_costs }: CaseInput): PriceTiers {
  return {
    annualDemand: figure(annual_demand),
    orderCost: figure(order_cost),
    holdingRate: figure(holding_rate),
    breaks: breaks as number[],
    unitCosts: (unit_costs as unknown[]).map(Number),
  }
}

function tierLot(result: ReturnType<typeof allUnitsLot>): unknown {
  if (!isFigure(result)) return result
  return { q: result.quantity, tier: result.tier, unit_cost: result.unitCost, total_cost: result.totalCost }
}

function demandAndLead(input: CaseInput): DemandAndLead {
  return {
    meanDemand: figure(input.mean_demand),
    sdDemand: figure(input.sd_demand),
    leadTime: figure(input.lead_time),
    sdLeadTime: 'sd_lead_time' in input ? figure(input.sd_lead_time) : 0,
    reviewPeriod: figure(input.review_period) ?? 0,
  }
}

/** Raw figures; a lead time given as one number is fixed. */
function observedDemandAndLead(input: CaseInput): DemandAndLead {
  const leadTimes = (input.lead_times ?? input.lead_time) as number[] | number | null
  const observed = demandAndLeadOf(input.demand as number[], Array.isArray(leadTimes) ? leadTimes : [])
  const lead = Array.isArray(leadTimes) ? {} : { leadTime: leadTimes, sdLeadTime: figure(input.sd_lead_time) ?? 0 }
  return { ...observed, ...lead, reviewPeriod: figure(input.review_period) ?? 0 }
}

function safetyOf({ service_level, z }: CaseInput, given: DemandAndLead): unknown {
  const result = safetyStock(figure(z) === null ? { serviceLevel: Number(service_level) } : { z: Number(z) }, given)
  if (!isFigure(result)) return result
  return {
    z: result.z,
    sigma: result.sigma,
    safety_stock: result.safetyStock,
    reorder_point: result.reorderPoint,
    order_up_to: result.orderUpTo,
    mean_demand: given.meanDemand,
    sd_demand: given.sdDemand,
    lead_time: given.leadTime,
    mean_lead_time: given.leadTime,
    sd_lead_time: given.sdLeadTime,
  }
}

function serviceFromRop(input: CaseInput): unknown {
  const result = serviceOfReorderPoint(figure(input.reorder_point), figure(input.order_qty), demandAndLead(input))
  if (!isFigure(result)) return result
  const { safetyStock: stock, k, cycleServiceLevel, expectedShortage, fillRate: filled } = result
  return { safety_stock: stock, k, csl: cycleServiceLevel, esc: expectedShortage, fill_rate: filled }
}

/** The spread of the demand during the lead time may be given as one figure: then it is that of one period. */
function fillRate(input: CaseInput): unknown {
  const sigma = figure(input.sigma)
  const given = sigma === null ? demandAndLead(input) : { meanDemand: 0, sdDemand: sigma, leadTime: 1, sdLeadTime: 0 }
  const result = safetyStockForFillRate(Number(input.fill_rate), figure(input.order_qty), given)
  if (!isFigure(result)) return result
  return { k: result.k, sigma: result.sigma, esc: result.expectedShortage, safety_stock: result.safetyStock }
}

function ceilEach({ cases, values, x }: CaseInput): unknown {
  const units = ((cases ?? values ?? x) as unknown[]).map((value) => ceilUnits(Number(value)))
  return { units, values: units, rounded: units }
}

function reorder(input: CaseInput): unknown {
  const fixed = figure(input.order_qty)
  const result = reorderDecision({
    onHand: Number(input.on_hand),
    onOrder: Number(input.on_order),
    backorders: Number(input.backorders ?? 0),
    reorderPoint: figure(input.reorder_point),
    lot: fixed === null ? { orderUpTo: Number(input.order_up_to) } : { fixed },
    moq: figure(input.moq) ?? undefined,
    pack: figure(input.pack) ?? undefined,
  })
  if (!isFigure(result)) return result
  return { inventory_position: result.position, reorder: result.isDue, suggested_qty: result.quantity }
}

function coverageOf({ on_hand, avg_daily_demand }: CaseInput): unknown {
  const result = coverage(Number(on_hand), figure(avg_daily_demand))
  return isFigure(result) ? result : { ...result, days: null }
}

function sd({ cases }: CaseInput): unknown {
  return { sd: (cases as number[][]).map(standardDeviation) }
}

function quantiles({ x, p }: CaseInput): unknown {
  return { q: (p as number[]).map((share) => quantile(x as number[], share)) }
}

function containerFill({ carton, usable_cbm, payload_kg }: CaseInput): unknown {
  const given = carton as Record<'l' | 'w' | 'h' | 'gross', unknown>
  const result = cartonsInContainer(
    {
      lengthMm: scaled(given.l, 10),
      widthMm: scaled(given.w, 10),
      heightMm: scaled(given.h, 10),
      grossGrams: scaled(given.gross, 1000),
    },
    { usableMm3: scaled(usable_cbm, 1e9) ?? 0, payloadGrams: scaled(payload_kg, 1000) ?? 0 },
  )
  if (!isFigure(result)) return result
  return {
    carton_cbm: result.cartonMm3 / 1e9,
    by_volume: result.byVolume,
    by_weight: result.byWeight,
    cartons: result.cartons,
    limit: result.limit,
    fill_volume: result.fillVolume,
    fill_weight: result.fillWeight,
  }
}

/** Centimetres, kilograms and cubic metres as the program's own units. */
function scaled(value: unknown, by: number): number | null {
  return value === null || value === undefined ? null : Number(new Decimal(decimalText(value)).times(by).toFixed())
}

function figure(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
