// ABC and XYZ of every product, and the classes that hold: changed only beyond a margin or twice in a row, new products
// left in peace.
import type { ReadDb } from '#main/db/database.ts'
import { type AbcClass, type AbcRanked, type AbcRanking, rankAbc } from '#main/domain/inventory/abc.ts'
import { classMatrix } from '#main/domain/inventory/class-matrix.ts'
import { type HysteresisRules, type SettledClass, settleClass } from '#main/domain/inventory/settle-class.ts'
import { type Variation, type XyzClass, xyzClassOf } from '#main/domain/inventory/xyz.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { figureOf, isMoney } from '#main/services/insights/abc-analysis.ts'
import { classFigures, type DemandFigures } from '#main/services/insights/class-figures.ts'
import { classQuestion, demandWindow } from '#main/services/insights/class-question.ts'
import { type ClassedProduct, classedProducts } from '#main/services/insights/classed-products.ts'
import { type EarlierRuns, earlierRuns } from '#main/services/insights/earlier-runs.ts'
import { linesWithoutRate } from '#main/services/insights/lines-without-rate.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { ClassesInput, ClassesQuestion, ClassesResult, ClassItem } from '#shared/schemas/classes.ts'
import { matrixCells } from '#shared/schemas/planning.ts'

type Ranked = ClassedProduct & { value: number }

/** All that the classes of one question follow from. */
export type WorkedOutClasses = {
  question: ClassesQuestion
  currency: string | null
  products: readonly ClassedProduct[]
  ranking: AbcRanking<Ranked>
  figures: DemandFigures
  before: EarlierRuns
  /** Products that were first asked for after this day are new. */
  shieldedAfter: Day
  rules: { abc: HysteresisRules; xyz: HysteresisRules }
}

/** Products in order of their value; those without one come last, by SKU. */
export function classAnalysis(db: ReadDb, input: ClassesInput): ClassesResult {
  const worked = workOutClasses(db, input)
  const { question, currency, ranking, products } = worked
  const items = classItems(worked)
  const isSales = question.basis === 'revenue' || question.basis === 'grossProfit'
  return {
    question,
    currency,
    total: figureOf(question.basis, currency)(ranking.total),
    periods: demandWindow(question).periods.length,
    cells: cellFigures(worked, items),
    items,
    leftOut: {
      linesWithoutRate: isSales ? linesWithoutRate(db, question) : 0,
      productsWithoutCost: products.reduce((count, { lacks }) => count + lacks, 0),
    },
    valuesDoNotDiffer: ranking.valuesDoNotDiffer,
    before: worked.before.last,
    lastSoldOn: lastSoldOn(db),
  }
}

export function workOutClasses(db: ReadDb, input: ClassesInput): WorkedOutClasses {
  const question = classQuestion(db, input)
  const { values, demand: figures } = classFigures(db, question)
  const products = classedProducts(db, question, { values, demand: figures.demand })
  const ranking = rankAbc(products.filter(hasValue), question.thresholds)
  if (ranking === null) throw new AppError('insights/thresholds-out-of-order')
  const currency = isMoney(question.basis) ? baseCurrency(db) : null
  const shieldedAfter = addDays(question.to, -question.shieldDays)
  const { abcMargin, xyzMargin, runsInARow } = question
  const rules = { abc: { margin: abcMargin, runsInARow }, xyz: { margin: xyzMargin, runsInARow } }
  const before = earlierRuns(db, question)
  return { question, currency, products, ranking, figures, before, shieldedAfter, rules }
}

function hasValue(product: ClassedProduct): product is Ranked {
  return product.value !== null
}

export function classItems(worked: WorkedOutClasses): ClassItem[] {
  const { question, currency, ranking, products } = worked
  const show = figureOf(question.basis, currency)
  const unranked = products
    .filter((product) => product.value === null)
    .sort((left, right) => (left.sku < right.sku ? -1 : left.sku > right.sku ? 1 : 0))
  return [
    ...ranking.items.map((item) => classItem(worked, item.entry, { ranked: item, show })),
    ...unranked.map((product) => classItem(worked, product, { ranked: null, show })),
  ]
}

const noVariation: Variation = { periods: 0, mean: null, sd: null, cv: null }

type Place = { ranked: AbcRanked<Ranked> | null; show: ReturnType<typeof figureOf> }

function classItem(worked: WorkedOutClasses, product: ClassedProduct, { ranked, show }: Place): ClassItem {
  const { ranking, figures } = worked
  const { productId, sku, name, nameZh } = product
  const demand = figures.demand.get(productId)
  const variation = demand ? figures.variationOf(demand, productId) : noVariation
  const shareBefore = ranked && ranking.total > 0 ? ranked.before / ranking.total : null
  const isNew = demand !== undefined && demand.firstOn > worked.shieldedAfter
  const { abc, xyz } = settled(worked, product, { ranked, shareBefore, variation, isNew })
  return {
    productId,
    sku,
    name,
    nameZh,
    rank: ranked?.rank ?? null,
    value: ranked ? show(ranked.entry.value) : null,
    share: ranked?.share ?? 0,
    shareBefore,
    periods: variation.periods,
    cv: variation.cv,
    rawAbc: abc.raw,
    rawXyz: xyz.raw,
    abc: abc.class,
    xyz: xyz.class,
    abcReason: abc.reason,
    xyzReason: xyz.reason,
    was: worked.before.was(productId),
  }
}

type Figures = { ranked: Place['ranked']; shareBefore: number | null; variation: Variation; isNew: boolean }
type Settled = { abc: SettledClass<AbcClass>; xyz: SettledClass<XyzClass> }

/** Both classes as they hold. */
function settled(
  { question, before, rules }: WorkedOutClasses,
  { productId }: ClassedProduct,
  { ranked, shareBefore, variation, isNew }: Figures,
): Settled {
  const isPositive = ranked !== null && ranked.entry.value > 0
  return {
    abc: settleClass({
      letters: abcLetters,
      limits: question.thresholds,
      position: isPositive ? (shareBefore ?? 0) : Number.POSITIVE_INFINITY,
      raw: ranked?.class ?? null,
      before: before.abc(productId),
      rules: rules.abc,
      isNew,
    }),
    xyz: settleClass({
      letters: xyzLetters,
      limits: question.limits,
      position: variation.cv ?? Number.POSITIVE_INFINITY,
      raw: xyzClassOf(variation, question.limits),
      before: before.xyz(productId),
      rules: rules.xyz,
      isNew,
    }),
  }
}

const abcLetters = ['A', 'B', 'C'] as const
const xyzLetters = ['X', 'Y', 'Z'] as const

function cellFigures({ ranking }: WorkedOutClasses, items: readonly ClassItem[]): ClassesResult['cells'] {
  const { cells } = classMatrix(
    items.map(({ abc, xyz }, at) => ({ abc, xyz, value: Math.max(0, ranking.items[at]?.entry.value ?? 0) })),
  )
  return matrixCells.map((cell) => ({ cell, items: cells[cell].items, share: cells[cell].share }))
}

/** The day of the last order that sold anything. */
function lastSoldOn(db: ReadDb): string | null {
  const days = [0, 1].flatMap(
    (archived) =>
      db.get<{ day: string }>(
        `SELECT ordered_on AS day FROM sales_orders INDEXED BY sales_orders_list_by_day
         WHERE deleted = 0 AND archived = ${archived} AND status NOT IN ('draft', 'cancelled') AND line_count > 0
         ORDER BY ordered_on DESC LIMIT 1`,
      )?.day ?? [],
  )
  return days.sort().at(-1) ?? null
}
