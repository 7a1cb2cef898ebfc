// The whole board worked out: every row with its figures, and where rows are suppliers their scores. Everything else (the
// card, the comparison, a kept period) is read off it, so that all show the same numbers.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type BoardSubject, boardSubjects } from '#main/services/scores/board-subjects.ts'
import { type Scored, scoreAll } from '#main/services/scores/criterion-scores.ts'
import { heldGrades } from '#main/services/scores/held-grades.ts'
import { judgedScores } from '#main/services/scores/judged-scores.ts'
import { keptTrends } from '#main/services/scores/kept-trends.ts'
import { dayWeights, type GroupKey, lineTallies, newGroup } from '#main/services/scores/line-tallies.ts'
import { priceTallies } from '#main/services/scores/price-tallies.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'
import { answersOf, cancelledOrders, claimCounts, sentDays } from '#main/services/scores/side-counts.ts'
import { type Measured, measure } from '#main/services/scores/supplier-figures.ts'
import type { BoardRow, CriterionScore } from '#shared/schemas/scores.ts'

export type Board = {
  currency: string
  rows: (BoardRow & { spendMinor: number; criteria: CriterionScore[] })[]
  spendMinor: number
  linesWithoutRate: number
  linesWithoutReceiptDays: number
}

export function workOutBoard(db: ReadDb, question: FullQuestion): Board {
  const currency = baseCurrency(db)
  const groups = lineTallies(db, question)
  const measureOf = measurer(db, question, { groups, currency })
  const subjects = boardSubjects(db, question, [...groups.keys()])
  const measured = subjects.map((subject) => measureOf(subject.key))
  const isSupplier = question.groupBy === 'supplier'
  const judged = isSupplier ? judgedScores(db, question.asOf) : () => null
  const scored = isSupplier
    ? scoreAll(
        subjects.map(({ supplierId, kind }, index) => ({
          measured: measured[index] as Measured,
          judged: (dimension) => (supplierId === null ? null : judged(supplierId, dimension)),
          isRanked: supplierId !== null && kind !== 'own',
        })),
        question,
      )
    : []
  const grades = isSupplier ? heldGrades(db) : new Map<never, never>()
  const trends = isSupplier ? keptTrends(db) : new Map<never, never>()
  const all = [...groups.values()]
  const bought = boughtMinor(subjects, groups)
  const rows = subjects.map((subject, index) =>
    rowOf(subject, {
      measured: measured[index] as Measured,
      scored: scored[index],
      spendMinor: groups.get(subject.key)?.spendMinor ?? 0,
      cases: groups.get(subject.key)?.cases ?? 0,
      bought,
      heldGrade: subject.supplierId === null ? null : (grades.get(subject.supplierId)?.grade ?? null),
      trend: subject.supplierId === null ? [] : (trends.get(subject.supplierId) ?? []),
    }),
  )
  return {
    currency,
    rows,
    spendMinor: all.reduce((sum, { spendMinor }) => sum + spendMinor, 0),
    linesWithoutRate: all.reduce((sum, { plain, linesWithRate }) => sum + plain.lines - linesWithRate, 0),
    linesWithoutReceiptDays: all.reduce((sum, { linesWithoutDays }) => sum + linesWithoutDays, 0),
  }
}

type Groups = ReturnType<typeof lineTallies>

function measurer(db: ReadDb, question: FullQuestion, { groups, currency }: { groups: Groups; currency: string }) {
  const prices = priceTallies(db, question)
  const cancelled = Map.groupBy(cancelledOrders(db, question), ({ key }) => key)
  const isSupplier = question.groupBy === 'supplier'
  const answers = isSupplier ? Map.groupBy(answersOf(db, question), ({ supplierId }) => supplierId as GroupKey) : null
  const claims = isSupplier ? claimCounts(db, question) : null
  const weightOf = dayWeights(question)
  const sentOn = sentDays(db)
  return (key: GroupKey): Measured => {
    const lost = cancelled.get(key) ?? []
    return measure({
      lines: groups.get(key) ?? newGroup(key, false),
      prices: prices.get(key),
      answers: answers?.get(key) ?? [],
      claims: claims?.get(key) ?? { claims: 0, paperErrors: 0 },
      cancelled: { orders: lost.length, withReceipts: lost.filter(({ hasReceipts }) => hasReceipts).length },
      isSupplier,
      currency,
      answerWeight: ({ sentAt }) => weightOf(sentOn(sentAt)),
    })
  }
}

/** What was bought from others: places of our own sell nothing. */
function boughtMinor(subjects: readonly BoardSubject[], groups: Groups): number {
  let sum = 0
  for (const { key, kind } of subjects) if (kind !== 'own') sum += groups.get(key)?.spendMinor ?? 0
  return sum
}

type RowParts = {
  measured: Measured
  scored: Scored | undefined
  spendMinor: number
  cases: number
  bought: number
  heldGrade: BoardRow['heldGrade']
  trend: readonly (number | null)[]
}

function rowOf(subject: BoardSubject, parts: RowParts): Board['rows'][number] {
  const { measured, scored, spendMinor, bought } = parts
  const { figures } = measured
  const isOwn = subject.kind === 'own'
  const spendShare = isOwn || figures.spend === null || bought <= 0 ? null : spendMinor / bought
  const reasons = { ...figures.reasons }
  if (spendShare === null) reasons.spendShare = isOwn ? 'own-place' : (figures.reasons.spend ?? 'no-rate')
  const { key, ...named } = subject
  return {
    ...figures,
    spendShare,
    reasons,
    key: key === null ? '' : String(key),
    ...named,
    score: scored?.score ?? null,
    ownScore: scored?.ownScore ?? null,
    coverage: scored?.coverage ?? 0,
    cases: parts.cases,
    rank: scored?.rank ?? null,
    grade: scored?.grade ?? null,
    heldGrade: parts.heldGrade,
    trend: [...parts.trend],
    spendMinor,
    criteria: scored?.criteria ?? [],
  }
}
