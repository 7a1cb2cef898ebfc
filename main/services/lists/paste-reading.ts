// How the numbers and days of a pasted block are written: as the user says, else as most of them can be read.
import { readDay } from '#main/domain/import/cells/read-day.ts'
import { readMoney } from '#main/domain/import/cells/read-money.ts'
import type { CellList } from '#main/services/lists/cell-list.ts'
import type { PastedBlock } from '#main/services/lists/paste-columns.ts'
import { ownValue } from '#shared/own-value.ts'
import type { CellReading, PasteInput } from '#shared/schemas/cells.ts'

type FoundReading = { reading: CellReading; readsNumbers: boolean; readsDays: boolean }

export function readingOf(list: CellList, block: PastedBlock, chosen: PasteInput['reading']): FoundReading {
  const numbers = textsOf(list, block, 'decimal')
  const days = [...textsOf(list, block, 'dates'), ...dayKeys(block)]
  const decimal = leastRefused(['.', ','] as const, numbers, (text, mark) => 'expected' in readMoney(text, mark))
  const dates = leastRefused(['ymd', 'dmy', 'mdy'] as const, days, (text, order) => 'expected' in readDay(text, order))
  return {
    reading: { decimal: chosen.decimal ?? decimal, dates: chosen.dates ?? dates },
    readsNumbers: numbers.length > 0,
    readsDays: days.length > 0,
  }
}

function textsOf(list: CellList, { columns, rows }: PastedBlock, readsBy: 'decimal' | 'dates'): string[] {
  const at = columns.flatMap((column, index) =>
    column && ownValue(list.columns, column)?.readsBy === readsBy ? index : [],
  )
  return rows.flatMap((row) => at.map((index) => row[index] ?? '')).filter((text) => text.trim() !== '')
}

/** A day may be part of what a rate is found by. */
function dayKeys({ columns, rows }: PastedBlock): string[] {
  const at = columns.indexOf('on')
  return at < 0 ? [] : rows.map((row) => row[at] ?? '').filter((text) => text.trim() !== '')
}

/** The first of the ways under which the fewest texts make no sense. */
function leastRefused<Way>(
  ways: readonly [Way, ...Way[]],
  texts: readonly string[],
  fails: (text: string, way: Way) => boolean,
): Way {
  const counts = ways.map((way) => texts.filter((text) => fails(text, way)).length)
  return ways[counts.indexOf(Math.min(...counts))] ?? ways[0]
}
