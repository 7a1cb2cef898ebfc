// Answers to one request held side by side by what the goods cost until they are in the warehouse: price without VAT that
// comes back, freight and other charges by value, duty, and what it costs to pay before the goods come.
import { unitCost } from '#main/domain/purchases/unit-cost.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { lineTotalMinor, microsFromDecimal } from '#shared/money.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'
import type { LandedGap } from '#shared/schemas/quote-requests.ts'
import { capitalMinor, chargeShares, financedDays, type Parts, sumOf, unitParts } from './landed-parts.ts'

const million = 1_000_000

export type AskedLine = { id: number; qtyMilli: number }

export type AnsweredLine = {
  lineId: number
  /** Null: not offered. */
  priceMicros: number | null
  leadTimeDays: number | null
  minOrderMilli: number | null
  cartonMilli: number | null
}

export type GivenAnswer = {
  id: number
  currency: string
  /** Base currency for 1 of the answer's; null: none known. */
  rate: string | null
  incoterm: string
  /** Of the whole answer; null: nobody said. */
  freightMinor: number | null
  otherMinor: number | null
  dutyPpm: number | null
  vatIncluded: boolean
  vatPpm: number
  vatRecoverable: boolean
  depositPpm: number
  dueFrom: DueFrom
  dueDays: number
  leadTimeDays: number | null
  lines: readonly AnsweredLine[]
}

export type LandedLine = {
  lineId: number
  leadTimeDays: number | null
  /** Days that the price is paid before (after, below zero) the goods come; null: no lead time, and it takes one. */
  financedDays: number | null
  isBelowMinimum: boolean
  isBrokenCarton: boolean
  totals: Parts | null
  units: Parts | null
  landedMinor: number | null
  /** The sum of the unit parts as they are shown. */
  landedMicros: number | null
  rank: number | null
}

export type LandedAnswer = {
  id: number
  gaps: LandedGap[]
  lines: LandedLine[]
  offered: number
  /** Of all lines offered; null where one cannot be said, or none is offered. */
  landedMinor: number | null
  /** Among those that offer every line. */
  rank: number | null
}

type Frame = { base: string; yearlyPpm: number }

/** Every answer on the same lines. What cannot be said stays null with the reason, and is never ranked. */
export function compareAnswers(
  asked: readonly AskedLine[],
  answers: readonly GivenAnswer[],
  frame: Frame,
): LandedAnswer[] {
  const landed = answers.map((answer) => landedAnswer(asked, answer, frame))
  const whole = landed.map(({ offered, landedMinor }) => (offered === asked.length ? landedMinor : null))
  return landed.map((answer, index) => ({
    ...answer,
    rank: placeOf(whole[index] ?? null, whole),
    lines: answer.lines.map((line, at) => ({
      ...line,
      rank: placeOf(
        line.landedMinor,
        landed.map((other) => other.lines[at]?.landedMinor ?? null),
      ),
    })),
  }))
}

/** 1, 2, 2, 4: equal ones share a place. */
function placeOf(value: number | null, all: readonly (number | null)[]): number | null {
  return value === null ? null : 1 + all.filter((other) => other !== null && other < value).length
}

function landedAnswer(asked: readonly AskedLine[], answer: GivenAnswer, frame: Frame): LandedAnswer {
  const offered = asked.map((line) => offeredLine(line, answer))
  const shares = chargeShares(offered, answer)
  const toBase =
    answer.rate === null ? null : minorConverter(answer.currency, frame.base, { multiply: answer.rate, divide: '1' })
  const lines = offered.map((line, index): LandedLine => {
    const { valueMinor, qtyMilli, ...plain } = line
    const financedDays = line.financedDays === null ? null : Number(line.financedDays)
    const share = shares?.[index]
    const totals = share && toBase && landedTotals(line, { share, toBase, dutyPpm: answer.dutyPpm, frame })
    const landed = totals ? landedOf(totals, { qtyMilli, base: frame.base }) : notLanded
    return { ...plain, financedDays, ...landed, rank: null }
  })
  const own = lines.filter((_, index) => offered[index]?.valueMinor !== null)
  const isKnown = own.length > 0 && own.every(({ landedMinor }) => landedMinor !== null)
  return {
    id: answer.id,
    gaps: gapsOf(answer, offered, shares !== null),
    lines,
    offered: own.length,
    landedMinor: isKnown ? own.reduce((sum, { landedMinor }) => sum + (landedMinor ?? 0), 0) : null,
    rank: null,
  }
}

