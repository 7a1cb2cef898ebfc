// Two copies in memory that clash, and what is asked of every rule: found, mended, nothing wrong with the book, undone again.
import { expect } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { mendClashes } from '#main/services/clashes/clash-commands.ts'
import { clashCounts, listClashes } from '#main/services/clashes/clash-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import type { Instant } from '#shared/dates.ts'
import type { Clash, ClashMendingId, ClashRuleId, MendReport } from '#shared/schemas/clashes.ts'
import { type BookCopy, firstCopy, machine, mergeCopy, openCopy } from '#tests/support/book-copies.ts'
import { testNow } from '#tests/support/test-book.ts'

export type Pair = { mei: BookCopy; li: BookCopy }

/** Each write comes a second after the last, whichever copy it is in: the order of the calls is that of the clocks. */
export function pairOf(fill: (tx: WriteTx) => void = () => {}): Pair {
  let now = testNow
  const clock = () => {
    now = (now + 1000) as Instant
    return now
  }
  const mei = firstCopy(machine(clock))
  mei.write(fill)
  return { mei, li: openCopy(mei.file(), machine(clock)) }
}

/** Mei does something, then Li, who does not know of it; then Mei takes Li's copy in. */
export function merged(pair: Pair, byMei: (tx: WriteTx) => void, byLi: (tx: WriteTx) => void = byMei): BookCopy {
  pair.mei.write(byMei)
  pair.li.write(byLi)
  mergeCopy(pair.mei, pair.li)
  return pair.mei
}

export function clashesOf(copy: BookCopy, rule: ClashRuleId, state: 'open' | 'left' = 'open'): Clash[] {
  return copy.read((db) => listClashes(db, { rule, state, offset: 0, limit: 500 })).rows
}

export function rulesWithClashes(copy: BookCopy): ClashRuleId[] {
  return copy.read(clashCounts).map(({ rule }) => rule)
}

type Wish = { rule: ClashRuleId; mending: ClashMendingId; keep?: number; isTried?: false }

/** Mends all of a rule, then takes the mending back to see that all is as it was, then mends again. */
export function mendAll(copy: BookCopy, { rule, mending, keep, isTried }: Wish): MendReport {
  const before = clashesOf(copy, rule)
  const mend = () =>
    copy.writeNamed('clashes.mend', (tx) =>
      mendClashes(tx, { rule, mending, targets: { all: true }, ...(keep === undefined ? {} : { keep }) }),
    )
  // What is undone in a ledger is posted anew, and is the newest entry then.
  if (isTried === false) return mend().result
  const first = mend()
  expect(copy.read(checkBook).problems).toEqual([])
  if (first.operationId !== null) {
    const { operationId } = first
    copy.writeNamed('history.undo', (tx) => undoOperation(tx, operationId))
    expect(copy.read(checkBook).problems).toEqual([])
    // What was posted to a ledger is posted again, as other rows.
    const after = clashesOf(copy, rule)
    const isLedger = rule === 'stock/opening-twice' || rule === 'movements/reversed-twice'
    if (isLedger) expect(after.map(({ facts }) => facts)).toEqual(before.map(({ facts }) => facts))
    else expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  }
  const { result } = mend()
  expect(copy.read(checkBook).problems).toEqual([])
  return result
}
