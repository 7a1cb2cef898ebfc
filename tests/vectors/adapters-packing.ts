// The ops of packing and freight: how many cartons stand in a grid, freight by the revenue ton, freight against value.
import { cubicMetres } from '#main/domain/packing/cubic-metres.ts'
import { freightRatio } from '#main/domain/packing/freight-ratio.ts'
import { type Box, gridFit as fitGrid } from '#main/domain/packing/grid-fit.ts'
import { revenueTonFreight } from '#main/domain/packing/revenue-tons.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Adapter, CaseInput } from './adapters.ts'
import { inventoryAdapters } from './adapters-inventory.ts'
import { decimalText } from './decimal-text.ts'

type Sides = { l: unknown; w: unknown; h: unknown }

const figure = (value: unknown) => (value === null || value === undefined ? null : decimalText(value))
const times = (value: unknown, factor: string | number) => {
  const text = figure(value)
  return text === null ? null : new Decimal(text).times(factor).toFixed()
}

const volumeOps = {
  ...inventoryAdapters.cbm,
  grid_fit: gridFit,
  wm_freight: freightOfCartons,
  wm_freight_total: freightOfTotals,
}

export const packingAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  cbm: volumeOps,
  'ocean-freight': volumeOps,
  carrier: { freight_ratio: freightShare },
}

function freightShare({ freight, goods_value: goodsValue }: CaseInput): unknown {
  const answer = freightRatio(figure(freight), figure(goodsValue))
  return 'status' in answer ? answer : { pct: Number(answer.percent) }
}

function gridFit({ container, carton, this_side_up: isThisSideUp }: CaseInput): unknown {
  return fitGrid(boxOf(container as Sides), boxOf(carton as Sides), isThisSideUp === true)
}

function boxOf({ l, w, h }: Sides): Box {
  return { length: figure(l), width: figure(w), height: figure(h) }
}

function freightOfCartons(input: CaseInput): unknown {
  const pieces = figure(input.cartons) ?? '0'
  const sides = { lengthMm: times(input.l, 10), widthMm: times(input.w, 10), heightMm: times(input.h, 10) }
  const cbm = cubicMetres([{ ...sides, pieces }])
  const kilograms = times(input.gross, pieces)
  const tonnes = times(kilograms, '0.001')
  const freight = freightOf(input, cbm, tonnes)
  return 'status' in freight ? freight : { cbm: Number(cbm), tonnes: Number(tonnes), ...freight }
}

function freightOfTotals(input: CaseInput): unknown {
  return freightOf(input, figure(input.cbm), figure(input.tonnes))
}

function freightOf(input: CaseInput, cbm: string | null, tonnes: string | null) {
  const answer = revenueTonFreight(
    { cubicMetres: cbm, tonnes },
    {
      ratePerTon: figure(input.rate_per_rt),
      surcharges: ((input.surcharge_pct ?? []) as unknown[]).map((share) => figure(share) ?? '0'),
      minimumTons: figure(input.min_rt) ?? '0',
    },
  )
  if ('status' in answer) return answer
  return { revenue_tons: Number(answer.revenueTons), freight: Number(answer.freight) }
}
