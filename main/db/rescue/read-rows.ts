// All rows of a table that can still be read: forward until a page fails, backward until one fails, then the gap between
// halved and tried again from its middle, as long as that finds anything. Rows come by the table's own tree; no index is asked.
import type { Connection } from '#main/db/database.ts'

export type Row = Record<string, unknown>

/** Ids between which rows may have been lost; null stands for no end. */
export type Gap = { after: number | null; before: number | null }

export type ReadRows = { rows: number; gaps: Gap[] }

/** So many attempts within one table: enough for hundreds of broken pages, few enough to come to an end. */
const attempts = 4000

type Walk = { last: number | null; isWhole: boolean }

/** Gives each row once to `take`; what lies in the gaps could not be read. `columns` are read besides the rowid. */
export function readRows(
  connection: Connection,
  { table, columns }: { table: string; columns: readonly string[] },
  take: (row: Row) => void,
): ReadRows {
  let rows = 0
  const select = `SELECT rowid AS "__rowid", ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}" NOT INDEXED`
  const walk = (gap: Gap, isBackward: boolean): Walk => {
    let last: number | null = null
    try {
      const statement = connection.prepare(
        `${select} WHERE rowid > ? AND rowid < ? ORDER BY rowid ${isBackward ? 'DESC' : 'ASC'}`,
      )
      for (const row of statement.safeIntegers(true).iterate(low(gap), high(gap)) as Iterable<Row>) {
        const id = Number(row.__rowid)
        // A broken page may point anywhere, also back to where we were.
        const isBeside = last !== null && (isBackward ? id >= last : id <= last)
        if (isBeside || id <= low(gap) || id >= high(gap)) return { last, isWhole: false }
        rows += 1
        last = id
        take(row)
      }
      return { last, isWhole: true }
    } catch (error) {
      if (!isUnreadable(error)) throw error
      return { last, isWhole: false }
    }
  }
  const open: Gap[] = [{ after: null, before: null }]
  const gaps: Gap[] = []
  for (let count = 0; open.length > 0; count += 1) {
    const gap = open.shift() as Gap
    if (count >= attempts) {
      gaps.push(gap, ...open)
      break
    }
    const forward = walk(gap, false)
    if (forward.isWhole) continue
    const after = forward.last ?? gap.after
    const backward = walk({ after, before: gap.before }, true)
    if (backward.isWhole) continue
    const rest = { after, before: backward.last ?? gap.before }
    const middle = Math.floor((low(rest) + high(rest)) / 2)
    const isNarrow = high(rest) - low(rest) <= 2
    if (isNarrow) gaps.push(rest)
    else open.push({ after: rest.after, before: middle + 1 }, { after: middle, before: rest.before })
  }
  return { rows, gaps: joined(gaps) }
}

const low = ({ after }: Gap) => after ?? -1
const high = ({ before }: Gap) => before ?? Number.MAX_SAFE_INTEGER

function joined(gaps: readonly Gap[]): Gap[] {
  const sorted = [...gaps].sort((left, right) => low(left) - low(right))
  const all: Gap[] = []
  for (const gap of sorted) {
    const last = all.at(-1)
    if (last && low(gap) < high(last)) last.before = high(gap) > high(last) ? gap.before : last.before
    else all.push({ ...gap })
  }
  return all
}

/** Whether a table, or what was read of it, is broken; anything else is a fault of ours. */
export function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR|FORMAT|TOOBIG|NOMEM|RANGE)/.test(code)
}

/** The same for a table that is kept in the order of its key instead of a number: from both ends to where a page fails. */
export function readKeyedRows(
  connection: Connection,
  { table, columns, key }: { table: string; columns: readonly string[]; key: readonly string[] },
  take: (row: Row) => void,
): ReadRows {
  const seen = new Set<string>()
  let isWhole = true
  const names = columns.map((name) => `"${name}"`).join(', ')
  for (const order of ['ASC', 'DESC']) {
    if (order === 'DESC' && isWhole) break
    isWhole = false
    try {
      const sorted = key.map((name) => `"${name}" ${order}`).join(', ')
      const statement = connection.prepare(`SELECT ${names} FROM "${table}" ORDER BY ${sorted}`).safeIntegers(true)
      for (const row of statement.iterate() as Iterable<Row>) {
        const own = key.map((name) => String(row[name])).join('\n')
        if (seen.has(own)) break
        seen.add(own)
        take(row)
      }
      isWhole = true
    } catch (error) {
      if (!isUnreadable(error)) throw error
    }
    if (order === 'DESC') isWhole = false
  }
  return { rows: seen.size, gaps: isWhole ? [] : [{ after: null, before: null }] }
}
