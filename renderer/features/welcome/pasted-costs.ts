// A pasted column of costs laid onto products: by SKU where the lines begin with SKUs, else one after the other.

import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDecimal } from '#shared/decimal.ts'

export type CostTarget = { id: number; sku: string }

export type CostProblem = 'number' | 'negative'

export type LaidCost = { text: string; problem: CostProblem | null }

export type LaidCosts = {
  by: 'place' | 'sku'
  /** What falls onto each product, by its id. Products that nothing falls onto are not in it. */
  costs: ReadonlyMap<number, LaidCost>
  /** SKUs of lines that no product here has. */
  unknown: readonly string[]
  /** Lines beyond the last product. */
  extraCount: number
  wrongCount: number
}

/** Lines are cells by tab, as spreadsheets copy them. An empty line passes its product over. */
export function layCosts(text: string, targets: readonly CostTarget[]): LaidCosts {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  const rows = text.trim() === '' ? [] : lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  const hasSkus = rows.some((cells) => cells.length > 1 && cells[0] !== '')
  return hasSkus ? laidBySku(rows, targets) : laidByPlace(rows, targets)
}

function laidByPlace(rows: readonly string[][], targets: readonly CostTarget[]): LaidCosts {
  const costs = new Map<number, LaidCost>()
  for (const [at, { id }] of targets.entries()) {
    const text = rows[at]?.at(-1) ?? ''
    if (text !== '') costs.set(id, readCost(text))
  }
  const extraCount = rows.slice(targets.length).filter((cells) => cells.some((cell) => cell !== '')).length
  return { by: 'place', costs, unknown: [], extraCount, wrongCount: countWrong(costs) }
}

function laidBySku(rows: readonly string[][], targets: readonly CostTarget[]): LaidCosts {
  const ids = new Map(targets.map(({ id, sku }) => [foldSku(sku), id]))
  const costs = new Map<number, LaidCost>()
  const unknown: string[] = []
  for (const cells of rows) {
    const [sku = ''] = cells
    const text = cells.slice(1).findLast((cell) => cell !== '') ?? ''
    const id = ids.get(foldSku(sku))
    if (sku === '' || text === '') continue
    if (id === undefined) unknown.push(sku)
    else costs.set(id, readCost(text))
  }
  // A heading above the columns is no SKU that someone misses.
  const [heading] = rows
  const isHeading =
    heading !== undefined && unknown[0] === heading[0] && readCost(heading.at(-1) ?? '').problem === 'number'
  return {
    by: 'sku',
    costs,
    unknown: isHeading ? unknown.slice(1) : unknown,
    extraCount: 0,
    wrongCount: countWrong(costs),
  }
}

function foldSku(sku: string): string {
  return sku.normalize('NFKC').trim().toLowerCase()
}

function readCost(text: string): LaidCost {
  const typed = typedDecimal(text)
  if (!isDecimal(typed)) return { text, problem: 'number' }
  return { text: typed, problem: typed.startsWith('-') ? 'negative' : null }
}

function countWrong(costs: ReadonlyMap<number, LaidCost>): number {
  return [...costs.values()].filter(({ problem }) => problem !== null).length
}