type Landing = {
  share: { freight: number; other: number }
  toBase: (minor: number) => number
  dutyPpm: number | null
  frame: Frame
}

/** The parts of a line in base currency; null where it is not offered. Duty is on goods and freight. */
function landedTotals({ valueMinor, financedDays }: OfferedLine, landing: Landing): Parts | null {
  if (valueMinor === null) return null
  const { share, toBase, dutyPpm, frame } = landing
  const price = toBase(valueMinor)
  const dutiable = new Decimal(valueMinor + share.freight)
  return {
    price,
    freight: toBase(share.freight),
    other: toBase(share.other),
    duty: toBase(toUnits(dutiable.times(dutyPpm ?? 0).div(million), 0)),
    capital: capitalMinor(price, { days: financedDays ?? '0', yearlyPpm: frame.yearlyPpm }),
  }
}

const notLanded = { totals: null, units: null, landedMinor: null, landedMicros: null }

function landedOf(totals: Parts, one: { qtyMilli: number; base: string }) {
  const units = unitParts(totals, one)
  return { totals, units, landedMinor: sumOf(totals), landedMicros: sumOf(units) }
}

/** What nobody said, and so is not in the landed cost, or keeps it from being worked out. */
function gapsOf(answer: GivenAnswer, offered: readonly OfferedLine[], isSpread: boolean): LandedGap[] {
  const incoterm = answer.incoterm.toUpperCase()
  const gaps: [LandedGap, boolean][] = [
    ['no-freight', answer.freightMinor === null && !freightIncluded.has(incoterm)],
    ['no-duty', answer.dutyPpm === null && incoterm !== 'DDP'],
    ['no-rate', answer.rate === null],
    ['zero-value', !isSpread],
    ['no-lead-time', offered.some(({ valueMinor, financedDays }) => valueMinor !== null && financedDays === null)],
  ]
  return gaps.flatMap(([gap, is]) => (is ? [gap] : []))
}

/** Incoterms under which the seller pays the main carriage: no freight said is no freight owed. */
const freightIncluded = new Set(['CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DAT', 'DDP', 'DDU'])

type OfferedLine = Omit<LandedLine, 'financedDays' | 'totals' | 'units' | 'landedMinor' | 'landedMicros' | 'rank'> & {
  qtyMilli: number
  /** Without VAT that comes back, in the answer's currency; null: not offered. */
  valueMinor: number | null
  financedDays: string | null
}

function offeredLine({ id, qtyMilli }: AskedLine, answer: GivenAnswer): OfferedLine {
  const line = answer.lines.find(({ lineId }) => lineId === id)
  const priceMicros = line?.priceMicros ?? null
  const leadTimeDays = line?.leadTimeDays ?? answer.leadTimeDays
  return {
    lineId: id,
    qtyMilli,
    leadTimeDays,
    isBelowMinimum: line?.minOrderMilli != null && line.minOrderMilli > qtyMilli,
    isBrokenCarton: line?.cartonMilli != null && qtyMilli % line.cartonMilli !== 0,
    valueMinor: priceMicros === null ? null : netValue(priceMicros, qtyMilli, answer),
    financedDays: financedDays(answer, leadTimeDays),
  }
}

function netValue(priceMicros: number, qtyMilli: number, answer: GivenAnswer): number {
  const net = unitCost({ priceMicros, discountPpm: 0 }, answer)
  const priced = { priceMicros: microsFromDecimal(net.amount), qtyMilli, discountPpm: 0, currency: answer.currency }
  return lineTotalMinor(priced)
}
