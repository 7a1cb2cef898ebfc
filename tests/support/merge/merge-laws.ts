// What must hold of any copies of a book, whatever happened to them: every law throws with what broke it.
import { followedTables, tableList } from '#main/db/table-list.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { type BookCopy, machine, mergeCopy, openCopy, sharedState } from '#tests/support/book-copies.ts'
import type { Dice } from '#tests/support/merge/dice.ts'
import type { PlayedHistory } from '#tests/support/merge/random-history.ts'

/** A broken law, by its name. */
export class BrokenLaw extends Error {
  readonly law: string

  constructor(law: string, what: string) {
    super(`${law}: ${what}`)
    this.law = law
  }
}

function demand(isKept: boolean, law: string, what: () => string): void {
  if (!isKept) throw new BrokenLaw(law, what())
}

/** Merges the copies in several orders and trees, and holds the outcome against all laws. Gives two of the outcomes. */
export function holdLaws(history: PlayedHistory): { merged: BookCopy; otherwise: BookCopy } {
  const files = history.copies.map((copy) => copy.file())
  for (const copy of history.copies) expectSound(copy)
  const merged = fold(files)
  const state = sharedState(merged)
  expectSound(merged)
  expectNothingLost(history.copies, merged)
  expectErased(history, merged)
  for (const file of files) demand(mergeCopy(merged, file).operations === 0, 'idempotent', () => 'something came again')
  demand(isSame(state, sharedState(merged)), 'idempotent', () => difference(state, sharedState(merged)))
  const otherwise = fold([...files].reverse())
  for (const other of [otherwise, fold(shuffled(files, history.dice)), tree(files, history.dice)]) {
    demand(isSame(state, sharedState(other)), 'any order', () => difference(state, sharedState(other)))
    if (other !== otherwise) other.close()
  }
  expectGoesOn(openCopy(merged.file(), machine()))
  return { merged, otherwise }
}

function opened(file: Buffer): BookCopy {
  return openCopy(file, machine())
}

/** The first takes in all others, one after another. */
function fold([first, ...others]: readonly Buffer[]): BookCopy {
  if (!first) throw new RangeError('No copies')
  const merged = opened(first)
  for (const other of others) mergeCopy(merged, other)
  return merged
}

/** Neighbours merge into pairs, pairs into fours, in a random order; either side may be the one that takes in. */
function tree(files: readonly Buffer[], dice: Dice): BookCopy {
  const rest = shuffled(files, dice).map(opened)
  while (rest.length > 1) {
    const [left, right] = [rest.shift(), rest.splice(dice.below(rest.length), 1)[0]]
    if (!left || !right) break
    mergeCopy(left, right)
    right.close()
    rest.push(left)
  }
  return rest[0] ?? fold(files)
}

function shuffled<Item>(items: readonly Item[], dice: Dice): Item[] {
  const keyed = items.map((item) => ({ item, key: dice.below(1e9) }))
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item)
}

type State = Record<string, string>

function isSame(left: State, right: State): boolean {
  return Object.keys(left).every((table) => left[table] === right[table])
}

function difference(left: State, right: State): string {
  const table = Object.keys(left).find((name) => left[name] !== right[name]) ?? ''
  const rows = (state: State) => (JSON.parse(state[table] ?? '[]') as unknown[]).map((row) => JSON.stringify(row))
  const [one, other] = [rows(left), rows(right)]
  const only = (some: string[], others: string[]) =>
    some
      .filter((row) => !others.includes(row))
      .slice(0, 3)
      .join('\n  ')
  return `${table}\n  ${only(one, other)}\n  against\n  ${only(other, one)}`
}

/** References, digests and chains, ids, the log's triggers, and everything derived. */
function expectSound(merged: BookCopy): void {
  const { problems } = merged.read((db) => checkBook(db))
  demand(problems.length === 0, lawOf(problems[0]?.code ?? ''), () => JSON.stringify(problems.slice(0, 5)))
}

function lawOf(code: string): string {
  if (code.startsWith('log-')) return code === 'log-not-erased' ? 'erased' : 'chains'
  return code === 'reference' || code === 'file' ? code : 'derived'
}

const unchanging = [
  'operations',
  ...followedTables.filter((table) => ['ledger', 'content'].includes(tableList[table]?.kind ?? '')),
]

function expectNothingLost(copies: readonly BookCopy[], merged: BookCopy): void {
  for (const table of followedTables.concat('operations')) {
    const ids = ({ connection }: BookCopy) => connection.prepare(`SELECT id FROM ${table}`).pluck().all() as number[]
    const kept = new Set(ids(merged))
    const lost = copies.flatMap(ids).filter((id) => !kept.has(id))
    const law = unchanging.includes(table) ? 'nothing lost' : 'no row lost'
    demand(lost.length === 0, law, () => `${table} ${lost.slice(0, 5)}`)
  }
}

function expectErased({ erased }: PlayedHistory, merged: BookCopy): void {
  for (const [table, text] of Object.entries(sharedState(merged))) {
    const back = [...erased].filter((word) => word !== '' && text.includes(word))
    demand(back.length === 0, 'erased', () => `${table} ${back.join(', ')}`)
  }
}

/** The next operation comes after all that came in, names the heads, and leaves a sound book. Closes it. */
function expectGoesOn(merged: BookCopy): void {
  const before = merged.connection.prepare('SELECT max(clock) FROM operations').pluck().get() as number
  const { operationId } = merged.writeNamed('test.after', (tx) => tx.insert('products', { sku: 'after' }))
  const made = merged.connection.prepare('SELECT clock FROM operations WHERE id = ?').pluck().get(operationId) as number
  demand(made > before, 'clock', () => `${made} after ${before}`)
  const { problems } = merged.read((db) => checkBook(db))
  demand(problems.length === 0, 'goes on', () => JSON.stringify(problems.slice(0, 5)))
  merged.close()
}
