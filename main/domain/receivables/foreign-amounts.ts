// Amounts of several currencies added up in base currency; what has no rate is told, never taken as 1 or 0.
export type CurrencyAmount = { currency: string; minor: number }

export type BaseSum = { baseMinor: number; unconverted: CurrencyAmount[] }

/** `inBase` gives an amount in base currency, rounded once, or null where no rate is known. */
export function sumInBase(
  amounts: readonly CurrencyAmount[],
  inBase: (minor: number, currency: string) => number | null,
): BaseSum {
  let baseMinor = 0
  const unconverted = amounts.filter(({ minor, currency }) => {
    const worth = minor === 0 ? 0 : inBase(minor, currency)
    baseMinor += worth ?? 0
    return worth === null
  })
  return { baseMinor, unconverted }
}
