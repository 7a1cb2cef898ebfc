// The answers to a request side by side: what the goods cost until they are here, how long they take, what holds them back.
import type { ReadDb } from '#main/db/database.ts'
import {
  compareAnswers,
  type GivenAnswer,
  type LandedAnswer,
  type LandedLine,
} from '#main/domain/sourcing/compare-answers.ts'
import type { Parts } from '#main/domain/sourcing/landed-parts.ts'
import { hoursBetween } from '#main/domain/suppliers/response-hours.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { type DocumentRate, tableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { heldGrade } from '#main/services/scores/held-grades.ts'
import { vatComesBack } from '#main/services/sourcing/net-prices.ts'
import { quoteAnswers, requestLines } from '#main/services/sourcing/request-queries.ts'
import { livingRequest } from '#main/services/sourcing/request-rows.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { type Day, dayOf, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { microsFromDecimal, microsToDecimal, minorFromDecimal, minorText, minorToDecimal } from '#shared/money.ts'
import { percentToPpm } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type {
  ComparedAnswer,
  ComparedLine,
  Comparison,
  LandedParts,
  QuoteAnswer,
  RequestStatus,
} from '#shared/schemas/quote-requests.ts'

/** Everyone who answered; who declined or is still silent has nothing to compare. */
export function compareRequest(db: ReadDb, id: Id): Comparison {
  const request = livingRequest(db, id)
  const base = baseCurrency(db)
  const { yearlyPercent } = supplySetting(db, 'capital')
  const lines = requestLines(db, id)
  const given = quoteAnswers(db, id).filter(({ state }) => state === 'answered' || state === 'chosen')
  const rated = given.map((answer) => ({ answer, rate: rateOfAnswer(db, answer, base) }))
  const landed = compareAnswers(
    lines.map((line) => ({ id: line.id, qtyMilli: toMilli(line.quantity) })),
    rated.map(({ answer, rate }) => asGiven(db, answer, rate.rate)),
    { base, yearlyPpm: percentToPpm(yearlyPercent) },
  )
  const answers = rated.flatMap(({ answer, rate }, index) => {
    const own = landed[index]
    return own ? [comparedAnswer(db, { answer, rate, landed: own, base })] : []
  })
  return {
    request: { id, number: request.number, status: request.status as RequestStatus },
    baseCurrency: base,
    capitalPercent: yearlyPercent,
    lines,
    answers,
    cheapest: lines.flatMap(({ id: lineId }) => {
      const first = answers.find((answer) => answer.lines.some((line) => line.lineId === lineId && line.rank === 1))
      return first ? [{ lineId, answerId: first.answerId }] : []
    }),
  }
}

/** The rate that it was answered with; where none was known then, the table's of that day as it is now. */
function rateOfAnswer(db: ReadDb, answer: QuoteAnswer, base: string): DocumentRate {
  if (answer.rate !== null && answer.rateOn !== null) return { rate: answer.rate, rateOn: answer.rateOn as Day }
  const on = dayOf((answer.answeredAt ?? db.now) as Instant, bookFacts(db).timeZone)
  return tableRate(rateFinder(db), answer.currency, base, on)
}

/** An answer as the comparison and the choice reckon with it. */
export function asGiven(db: ReadDb, answer: QuoteAnswer, rate: string | null): GivenAnswer {
  const minor = (amount: string | null) => (amount === null ? null : minorFromDecimal(amount, answer.currency))
  return {
    id: answer.id,
    currency: answer.currency,
    rate,
    incoterm: answer.incoterm,
    freightMinor: minor(answer.freight),
    otherMinor: minor(answer.other),
    dutyPpm: answer.dutyPercent === null ? null : percentToPpm(answer.dutyPercent),
    vatIncluded: answer.vatIncluded,
    vatPpm: percentToPpm(answer.vatPercent),
    vatRecoverable: vatComesBack(db, answer.supplier.id),
    depositPpm: percentToPpm(answer.terms.depositPercent),
    dueFrom: answer.terms.dueFrom,
    dueDays: answer.terms.dueDays,
    leadTimeDays: answer.leadTimeDays,
    lines: answer.lines.map((line) => ({
      lineId: line.lineId,
      priceMicros: line.price === null ? null : microsFromDecimal(line.price),
      leadTimeDays: line.leadTimeDays,
      minOrderMilli: line.minOrder === null ? null : toMilli(line.minOrder),
      cartonMilli: line.carton === null ? null : toMilli(line.carton),
    })),
  }
}

type Compared = { answer: QuoteAnswer; rate: DocumentRate; landed: LandedAnswer; base: string }

function comparedAnswer(db: ReadDb, { answer, rate, landed, base }: Compared): ComparedAnswer {
  const held = heldGrade(db, answer.supplier.id)
  const { sentAt, answeredAt } = answer
  return {
    answerId: answer.id,
    supplier: answer.supplier,
    state: answer.state,
    currency: answer.currency,
    rate: rate.rate,
    rateOn: rate.rateOn,
    hours: sentAt === null || answeredAt === null ? null : hoursBetween(sentAt, answeredAt),
    leadTimeDays: answer.leadTimeDays,
    terms: answer.terms,
    validTo: answer.validTo,
    score: held && { score: held.score, grade: held.grade },
    offered: landed.offered,
    landedTotal: minorText(landed.landedMinor, base),
    rank: landed.rank,
    gaps: landed.gaps,
    lines: landed.lines.map((line) => comparedLine(line, answer, base)),
  }
}

function comparedLine(line: LandedLine, answer: QuoteAnswer, base: string): ComparedLine {
  const own = answer.lines.find(({ lineId }) => lineId === line.lineId)
  const { lineId, rank, leadTimeDays, financedDays, isBelowMinimum, isBrokenCarton, landedMinor, landedMicros } = line
  return {
    ...{ lineId, rank, leadTimeDays, financedDays, isBelowMinimum, isBrokenCarton },
    price: own?.price ?? null,
    minOrder: own?.minOrder ?? null,
    totals: line.totals && inWords(line.totals, (minor) => minorToDecimal(minor, base)),
    units: line.units && inWords(line.units, (micros) => microsToDecimal(micros, base)),
    landedTotal: minorText(landedMinor, base),
    landedUnit: landedMicros === null ? null : microsToDecimal(landedMicros, base),
  }
}

function inWords(parts: Parts, text: (units: number) => string): LandedParts {
  const { price, freight, other, duty, capital } = parts
  return { price: text(price), freight: text(freight), other: text(other), duty: text(duty), capital: text(capital) }
}
