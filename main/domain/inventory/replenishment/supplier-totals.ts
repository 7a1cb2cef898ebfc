// What is to be bought, by supplier: weight, volume, money by currency, and how much of a container it fills.
import { type ContainerFill, type ContainerSize, containerFill } from '#main/domain/inventory/container-fill.ts'

export type OrderLine<Id> = {
  readonly supplierId: Id | null
  readonly qtyMilli: number
  /** Gross weight and volume of one unit as it travels; null is not known. */
  readonly unitGrams: number | null
  readonly unitMm3: number | null
  readonly totalMinor: number | null
  readonly currency: string | null
}

export type SupplierTotal<Id, Line> = {
  supplierId: Id | null
  lines: Line[]
  /** Sums over the lines where it is known, and how many lack it. */
  grams: number
  linesWithoutWeight: number
  mm3: number
  linesWithoutVolume: number
  /** By currency; never added across them. */
  money: { currency: string; minor: number }[]
  linesWithoutPrice: number
}

/** Suppliers in the order of their first line; the lines without a supplier are a group of their own. */
export function supplierTotals<Id, Line extends OrderLine<Id>>(lines: readonly Line[]): SupplierTotal<Id, Line>[] {
  return [...Map.groupBy(lines, (line) => line.supplierId)].map(([supplierId, own]) => {
    const money = new Map<string, number>()
    const total: SupplierTotal<Id, Line> = {
      supplierId,
      lines: own,
      grams: 0,
      linesWithoutWeight: 0,
      mm3: 0,
      linesWithoutVolume: 0,
      money: [],
      linesWithoutPrice: 0,
    }
    for (const line of own) {
      const { grams, mm3 } = lineMeasures(line)
      if (grams === null) total.linesWithoutWeight += 1
      else total.grams += grams
      if (mm3 === null) total.linesWithoutVolume += 1
      else total.mm3 += mm3
      if (line.totalMinor === null || line.currency === null) total.linesWithoutPrice += 1
      else money.set(line.currency, (money.get(line.currency) ?? 0) + line.totalMinor)
    }
    total.money = [...money].map(([currency, minor]) => ({ currency, minor }))
    return total
  })
}

/** Of the known weight and volume; null where none is known. Lines without measures make the real fill larger. */
export function fillOf(
  total: Pick<SupplierTotal<unknown, unknown>, 'grams' | 'mm3'>,
  container: ContainerSize,
): ContainerFill | null {
  return total.grams === 0 && total.mm3 === 0 ? null : containerFill(total, container)
}

function lineMeasures({ qtyMilli, unitGrams, unitMm3 }: OrderLine<unknown>): {
  grams: number | null
  mm3: number | null
} {
  return {
    grams: unitGrams === null ? null : (unitGrams * qtyMilli) / 1000,
    mm3: unitMm3 === null ? null : (unitMm3 * qtyMilli) / 1000,
  }
}

export type PackedProduct = {
  readonly piecesPerCarton: number | null
  readonly cartonGrossGrams: number | null
  readonly cartonMm3: number | null
  readonly unitGrossGrams: number | null
  readonly unitMm3: number | null
}

/** What one unit weighs and takes up on the way: its share of a carton where the carton is known, else by itself. */
export function unitMeasures(product: PackedProduct): Pick<OrderLine<unknown>, 'unitGrams' | 'unitMm3'> {
  const { piecesPerCarton, cartonGrossGrams, cartonMm3, unitGrossGrams, unitMm3 } = product
  const shareOf = (carton: number | null) => (carton === null || !piecesPerCarton ? null : carton / piecesPerCarton)
  return { unitGrams: shareOf(cartonGrossGrams) ?? unitGrossGrams, unitMm3: shareOf(cartonMm3) ?? unitMm3 }
}
