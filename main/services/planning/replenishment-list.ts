// What to buy next of all products: by supplier, with totals, and with what a budget buys.
import type { ReadDb } from '#main/db/database.ts'
import { usualContainers } from '#main/domain/inventory/container-fill.ts'
import { byUrgency, cutToBudget, type UrgentLine } from '#main/domain/inventory/replenishment/budget-cut.ts'
import { fillOf, type OrderLine, supplierTotals } from '#main/domain/inventory/replenishment/supplier-totals.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { type Planned, type Replenisher, replenisher } from '#main/services/planning/replenish.ts'
import { type CostedLine, replenishmentLine } from '#main/services/planning/replenishment-line.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type {
  ContainerName,
  ReplenishmentLine,
  ReplenishmentQuestion,
  ReplenishmentResult,
  SupplierGroup,
  SupplierTotals,
} from '#shared/schemas/replenishment.ts'

type Asked = { lines: CostedLine[]; counts: ReplenishmentResult['counts'] }

export function replenishmentList(db: ReadDb, question: ReplenishmentQuestion): ReplenishmentResult {
  const on = question.on ?? bookToday(db, db.now)
  const from = replenisher(db, { on })
  const { container } = planningSetting(db, 'replenishment')
  const { lines, counts } = askedLines(from, question, on)
  const budget = question.budget === null ? null : spend(lines, minorFromDecimal(question.budget, from.base), from.base)
  return {
    on,
    currency: from.base,
    container,
    groups: groupsOf(db, lines, { limit: question.limit, container, base: from.base }),
    counts,
    budget,
  }
}

/** The lines that a question asks for, the most urgent first. */
export function replenishmentLines(db: ReadDb, question: ReplenishmentQuestion): ReplenishmentLine[] {
  const on = question.on ?? bookToday(db, db.now)
  const from = replenisher(db, { on })
  const { lines } = askedLines(from, question, on)
  if (question.budget !== null) spend(lines, minorFromDecimal(question.budget, from.base), from.base)
  return lines.map(({ line }) => line)
}

function askedLines(from: Replenisher, question: ReplenishmentQuestion, on: Day): Asked {
  const changed = new Map(question.quantities.map(({ productId, quantity }) => [productId, toMilli(quantity)]))
  const soonUntil = addDays(on, question.soonDays)
  const words = question.search.trim().toLowerCase()
  const counts = {
    products: from.products.length,
    ...{ asked: 0, due: 0, late: 0, withoutRule: 0, outdatedForecasts: 0, missingForecasts: 0 },
  }
  const lines: CostedLine[] = []
  for (const product of from.products) {
    const planned = from.plan(product)
    count(counts, planned)
    if (question.supplierId !== undefined && product.supplierId !== question.supplierId) continue
    if (words && !`${product.sku} ${product.name} ${product.nameZh}`.toLowerCase().includes(words)) continue
    if (!isAsked(planned, question.scope, soonUntil) && !changed.has(product.id)) continue
    lines.push(replenishmentLine(planned, { ...from, on }, changed.get(product.id)))
  }
  counts.asked = lines.length
  return { lines: lines.sort((left, right) => byUrgency(urgencyOf(left), urgencyOf(right))), counts }
}

function count(counts: ReplenishmentResult['counts'], { result, forecast }: Planned): void {
  if ((result.order?.qtyMilli ?? 0) > 0) counts.due += 1
  if (result.isLate) counts.late += 1
  if (result.levels.rule === 'none') counts.withoutRule += 1
  if (forecast.state === 'outdated') counts.outdatedForecasts += 1
  if (forecast.state === 'missing') counts.missingForecasts += 1
}

function isAsked({ result }: Planned, scope: ReplenishmentQuestion['scope'], soonUntil: Day): boolean {
  if (scope === 'all' || (result.order?.qtyMilli ?? 0) > 0) return true
  return scope === 'soon' && result.orderBy !== null && result.orderBy <= soonUntil
}

function urgencyOf({ line, baseMinor }: CostedLine): UrgentLine {
  return {
    sku: line.sku,
    orderBy: line.orderBy as Day | null,
    runsOutOn: line.runsOutOn as Day | null,
    costMinor: baseMinor,
  }
}

