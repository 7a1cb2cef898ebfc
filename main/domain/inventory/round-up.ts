// Rounding up to whole units and whole packs, with a guard against the noise of binary fractions.

/** Figures that are this little above a whole count as that whole: 0.6 / 0.2 is 3, not 4 (formulas.md, section 2). */
const guard = 1e-6

/** Whole units that hold `quantity`, never below 0. */
export function ceilUnits(quantity: number): number {
  return Math.max(0, Math.ceil(quantity - guard))
}

/** The smallest multiple of `step` that holds `quantity`; 0 for nothing. Both in one unit, `step` above 0. */
export function ceilToMultiple(quantity: number, step: number): number {
  return ceilUnits(quantity / step) * step
}

/** At least the minimum order, in whole packs; 0 for nothing, since nothing is no order. */
export function liftToOrder(quantity: number, { moq, pack }: { moq: number; pack: number }): number {
  return quantity <= 0 ? 0 : ceilToMultiple(Math.max(quantity, moq), pack)
}
