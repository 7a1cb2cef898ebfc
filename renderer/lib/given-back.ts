// Amounts of credits as what is given: their documents hold them below zero, as they take away from what was earned.

export function givenBack(amount: string): string {
  if (amount.startsWith('-')) return amount.slice(1)
  return Number(amount) === 0 ? amount : `-${amount}`
}