/** Marks the lines that the budget buys. */
function spend(lines: readonly CostedLine[], budgetMinor: number, base: string): ReplenishmentResult['budget'] {
  const wanted = lines.filter(({ line }) => line.quantity > 0).map((costed) => ({ ...urgencyOf(costed), costed }))
  const cut = cutToBudget(wanted, budgetMinor)
  for (const { line, state } of cut.lines) line.costed.line.budget = state
  return {
    amount: minorToDecimal(budgetMinor, base),
    spent: minorToDecimal(cut.spentMinor, base),
    left: minorToDecimal(cut.leftMinor, base),
    ...cut.counts,
  }
}

type GroupParts = { limit: number; container: ContainerName; base: string }

/** In the order of their most urgent line. */
function groupsOf(db: ReadDb, lines: readonly CostedLine[], { limit, container, base }: GroupParts): SupplierGroup[] {
  const totals = new Map(
    supplierTotals<Id, Wanted>(lines.filter(({ line }) => line.quantity > 0).map(orderLine)).map((total) => [
      total.supplierId,
      total,
    ]),
  )
  const names = supplierNames(db)
  let room = limit
  return [...Map.groupBy(lines, ({ line }) => line.supplierId)].map(([supplierId, own]) => {
    const shown = own.slice(0, room)
    room -= shown.length
    return {
      supplierId,
      ...(names.get(supplierId) ?? { supplier: '', supplierZh: '' }),
      lines: shown.map(({ line }) => line),
      more: own.length - shown.length,
      totals: totalsOf(totals.get(supplierId), { own, container, base }),
    }
  })
}

type Wanted = OrderLine<Id> & { baseMinor: number | null }

function orderLine({ line, totalMinor, baseMinor }: CostedLine): Wanted {
  const perUnit = (sum: number | null) => (sum === null ? null : sum / line.quantity)
  return {
    supplierId: line.supplierId,
    qtyMilli: toMilli(line.quantity),
    unitGrams: perUnit(line.weightGrams),
    unitMm3: perUnit(line.volumeMm3),
    totalMinor,
    currency: line.currency,
    baseMinor,
  }
}

type Total = ReturnType<typeof supplierTotals<Id, Wanted>>[number]

function totalsOf(
  total: Total | undefined,
  { own, container, base }: { own: readonly CostedLine[]; container: ContainerName; base: string },
): SupplierTotals {
  const fill = total ? fillOf(total, usualContainers[container]) : null
  const wanted = own.filter(({ line }) => line.quantity > 0)
  const priced = wanted.filter(({ totalMinor }) => totalMinor !== null)
  const isWhole = priced.every(({ baseMinor }) => baseMinor !== null)
  return {
    lines: wanted.length,
    weightGrams: Math.round(total?.grams ?? 0),
    linesWithoutWeight: total?.linesWithoutWeight ?? 0,
    volumeMm3: Math.round(total?.mm3 ?? 0),
    linesWithoutVolume: total?.linesWithoutVolume ?? 0,
    money: (total?.money ?? []).map(({ currency, minor }) => ({ currency, total: minorToDecimal(minor, currency) })),
    baseTotal: isWhole
      ? minorToDecimal(
          priced.reduce((sum, { baseMinor }) => sum + (baseMinor ?? 0), 0),
          base,
        )
      : null,
    linesWithoutPrice: total?.linesWithoutPrice ?? 0,
    fill: fill && {
      container,
      volume: fill.fillVolume,
      weight: fill.fillWeight,
      limit: fill.limit,
      containers: fill.containers,
    },
  }
}

export function supplierNames(db: ReadDb): Map<Id | null, { supplier: string; supplierZh: string }> {
  const rows = db.raw(
    `SELECT s.id, s.name, s.name_zh FROM parties s WHERE s.id IN (SELECT DISTINCT supplier_id FROM products INDEXED BY products_by_supplier)`,
  ) as [Id, string, string][]
  return new Map(rows.map(([id, supplier, supplierZh]) => [id, { supplier, supplierZh }]))
}
