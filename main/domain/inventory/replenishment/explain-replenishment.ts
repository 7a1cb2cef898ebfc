// The formula card of each figure of a replenishment: which formula, and what went in. Words are the screen's.
import type { Replenishment, ReplenishmentInput } from './replenishment-types.ts'

export type FigureName =
  | 'position'
  | 'coverDays'
  | 'runsOutOn'
  | 'safetyStock'
  | 'reorderPoint'
  | 'orderUpTo'
  | 'orderQuantity'
  | 'orderBy'

export type FormulaId =
  | 'inventory_position'
  | 'coverage'
  | 'run_out_walk'
  | 'safety_stock'
  | 'safety_stock_cushion'
  | 'reorder_point'
  | 'reorder_point_given'
  | 'order_up_to'
  | 'order_quantity'
  | 'order_by'
  | 'no_rule'

/** Quantities in units, times in days, days as they are; null is not known. */
export type FormulaInputs = Readonly<Record<string, number | string | boolean | null>>

export type ExplainedFigure = {
  figure: FigureName
  formula: FormulaId
  value: number | string | null
  inputs: FormulaInputs
}

export function explainReplenishment(input: ReplenishmentInput, result: Replenishment): ExplainedFigure[] {
  return [position(result), ...timeFigures(input, result), ...levelFigures(input, result), orderFigure(input, result)]
}

function position(result: Replenishment): ExplainedFigure {
  const { onHandMilli, onOrderMilli, openDemandMilli, positionMilli } = result
  return {
    figure: 'position',
    formula: 'inventory_position',
    value: units(positionMilli),
    inputs: { onHand: units(onHandMilli), onOrder: units(onOrderMilli), openDemand: units(openDemandMilli) },
  }
}

function timeFigures({ today, leadTime }: ReplenishmentInput, result: Replenishment): ExplainedFigure[] {
  const { levels, coverDays, runsOutOn, orderBy, onHandMilli, horizonDays, nextArrivalOn } = result
  const dailyDemand = units(levels.milliPerDay)
  return [
    {
      figure: 'coverDays',
      formula: 'coverage',
      value: coverDays,
      inputs: { onHand: units(Math.max(0, onHandMilli)), dailyDemand },
    },
    {
      figure: 'runsOutOn',
      formula: 'run_out_walk',
      value: runsOutOn,
      inputs: { today, onHand: units(onHandMilli), dailyDemand, nextArrivalOn, horizonDays },
    },
    {
      figure: 'orderBy',
      formula: 'order_by',
      value: orderBy,
      inputs: { safetyStock: units(levels.safetyStockMilli), leadTimeDays: leadTime?.meanDays ?? null },
    },
  ]
}

function levelFigures(input: ReplenishmentInput, { levels }: Replenishment): ExplainedFigure[] {
  if (levels.rule === 'none') {
    return [{ figure: 'reorderPoint', formula: 'no_rule', value: null, inputs: missingInputs(levels) }]
  }
  if (levels.rule === 'minimum') {
    const inputs = { minimum: units(input.minimumMilli), ...missingInputs(levels) }
    return [
      { figure: 'reorderPoint', formula: 'reorder_point_given', value: units(levels.reorderPointMilli), inputs },
      orderUpTo(input, levels),
    ]
  }
  const reorderPoint: ExplainedFigure = {
    figure: 'reorderPoint',
    formula: 'reorder_point',
    value: units(levels.reorderPointMilli),
    inputs: {
      leadDemand: units(levels.leadDemandMilli),
      safetyStock: units(levels.rawSafetyStockMilli),
      ...leadInputs(input),
      unrounded: units(levels.rawReorderPointMilli),
    },
  }
  return [safetyStockFigure(input, levels), reorderPoint, orderUpTo(input, levels)]
}

function safetyStockFigure(input: ReplenishmentInput, levels: Replenishment['levels']): ExplainedFigure {
  const isByStatistics = levels.rule === 'statistics'
  return {
    figure: 'safetyStock',
    formula: isByStatistics ? 'safety_stock' : 'safety_stock_cushion',
    value: units(levels.safetyStockMilli),
    inputs: {
      ...(isByStatistics ? statisticalInputs(input, levels) : cushionInputs(input, levels)),
      ...leadInputs(input),
      unrounded: units(levels.rawSafetyStockMilli),
    },
  }
}

function statisticalInputs(
  { leadTime, spread, rules }: ReplenishmentInput,
  levels: Replenishment['levels'],
): FormulaInputs {
  return {
    serviceLevel: rules.serviceLevel,
    z: levels.z,
    dailyDemand: units(levels.milliPerDay),
    demandSd: units(spread?.sdMilli ?? null),
    demandSdPeriodDays: spread?.periodDays ?? null,
    demandSdSource: spread?.source ?? null,
    leadTimeSdDays: leadTime?.sdDays ?? null,
    reviewDays: rules.reviewDays,
    sigma: units(levels.sigmaMilli),
  }
}

function cushionInputs({ rules, recent }: ReplenishmentInput, levels: Replenishment['levels']): FormulaInputs {
  return {
    cushion: rules.cushion,
    leadDemand: units(levels.leadDemandMilli),
    recentPeriods: recent?.periods ?? null,
    ...missingInputs(levels),
  }
}

function leadInputs({ leadTime }: ReplenishmentInput): FormulaInputs {
  return {
    leadTimeDays: leadTime?.meanDays ?? null,
    leadTimeSource: leadTime?.source ?? null,
    leadTimeOrders: leadTime?.orders ?? null,
  }
}

function orderUpTo({ rules }: ReplenishmentInput, levels: Replenishment['levels']): ExplainedFigure {
  return {
    figure: 'orderUpTo',
    formula: 'order_up_to',
    value: units(levels.orderUpToMilli),
    inputs: {
      reorderPoint: units(levels.rawReorderPointMilli),
      dailyDemand: units(levels.milliPerDay),
      reviewDays: rules.reviewDays,
    },
  }
}

function orderFigure({ terms }: ReplenishmentInput, result: Replenishment): ExplainedFigure {
  const { order, levels, positionMilli } = result
  const steps = Object.fromEntries((order?.steps ?? []).map(({ rule, qtyMilli }) => [rule, units(qtyMilli)]))
  return {
    figure: 'orderQuantity',
    formula: order === null ? 'no_rule' : 'order_quantity',
    value: units(order?.qtyMilli ?? null),
    inputs: {
      position: units(positionMilli),
      reorderPoint: units(levels.reorderPointMilli),
      orderUpTo: units(levels.orderUpToMilli),
      ...steps,
      minimumOrder: units(terms.moqMilli),
      multipleOf: units(terms.multipleMilli),
    },
  }
}

/** What a better rule lacked, as inputs that say so. */
function missingInputs({ missing }: Replenishment['levels']): FormulaInputs {
  return Object.fromEntries(missing.map((what) => [what, true]))
}

function units(milli: number | null): number | null {
  return milli === null ? null : milli / 1000
}
