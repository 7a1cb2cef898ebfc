// A carrier's rates as they are copied from a spreadsheet: zones across, weights in kilograms down. A weight is `2.5` (up to it,
// from where the row before ended), `10-20`, or `30+`; `30+ /kg` tells a price for every kilogram, `30+ each 0.5` what is added to
// the row before for each half kilogram begun.

import { halfWidth } from '#main/domain/import/cells/plain-text.ts'
import { decimalText } from '#main/domain/import/cells/read-decimal.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { minorFromDecimal, minorToDecimal, typedMinor } from '#shared/money.ts'
import type { RateRow, ReadRateGrid } from '#shared/schemas/carriers.ts'

type Zone = { readonly id: number; readonly name: string }

export function readRateGrid(
  text: string,
  { zones, currency }: { zones: readonly Zone[]; currency: string },
): ReadRateGrid {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => halfWidth(cell).trim()))
  const first = lines.findIndex((cells) => cells.some((cell) => cell !== ''))
  const heads = (lines[first] ?? []).slice(1)
  const read: ReadRateGrid = {
    zones: heads.map((head) => ({ head, zoneId: zoneOf(head, zones) })),
    rates: [],
    problems: [],
  }
  for (const [at, head] of heads.entries()) {
    const isKnown = read.zones[at]?.zoneId !== null || isAnywhere(head, heads.length)
    if (!isKnown) read.problems.push({ line: first + 1, text: head, problem: 'zone' })
  }
  addRows(read, { lines, first, currency })
  return read
}

function zoneOf(head: string, zones: readonly Zone[]): number | null {
  const key = (name: string) => name.toLowerCase().replace(/^(?:zone|区域|分区|区)\s*/u, '')
  return zones.find(({ name }) => key(name) === key(head))?.id ?? null
}

/** A price wherever it goes: its column says so, or is the only one. */
function isAnywhere(head: string, count: number): boolean {
  return count === 1 || /^(?:\*|all|any|everywhere|price|rate|全部|所有|价格|运费)$/iu.test(head)
}

type Sheet = { lines: readonly string[][]; first: number; currency: string }

function addRows(read: ReadRateGrid, { lines, first, currency }: Sheet): void {
  let end = 0
  const before = new Map<number, number>()
  for (const [offset, cells] of lines.slice(first + 1).entries()) {
    const line = first + offset + 2
    const [head = '', ...prices] = cells
    if (cells.every((cell) => cell === '')) continue
    const span = readSpan(head, end)
    if (!span) read.problems.push({ line, text: head, problem: 'weight' })
    else if (span.overGrams < end || (span.upToGrams ?? Number.POSITIVE_INFINITY) <= span.overGrams)
      read.problems.push({ line, text: head, problem: 'order' })
    else {
      for (const [at, { head: zone, zoneId }] of read.zones.entries()) {
        const cell = prices[at] ?? ''
        if (cell === '' || (zoneId === null && !isAnywhere(zone, read.zones.length))) continue
        const rate = rateOf(cell, { span, zoneId, currency, beforeMinor: before.get(at) ?? 0 })
        if (!rate) read.problems.push({ line, text: cell, problem: 'price' })
        else {
          read.rates.push(rate)
          before.set(at, minorFromDecimal(rate.base, currency))
        }
      }
      end = span.upToGrams ?? span.overGrams
    }
  }
}

type Span = { overGrams: number; upToGrams: number | null; stepGrams: number | null; isPerKg: boolean }

const figure = '(\\d+(?:[.,]\\d+)?)'
const unit = '\\s*(?:kgs?|公斤|千克)?'
const range = new RegExp(`^${figure}${unit}\\s*(?:-|–|—|~|～|to|至|到)\\s*${figure}${unit}$`, 'iu')
const open = new RegExp(`^(?:(?:>|over|above|超过)\\s*${figure}${unit}|${figure}${unit}\\s*(?:\\+|以上))$`, 'iu')
const single = new RegExp(`^(?:<=|≤|up to|首重)?\\s*${figure}${unit}$`, 'iu')
const perKg = /\s*(?:\/\s*kg|per\s+kg|每公斤|每千克)$/iu
const adds = new RegExp(`\\s*(?:each|every|per|/|每|续重)\\s*${figure}${unit}$`, 'iu')

function readSpan(head: string, end: number): Span | null {
  const isPerKg = perKg.test(head)
  const added = isPerKg ? null : adds.exec(head)
  const stepGrams = isPerKg ? 1000 : added ? gramsOf(added[1]) : null
  const weight = head.replace(isPerKg ? perKg : adds, '').trim()
  const span = (overGrams: number | null, upToGrams: number | null, isOpen = false) =>
    overGrams === null || (!isOpen && upToGrams === null) ? null : { overGrams, upToGrams, stepGrams, isPerKg }
  const ranged = range.exec(weight)
  if (ranged) return span(gramsOf(ranged[1]), gramsOf(ranged[2]))
  const opened = open.exec(weight)
  if (opened) return span(gramsOf(opened[1] ?? opened[2]), null, true)
  const only = single.exec(weight)
  if (only) return span(end, gramsOf(only[1]))
  // `each 0.5` alone goes on from the row before.
  return weight === '' && stepGrams !== null ? span(end, null, true) : null
}

function gramsOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const kilograms = decimalText(text, text.includes(',') ? ',' : '.')
  return kilograms === null ? null : toUnits(kilograms, 3)
}

type Cell = { span: Span; zoneId: number | null; currency: string; beforeMinor: number }

function rateOf(cell: string, { span, zoneId, currency, beforeMinor }: Cell): RateRow | null {
  const price = priceOf(cell)
  if (price === null) return null
  const { overGrams, upToGrams, stepGrams, isPerKg } = span
  const row = { zoneId, overGrams, upToGrams, ton: null, minimumTons: null }
  try {
    if (stepGrams === null) return { ...row, base: money(typedMinor(price, currency), currency), stepGrams, step: null }
    const step = money(typedMinor(price, currency), currency)
    const base = isPerKg
      ? minorFromDecimal(new Decimal(price).times(overGrams).div(1000).toFixed(), currency)
      : beforeMinor
    return { ...row, base: money(base, currency), stepGrams, step }
  } catch {
    // Finer than the currency, or too large: told as a price that cannot be read.
    return null
  }
}

function money(minor: number, currency: string): string {
  return minorToDecimal(minor, currency)
}

/** A number that is not below nothing; signs and codes of currencies beside it are left out. */
function priceOf(cell: string): string | null {
  const bare = cell.replace(/^[^\d.,-]+|[^\d.,]+$/gu, '')
  const price = decimalText(bare, '.') ?? decimalText(bare, ',')
  return price === null || price.startsWith('-') ? null : price
}
