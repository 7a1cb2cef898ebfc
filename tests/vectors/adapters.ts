// From the ops of the reference cases to the functions that the program itself uses. Names and shapes are turned here;
// the sums are done there.
import { rankAbcDecimals } from '#main/domain/inventory/abc.ts'
import { Decimal, fromUnits, isDecimal, roundDecimal } from '#shared/decimal.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

export type CaseInput = { op: string } & Record<string, unknown>
export type Adapter = (input: CaseInput) => unknown

const invalid = { status: 'invalid' }

/** What is built so far: by topic, the ops of its cases. A topic that is not here is skipped by name. */
export const adapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  abc: { abc },
  rounding: { round, currency_decimals: currencyDecimals },
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

function decimalText(value: unknown): string {
  return typeof value === 'number' ? new Decimal(value).toFixed() : String(value)
}

function round({ cases }: CaseInput): unknown {
  const given = (cases as [value: unknown, places: number][]).map(([value, places]) => ({
    text: decimalText(value),
    places,
  }))
  if (!given.every(({ text }) => isDecimal(text))) return invalid
  return { rounded: given.map(({ text, places }) => roundDecimal(text, places)) }
}

function currencyDecimals({ codes }: CaseInput): unknown {
  return { decimals: (codes as string[]).map(currencyDigits) }
}
