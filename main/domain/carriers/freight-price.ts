// What freight costs by a rate table, part by part. Rounded half away from zero, once a part: the freight of its row, then each
// surcharge by itself on the freight after the table's least; the total is the sum of the parts.
import type { ChargedLoad } from '#main/domain/carriers/charged-load.ts'
import { revenueTons } from '#main/domain/packing/revenue-tons.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { SurchargeKind } from '#shared/schemas/carriers.ts'

export type PricedRate = {
  readonly zoneId: number | null
  readonly overGrams: number
  readonly upToGrams: number | null
  readonly baseMinor: number
  readonly stepGrams: number | null
  readonly stepMinor: number | null
  readonly tonMinor: number | null
  readonly minimumTonsMilli: number | null
}

export type PricedSurcharge = {
  readonly kind: SurchargeKind
  readonly name: string
  readonly ppm: number
  readonly shipmentMinor: number
  readonly pieceMinor: number
  readonly kgMinor: number
  readonly zoneId: number | null
  readonly onRequest: boolean
  readonly validFrom: string | null
  readonly validTo: string | null
}

export type PricedTable = {
  readonly minimumMinor: number
  readonly rates: readonly PricedRate[]
  readonly surcharges: readonly PricedSurcharge[]
}

export type PricePart = { kind: 'freight' | SurchargeKind; name: string; minor: number }

export type FreightPrice = {
  parts: PricePart[]
  totalMinor: number
  isMinimum: boolean
  rate: PricedRate
  /** Steps begun above the row's weight. */
  steps: number
  /** Revenue tons charged, exact decimal text; null where none are. */
  tons: string | null
}

export type Asked = { zoneId: number | null; on: string; requests: readonly SurchargeKind[] }

/** Null where the table has no row for the weight in this zone. */
export function freightPrice(load: ChargedLoad, table: PricedTable, asked: Asked): FreightPrice | null {
  const rate = rateFor(table.rates, asked.zoneId, load.chargedGrams)
  if (!rate) return null
  const { minor, steps, tons } = rowPrice(rate, load)
  const freight = Math.max(minor, table.minimumMinor)
  const parts: PricePart[] = [{ kind: 'freight', name: '', minor: freight }]
  for (const surcharge of table.surcharges) {
    if (!counts(surcharge, asked)) continue
    parts.push({ kind: surcharge.kind, name: surcharge.name, minor: surchargeMinor(surcharge, load, freight) })
  }
  const totalMinor = parts.reduce((sum, part) => sum + part.minor, 0)
  return { parts, totalMinor, isMinimum: freight > minor, rate, steps, tons }
}

/** The row of the zone, else the one that holds wherever it goes; of rows that share a weight the one that begins later. */
export function rateFor<Rate extends PricedRate>(
  rates: readonly Rate[],
  zoneId: number | null,
  grams: number,
): Rate | null {
  const fits = (rate: Rate) => grams > rate.overGrams && (rate.upToGrams === null || grams <= rate.upToGrams)
  const last = (of: number | null) =>
    rates
      .filter((rate) => rate.zoneId === of && fits(rate))
      .reduce<Rate | null>((best, rate) => (best !== null && best.overGrams >= rate.overGrams ? best : rate), null)
  return (zoneId === null ? null : last(zoneId)) ?? last(null)
}

/** The freight of one row, before the table's least. */
export function rowPrice(
  { overGrams, baseMinor, stepGrams, stepMinor, tonMinor, minimumTonsMilli }: PricedRate,
  { chargedGrams, tons: loadTons }: Pick<ChargedLoad, 'chargedGrams' | 'tons'>,
): { minor: number; steps: number; tons: string | null } {
  const steps = stepGrams === null ? 0 : Math.ceil((chargedGrams - overGrams) / stepGrams)
  const whole = baseMinor + steps * (stepMinor ?? 0)
  // Integers as long as they are exact; whole tables are looked through.
  if (tonMinor === null && Number.isSafeInteger(whole)) return { minor: whole, steps, tons: null }
  let exact = new Decimal(stepMinor ?? 0).times(steps).plus(baseMinor)
  let tons: string | null = null
  if (tonMinor !== null) {
    const own = loadTons ?? new Decimal(chargedGrams).div(1_000_000).toFixed()
    tons = revenueTons(own, '0', new Decimal(minimumTonsMilli ?? 0).div(1000).toFixed())
    exact = exact.plus(new Decimal(tons).times(tonMinor))
  }
  return { minor: toUnits(exact, 0), steps, tons }
}

function counts({ zoneId, onRequest, kind, validFrom, validTo }: PricedSurcharge, asked: Asked): boolean {
  if (zoneId !== null && zoneId !== asked.zoneId) return false
  if (onRequest && !asked.requests.includes(kind)) return false
  return (validFrom === null || validFrom <= asked.on) && (validTo === null || asked.on <= validTo)
}

/** By the kilogram charged: of revenue tons, which are no weight, the gross kilogram. */
function surchargeMinor(surcharge: PricedSurcharge, load: ChargedLoad, freightMinor: number): number {
  const grams = load.tons === null ? load.chargedGrams : load.grossGrams
  const exact = new Decimal(freightMinor)
    .times(surcharge.ppm)
    .div(1_000_000)
    .plus(surcharge.shipmentMinor)
    .plus(new Decimal(surcharge.pieceMinor).times(load.pieces))
    .plus(new Decimal(surcharge.kgMinor).times(grams).div(1000))
  return toUnits(exact, 0)
}
