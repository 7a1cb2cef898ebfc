// The order of dates and the decimal mark, settled by cells that read one way only. Columns of one file are written by one
// program: what one column settles holds for those that leave it open, unless two columns disagree.
import type { DateOrder, DecimalMark } from './cells/cell-value.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { Question, Settled, UsedColumn } from './questions.ts'

type Evidence<A extends string> = {
  readonly header: string
  /** Cells for each answer that fit no other. */
  readonly votes: Readonly<Partial<Record<A, number>>>
  /** Cells that fit several answers. */
  readonly open: number
}

export function settleDateOrder(used: readonly UsedColumn[]): Settled {
  const columns = used
    .filter(({ field }) => field.type === 'day' || field.type === 'moment')
    .map(({ profile }) => profile)
  const evidence = columns.map((profile): Evidence<DateOrder> => {
    const { either, ...votes } = profile.orders
    return { header: profile.header, votes, open: either }
  })
  return settle(evidence, 'dateOrder', (asked) =>
    hintedOrder(columns.filter((column) => asked.includes(column.header))),
  )
}

/** Dots between numbers are written where the day comes first, AM and PM mostly where the month does. */
function hintedOrder(columns: readonly ColumnProfile[]): DateOrder | null {
  if (columns.some((column) => column.dottedDays > 0)) return 'dmy'
  return columns.some((column) => column.halfDayClocks > 0) ? 'mdy' : null
}

const numeric = new Set([
  'money',
  'told-money',
  'quantity',
  'integer',
  'percent',
  'rate',
  'weight',
  'told-weight',
  'length',
])

export function settleDecimal(used: readonly UsedColumn[], delimiter: string | undefined): Settled {
  const columns = used.filter(({ field }) => numeric.has(field.type)).map(({ profile }) => profile)
  const evidence = columns.map((profile): Evidence<DecimalMark> => {
    const { either, ...votes } = profile.marks
    return { header: profile.header, votes, open: either }
  })
  // Where the comma is the decimal mark, spreadsheets part the cells with semicolons.
  return settle(evidence, 'decimal', () => (delimiter === ';' ? ',' : '.'))
}

const answers = { dateOrder: ['dmy', 'mdy', 'ymd'], decimal: ['.', ','] } as const
type Key = keyof typeof answers

function settle<A extends string>(
  columns: readonly Evidence<A>[],
  key: Key,
  hint: (asked: readonly string[]) => string | null,
): Settled {
  const verdicts = columns.map((column) => ({
    column,
    votes: Object.entries<number | undefined>(column.votes).filter(hasVotes),
  }))
  const clear = verdicts.filter(({ votes }) => votes.length === 1)
  const settled = [...new Set(clear.map(({ votes }) => votes[0]?.[0] ?? ''))]
  const torn = verdicts.filter(({ votes }) => votes.length > 1)
  const open = verdicts.filter(({ column, votes }) => votes.length === 0 && column.open > 0)
  const asked = (settled.length === 1 ? torn : [...torn, ...open]).map(({ column }) => column.header)
  const byColumn = Object.fromEntries(clear.map(({ column, votes }) => [column.header, { [key]: votes[0]?.[0] }]))
  const guess = torn.length > 0 ? mostVotes(torn.flatMap(({ votes }) => votes)) : hint(asked)
  const question: Question | undefined =
    asked.length === 0 ? undefined : { key, columns: asked, options: answers[key], guess }
  if (settled.length === 1) return { file: { [key]: settled[0] }, question }
  return { byColumn, question }
}

function hasVotes(vote: [string, number | undefined]): boolean {
  return (vote[1] ?? 0) > 0
}

function mostVotes(votes: readonly [string, number | undefined][]): string | null {
  const sums = new Map<string, number>()
  for (const [answer, times] of votes) sums.set(answer, (sums.get(answer) ?? 0) + (times ?? 0))
  return [...sums].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null
}
