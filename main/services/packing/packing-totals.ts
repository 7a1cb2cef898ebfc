// What cartons weigh and measure together, what freight is paid on, and how full a container is with them.
import type { ReadDb } from '#main/db/database.ts'
import type { CarrierServicesTable } from '#main/db/tables.ts'
import { containerFill } from '#main/domain/inventory/container-fill.ts'
import { cubicMetres, shownCubicMetres } from '#main/domain/packing/cubic-metres.ts'
import { gridFit } from '#main/domain/packing/grid-fit.ts'
import { revenueTons } from '#main/domain/packing/revenue-tons.ts'
import { chargeableWeight } from '#main/domain/weights/chargeable-weight.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { Decimal, fromUnits, roundDecimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import type { CartonGrid, CartonMeasures, ContainerUse, PackingTotals } from '#shared/schemas/packing.ts'
import type { PackingContainer } from '#shared/schemas/packing-settings.ts'

export function packingTotals(db: ReadDb, rows: readonly CartonMeasures[], serviceId: Id | null = null): PackingTotals {
  const weighing = weighingOf(db, serviceId)
  const volume = rows.length === 0 ? null : cubicMetres(rows)
  const gross = sumOf(rows, ({ grossGrams }) => grossGrams)
  return {
    rows: rows.length,
    pieces: countOf(rows),
    netGrams: sumOf(rows, ({ netGrams }) => netGrams),
    grossGrams: gross,
    volumeM3: volume === null ? null : shownCubicMetres(volume),
    withoutSize: countOf(rows.filter((row) => !hasSize(row))),
    withoutWeight: countOf(rows.filter(({ grossGrams }) => grossGrams === null)),
    service: weighing.service,
    divisor: weighing.divisor,
    ...charged(rows, weighing),
    revenueTons: volume === null || gross === null ? null : tonsText(volume, gross),
    containers: shippingSetting(db, 'containers').map((container) => ({
      ...useOf(container, volume, gross),
      grid: gridOf(container, rows),
    })),
  }
}

function hasSize({ lengthMm, widthMm, heightMm }: CartonMeasures): boolean {
  return lengthMm !== null && widthMm !== null && heightMm !== null
}

function countOf(rows: readonly CartonMeasures[]): number {
  return rows.reduce((sum, { pieces }) => sum + pieces, 0)
}

/** Null where one of them is not known, and where there is none. */
function sumOf(rows: readonly CartonMeasures[], grams: (row: CartonMeasures) => number | null): number | null {
  if (rows.length === 0) return null
  let sum = 0
  for (const row of rows) {
    const each = grams(row)
    if (each === null) return null
    sum += each * row.pieces
  }
  return sum
}

type Weighing = {
  service: string | null
  divisor: number | null
  per: 'shipment' | 'piece'
  roundUpTo: string
  roundsSides: boolean
}

/** As the service weighs; else the whole shipment by the divisor of the settings, up to half a kilogram. */
function weighingOf(db: ReadDb, serviceId: Id | null): Weighing {
  // One that was deleted meanwhile is still the one that was chosen.
  const service = db.get<CarrierServicesTable>('SELECT * FROM carrier_services WHERE id = ?', serviceId)
  // What is paid by the revenue ton has no chargeable weight of its own: the usual one is shown beside the tons.
  if (!service || service.weighs_by === 'revenue_ton')
    return {
      service: null,
      divisor: shippingSetting(db, 'volumeDivisor'),
      per: 'shipment',
      roundUpTo: '0.5',
      roundsSides: false,
    }
  return {
    service: service.name,
    divisor: service.divisor,
    per: service.weighs_by === 'piece' ? 'piece' : 'shipment',
    roundUpTo: fromUnits(service.round_up_grams, 3),
    roundsSides: service.rounds_sides === 1,
  }
}

