// Customers at the service over 200,000 of them: found as someone types, seen to be there already, and proposed as doubles.
import { join } from 'node:path'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { seededRandom } from '#main/domain/stats/random.ts'
import { alikeParties } from '#main/services/customers/alike-parties.ts'
import { customerDuplicates } from '#main/services/customers/duplicates.ts'
import { searchIndex } from '#main/services/search/search-index.ts'
import { findRecords } from '#main/services/search/search-queries.ts'
import { alikeInput } from '#shared/schemas/customers.ts'
import { searchInput } from '#shared/schemas/search.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { customersMade, makeCustomers, personName } from '#tests/bench/make-customers.ts'
import { measure, type Timing, timingOf } from '#tests/bench/measure.ts'

/** Letter by letter as people type: with accents and without, Chinese, pinyin, initials, digits of a phone. */
const typed = [
  ...['m', 'mu', 'mul', 'mull', 'müller', 'anna mu', 'Søren J', 'soren jensen', 'łuk', 'lukasz', 'o brien', 'obrien'],
  ...['重', '重庆', '银行', '厦门 乐器', 'cq', 'chong', 'chongqing', 'xm', 'guangzhou', 'hutao', 'changsha', 'ht'],
  ...['30', '301', '30123', '0301234', '+49 30 55', '104729', '5551', 'C1999', 'box77', 'mail12', 'trading 77', 'zz'],
]

export async function customerFigures(folder: string): Promise<Figure[]> {
  const file = join(folder, 'customers.quay')
  removeBook(file)
  makeCustomers(file)
  const connection = openReader(file)
  const index = searchIndex()
  const ask = <Result>(service: Parameters<typeof read<Result>>[1]) => read(connection, service)
  ask((db) => index.shelves(db).size)
  const random = seededRandom(11, 'typing')
  const searched = typed.flatMap((text) =>
    times(() => ask((db) => findRecords(db, index, searchInput.parse({ text, role: 'customer' })))),
  )
  const alike = Array.from({ length: 60 }, () => personName(random)).flatMap((name) => {
    const phones = [`030 ${random.between(1_000_000, 9_999_999)}`]
    const input = alikeInput.parse({ name: name.slice(0, random.between(3, name.length)), country: 'DE', phones })
    return times(() => ask((db) => alikeParties(db, index, input)))
  })
  const doubles = measure(
    () => {},
    () => ask((db) => customerDuplicates(db, { offset: 0, limit: 100 })),
    { runs: 3, limitMs: 60_000 },
  )
  connection.close()
  removeBook(file)
  const of = customersMade.toLocaleString('en')
  return [
    p95(`customers: found as someone types, among ${of}, p95`, timingOf(searched)),
    p95(`customers: who looks like the one being written, among ${of}, p95`, timingOf(alike)),
    figure(`customers: doubles among ${of}, all reasons`, doubles, { goal: { ms: 10_000 } }),
  ]
}

function p95(name: string, timing: Timing): Figure {
  const note = `median ${timing.medianMs.toFixed(1)} ms, longest ${timing.maxMs.toFixed(1)} ms`
  return figure(name, { ...timing, medianMs: timing.p95Ms }, { goal: { ms: 30 }, note })
}

/** The first is left out: it warms the code up. */
function times(work: () => unknown): number[] {
  return Array.from({ length: 4 }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  }).slice(1)
}
