// Quantities between the product's unit, as people write them, and the thousandths that the ledger keeps.

/** Inputs have at most three decimals (their schema says so); the product with 1000 may miss the integer by a binary hair. */
export function toMilli(quantity: number): number {
  return Math.round(quantity * 1000)
}