function charged(rows: readonly CartonMeasures[], weighing: Weighing) {
  const nothing = { volumetricGrams: null, chargeableGrams: null }
  if (rows.length === 0) return nothing
  const counts = weighing.divisor !== null
  const volumetric = counts && rows.every(hasSize) ? weightOf(rows, weighing, '0') : null
  const both = weightOf(rows, weighing, null)
  return {
    volumetricGrams: volumetric === null ? null : gramsOf(volumetric.volumetric),
    chargeableGrams: both === null ? null : gramsOf(both.chargeable),
  }
}

/** `weight`: what stands for a gross weight that does not matter; null: their own. Without a divisor no side matters. */
function weightOf(rows: readonly CartonMeasures[], { divisor, ...rule }: Weighing, weight: string | null) {
  const side = (mm: number | null) => (divisor === null ? '0' : inTens(mm))
  const pieces = rows.map(({ pieces: count, lengthMm, widthMm, heightMm, grossGrams }) => ({
    length: side(lengthMm),
    width: side(widthMm),
    height: side(heightMm),
    grossWeight: weight ?? (grossGrams === null ? null : fromUnits(grossGrams, 3)),
    count,
  }))
  const answer = chargeableWeight(pieces, { divisor: divisor ?? 1, ...rule })
  return 'status' in answer ? null : answer
}

function inTens(mm: number | null): string | null {
  return mm === null ? null : new Decimal(mm).div(10).toFixed()
}

function gramsOf(kilograms: string): number {
  return Number(roundDecimal(new Decimal(kilograms).times(1000), 0))
}

function tonsText(volume: string, grossGrams: number): string {
  return roundDecimal(revenueTons(volume, new Decimal(grossGrams).div(1e6).toFixed()), 3)
}

/** Each share by itself: weight alone tells how heavy a container gets. */
function useOf(
  { name, usableLitres, payloadGrams }: PackingContainer,
  volume: string | null,
  gross: number | null,
): Omit<ContainerUse, 'grid'> {
  const mm3 = volume === null ? null : Number(new Decimal(volume).times(1e9).toFixed())
  const fill = containerFill({ mm3: mm3 ?? 0, grams: gross ?? 0 }, { usableMm3: usableLitres * 1e6, payloadGrams })
  const isKnown = mm3 !== null && gross !== null
  return {
    name,
    fillVolume: mm3 === null ? null : fill.fillVolume,
    fillWeight: gross === null ? null : fill.fillWeight,
    limit: isKnown ? fill.limit : null,
    needed: isKnown ? fill.containers : null,
  }
}

/** A lower bound that volume alone does not give; only of several cartons that are alike. */
function gridOf(container: PackingContainer, rows: readonly CartonMeasures[]): CartonGrid | null {
  const [first] = rows
  const alike = ({ lengthMm, widthMm, heightMm }: CartonMeasures) =>
    lengthMm === first?.lengthMm && widthMm === first?.widthMm && heightMm === first?.heightMm
  if (!first || countOf(rows) < 2 || !rows.every(alike)) return null
  const [inside, carton] = [sidesOf(container), sidesOf(first)]
  if (inside === null || carton === null) return null
  const fit = gridFit(boxOf(inside), boxOf(carton), true)
  if ('status' in fit) return null
  const heaviest = Math.max(...rows.map(({ grossGrams }) => grossGrams ?? 0))
  const byWeight = heaviest === 0 ? Number.POSITIVE_INFINITY : Math.floor(container.payloadGrams / heaviest)
  const isHeavy = byWeight < fit.cartons
  return {
    ...{ inside, carton, along: fit.along },
    cartons: Math.min(fit.cartons, byWeight),
    byWeight: isHeavy ? byWeight : null,
  }
}

type Sides = [number, number, number]

function sidesOf({
  lengthMm,
  widthMm,
  heightMm,
}: Pick<CartonMeasures, 'lengthMm' | 'widthMm' | 'heightMm'>): Sides | null {
  return lengthMm === null || widthMm === null || heightMm === null ? null : [lengthMm, widthMm, heightMm]
}

const boxOf = ([length, width, height]: Sides) => ({ length, width, height })
