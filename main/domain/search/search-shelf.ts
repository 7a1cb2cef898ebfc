// The best answers of one kind of record: exact codes first, then beginnings, then what only holds the text; the living
// before the archived, what was opened lately and what was touched last before the rest.
import type { Wanted } from './bit-table.ts'
import { codeRows, codeStartRows, nameStartRows, partRows, spellingRows, wordStartRows } from './grams.ts'
import {
  areWordStarts,
  type Closeness,
  closeness,
  closenessOf,
  isCodeStart,
  isExactCode,
  isNameStart,
  isPhrase,
  isSpelling,
  isWithin,
} from './match-record.ts'
import { byClock, type RecordShelf, type ShelfRecord } from './record-shelf.ts'
import type { Reading } from './search-query.ts'

export type Answer = { id: number; closeness: Closeness }

export type ShelfQuestion = {
  readings: readonly Reading[]
  limit: number
  facets: number
  /** Whether archived records are wanted as well, after the others. */
  withArchived: boolean
  /** Ids opened lately on this machine, the last one first. */
  recent: readonly number[]
}

type Ranked = Answer & { record: ShelfRecord; recent: number }

/** Nothing that was asked for: the records touched last. */
export function newestOf(shelf: RecordShelf, question: Omit<ShelfQuestion, 'readings'>): Answer[] {
  const found = new Map<number, Ranked>()
  const add = (record: ShelfRecord) => void found.set(record.id, ranked(record, closeness.none, question.recent))
  for (const id of question.recent) {
    const record = shelf.get(id)
    if (record && !record.archived && hasFacets(record, question.facets)) add(record)
  }
  shelf.visit({ wanted: [], archived: false, facets: question.facets }, (record) => {
    if (!found.has(record.id)) add(record)
    return found.size >= question.limit + question.recent.length
  })
  return best(found, question.limit)
}

export function searchShelf(shelf: RecordShelf, question: ShelfQuestion): Answer[] {
  const found = new Map<number, Ranked>()
  for (const id of question.recent) addRecent(shelf, id, question, found)
  const halves = question.withArchived ? [false, true] : [false]
  for (const archived of halves) gather(shelf, question, { found, stage: stages.exactCode, archived })
  for (const archived of halves) {
    for (const stage of laterStages) {
      if (found.size < question.limit + question.recent.length) gather(shelf, question, { found, stage, archived })
    }
  }
  return best(found, question.limit)
}

function addRecent(shelf: RecordShelf, id: number, question: ShelfQuestion, found: Map<number, Ranked>): void {
  const record = shelf.get(id)
  if (!record || !hasFacets(record, question.facets) || (record.archived && !question.withArchived)) return
  const close = closenessOf(record.text, question.readings)
  if (close !== closeness.none) found.set(id, ranked(record, close, question.recent))
}

type Stage = {
  /** Whether a record belongs to it; asked of many, so it looks at nothing else. */
  fits: (text: string, reading: Reading) => boolean
  wanted: (reading: Reading) => Wanted
}

/** A stage finds all that fits and was not found by the closer stages before it. */
const stages = {
  exactCode: { fits: isExactCode, wanted: ({ phrase }) => [[codeRows(phrase)]] },
  codeStart: { fits: isCodeStart, wanted: ({ phrase }) => [[codeStartRows(phrase)]] },
  nameStart: { fits: isNameStart, wanted: ({ phrase }) => [[nameStartRows(phrase)]] },
  wordStart: {
    fits: areWordStarts,
    wanted: ({ terms }) =>
      terms.map((term) => (isSpelling(term) ? [wordStartRows(term), spellingRows(term, true)] : [wordStartRows(term)])),
  },
  phrase: { fits: isPhrase, wanted: ({ terms }) => terms.map((term) => [partRows(term)]) },
  within: {
    fits: isWithin,
    wanted: ({ terms }) =>
      terms.map((term) =>
        isSpelling(term) ? [partRows(term), spellingRows(term, term.length === 1)] : [partRows(term)],
      ),
  },
} as const satisfies Record<string, Stage>

const laterStages: readonly Stage[] = [
  stages.codeStart,
  stages.nameStart,
  stages.wordStart,
  stages.phrase,
  stages.within,
]

/** Adds what a stage finds, the last touched first, until there is enough by each reading. */
function gather(
  shelf: RecordShelf,
  question: ShelfQuestion,
  { found, stage, archived }: { found: Map<number, Ranked>; stage: Stage; archived: boolean },
): void {
  const enough = question.limit + question.recent.length
  for (const reading of question.readings) {
    if (stage === stages.phrase && reading.terms.length === 1) continue
    let counted = 0
    shelf.visit({ wanted: stage.wanted(reading), archived, facets: question.facets }, (record) => {
      if (!stage.fits(record.text, reading) || found.has(record.id)) return false
      found.set(record.id, ranked(record, closenessOf(record.text, question.readings), question.recent))
      counted += 1
      return counted >= enough
    })
  }
}

function best(found: ReadonlyMap<number, Ranked>, limit: number): Answer[] {
  const sorted = [...found.values()].sort(byRank).slice(0, limit)
  return sorted.map(({ id, closeness }) => ({ id, closeness }))
}

function hasFacets(record: ShelfRecord, facets: number): boolean {
  return (record.facets & facets) === facets
}

function ranked(record: ShelfRecord, close: Closeness, recent: readonly number[]): Ranked {
  const place = recent.length === 0 ? -1 : recent.indexOf(record.id)
  return { id: record.id, closeness: close, record, recent: place < 0 ? recent.length : place }
}

function byRank(left: Ranked, right: Ranked): number {
  const isExact = (one: Ranked) => (one.closeness === closeness.exactCode ? 0 : 1)
  return (
    isExact(left) - isExact(right) ||
    Number(left.record.archived) - Number(right.record.archived) ||
    left.closeness - right.closeness ||
    left.recent - right.recent ||
    byClock(right.record, left.record)
  )
}
