// The whole board worked out: every row with its figures, and where rows are suppliers their scores. Everything else (the
// card, the comparison, a kept period) is read off it, so that all show the same numbers.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type BoardSubject, boardSubjects } from '#main/services/scores/board-subjects.ts'
import { type Scored, scoreAll } from '#main/services/scores/criterion-scores.ts'
import { heldGrades } from '#main/services/scores/held-grades.ts'
import { judgedScores } from '#main/services/scores/judged-scores.ts'
import { keptTrends } from '#main/services/scores/kept-trends.ts'
import { dayWeights, type GroupKey, type LineGroup, lineTallies, newGroup } from '#main/services/scores/line-tallies.ts'
import { priceTallies } from '#main/services/scores/price-tallies.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'
import { answersOf, cancelledOrders, claimCounts, sentDays } from '#main/services/scores/side-counts.ts'
import { type Measured, measure } from '#main/services/scores/supplier-figures.ts'
import type { Id } from '#shared/ids.ts'
import type { JudgedDimension } from '#shared/schemas/score-settings.ts'
import type { BoardRow, CriterionScore } from '#shared/schemas/scores.ts'

export type Board = {
  currency: string
  rows: (BoardRow & { spendMinor: number; criteria: CriterionScore[] })[]
  spendMinor: number
  linesWithoutRate: number
  linesWithoutReceiptDays: number
  linesWithoutQuantities: number
  linesWithoutRejects: number
}

export function workOutBoard(db: ReadDb, question: FullQuestion): Board {
  const currency = baseCurrency(db)
  const groups = lineTallies(db, question)
  const measureOf = measurer(db, question, { groups, currency })
  const subjects = boardSubjects(db, question, [...groups.keys()])
  const entries = subjects.map((subject) => ({ subject, measured: measureOf(subject.key) }))
  const standing = question.groupBy === 'supplier' ? standingOf(db, question, entries) : nobody
  const all = [...groups.values()]
  const summed = (of: (group: LineGroup) => number) => all.reduce((sum, group) => sum + of(group), 0)
  const bought = boughtMinor(subjects, groups)
  return {
    currency,
    rows: entries.map(({ subject, measured }, index) => {
      const group = groups.get(subject.key)
      const sums = { spendMinor: group?.spendMinor ?? 0, cases: group?.cases ?? 0, bought }
      return rowOf(subject, { measured, ...sums, ...standing(subject.supplierId, index) })
    }),
    spendMinor: summed(({ spendMinor }) => spendMinor),
    linesWithoutRate: summed(({ plain, linesWithRate }) => plain.lines - linesWithRate),
    linesWithoutReceiptDays: summed(({ linesWithoutDays }) => linesWithoutDays),
    linesWithoutQuantities: summed(({ linesWithoutQuantities }) => linesWithoutQuantities),
    linesWithoutRejects: summed(({ linesWithoutRejects }) => linesWithoutRejects),
  }
}

type Standing = { scored: Scored | undefined; heldGrade: BoardRow['heldGrade']; trend: readonly (number | null)[] }
type StandingOf = (supplierId: Id | null, index: number) => Standing

const nobody: StandingOf = () => ({ scored: undefined, heldGrade: null, trend: [] })

/** Scores among all of the board; the grade that holds and the trend are of the periods kept. */
function standingOf(
  db: ReadDb,
  question: FullQuestion,
  entries: readonly { subject: BoardSubject; measured: Measured }[],
): StandingOf {
  const judged = judgedScores(db, question.asOf)
  const contenders = entries.map(({ subject: { supplierId, kind }, measured }) => ({
    measured,
    judged: (dimension: JudgedDimension) => (supplierId === null ? null : judged(supplierId, dimension)),
    isRanked: supplierId !== null && kind !== 'own',
  }))
  const scored = scoreAll(contenders, question)
  const grades = heldGrades(db)
  const trends = keptTrends(db)
  return (supplierId, index) => ({
    scored: scored[index],
    heldGrade: supplierId === null ? null : (grades.get(supplierId)?.grade ?? null),
    trend: supplierId === null ? [] : (trends.get(supplierId) ?? []),
  })
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
      cancelled: {
        orders: lost.length,
        withReceipts: lost.filter(({ hasReceipts }) => hasReceipts).length,
        followed: lost.filter(({ isHistory }) => !isHistory).length,
      },
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

type RowParts = Standing & { measured: Measured; spendMinor: number; cases: number; bought: number }

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
