// Any record by a few letters, whatever its kind; and what was opened lately.
import type { ReadDb } from '#main/db/database.ts'
import type { RecordShelf } from '#main/domain/search/record-shelf.ts'
import { type Reading, readQuery } from '#main/domain/search/search-query.ts'
import { type Answer, newestOf, type ShelfQuestion, searchShelf } from '#main/domain/search/search-shelf.ts'
import { roleColumns } from '#main/services/parties/party-columns.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recentRecords } from '#main/services/search/recent-records.ts'
import { hitsOf } from '#main/services/search/search-hits.ts'
import type { SearchIndex } from '#main/services/search/search-index.ts'
import type { PartyRole } from '#shared/schemas/parties.ts'
import { type RecordKind, type RecordRef, recordKinds } from '#shared/schemas/records.ts'
import type { SearchHit, SearchInput, SearchResult } from '#shared/schemas/search.ts'

/** Kinds in the order in which they stand where their closest records are equally close. */
const first: readonly RecordKind[] = ['order', 'purchase', 'product', 'party', 'task', 'paper', 'person', 'category']
const order: readonly RecordKind[] = [...first, ...recordKinds.filter((kind) => !first.includes(kind))]

type KindAnswers = { kind: RecordKind; answers: Answer[] }

/** A few of each kind. Without a text: what was opened lately, then what was touched last. */
export function findRecords(db: ReadDb, index: SearchIndex, input: SearchInput): SearchResult {
  const readings = readQuery(input.text)
  if (readings.length === 0 && input.text.trim() !== '') return { hits: [], more: [] }
  const shelves = index.shelves(db)
  const recent = Map.groupBy(recentRecords(db), ({ kind }) => kind)
  const kinds = order.filter((kind) => (input.kinds?.includes(kind) ?? true) && (!input.role || kind === 'party'))
  const found = kinds
    .map((kind): KindAnswers => {
      const ids = (recent.get(kind) ?? []).map(({ id }) => id)
      return { kind, answers: answersOf(shelves.get(kind), readings, { ...questionOf(input), recent: ids }) }
    })
    .filter(({ answers }) => answers.length > 0)
    .sort((left, right) => closest(left) - closest(right))
  const hits = found.flatMap(({ kind, answers }) => hitsOf(db, kind, idsOf(answers, input.limit), readings))
  return { hits, more: found.filter(({ answers }) => answers.length > input.limit).map(({ kind }) => kind) }
}

/** The records opened last on this machine, as hits without anything marked. */
export function recentHits(db: ReadDb, limit: number): SearchHit[] {
  const opened = recentRecords(db, limit)
  const key = ({ kind, id }: RecordRef) => `${kind} ${id}`
  const hits = [...Map.groupBy(opened, ({ kind }) => kind)].flatMap(([kind, refs]) =>
    hitsOf(
      db,
      kind,
      refs.map(({ id }) => id),
      [],
    ),
  )
  const byKey = new Map(hits.map((hit) => [key(hit), hit]))
  return opened.flatMap((ref) => byKey.get(key(ref)) ?? [])
}

type Question = Omit<ShelfQuestion, 'readings'>

function answersOf(shelf: RecordShelf | undefined, readings: Reading[], question: Question): Answer[] {
  if (!shelf || shelf.size() === 0) return []
  return readings.length === 0 ? newestOf(shelf, question) : searchShelf(shelf, { ...question, readings })
}

/** One more than asked for, to know whether there are more. */
function questionOf({ limit, role, archived }: SearchInput): Omit<Question, 'recent'> {
  return { limit: limit + 1, facets: role ? facetOf(role) : 0, withArchived: archived }
}

function facetOf(role: PartyRole): number {
  return 1 << (recordKindRules.party.search.facets ?? []).indexOf(roleColumns[role])
}

const closest = ({ answers }: KindAnswers) => answers[0]?.closeness ?? 0
const idsOf = (answers: readonly Answer[], limit: number) => answers.slice(0, limit).map(({ id }) => id)
