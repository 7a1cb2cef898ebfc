// Two copies of one book as files, made as people make them: by copying the file. Each has a machine and a clock of its own.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type OpenBook, openBook } from '#main/db/book.ts'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { directCaller } from '#main/host/direct-caller.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { MergeChoices, MergeResult } from '#shared/schemas/merge.ts'
import { mergeChoices } from '#shared/schemas/merge.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

export type CopiedBook = {
  book: OpenBook
  person: Id
  /** The copy's clock; tests move it on. */
  at: { now: Instant }
  caller: ReturnType<typeof directCaller>
  write<Result>(work: (tx: WriteTx) => Result, name?: string): Result
  read<Result>(work: (db: ReadDb) => Result): Result
}

export type TwoCopies = { mei: CopiedBook; li: CopiedBook; folder: string }

/** Mei's book, filled, and the copy of it that Li got; each then writes under their own name. */
export async function twoCopies(fill: (tx: WriteTx) => void = () => {}): Promise<TwoCopies> {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-copies-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const files = { mei: join(folder, 'mei.quay'), li: join(folder, 'li.quay') }
  const first = testBook({ file: files.mei })
  const mei = first.write((tx) => addPerson(tx, { name: 'Mei' }), 'people.add')
  const li = first.write((tx) => addPerson(tx, { name: 'Li' }), 'people.add')
  first.write(fill, 'test.fill')
  first.close()
  copyFileSync(files.mei, files.li)
  return {
    mei: await copiedBook(files.mei, mei, folder),
    li: await copiedBook(files.li, li, folder),
    folder,
  }
}

export async function copiedBook(file: string, person: Id, folder: string): Promise<CopiedBook> {
  const at = { now: (testNow + 60_000) as Instant }
  const book = await openBook(file, { memory: transientMemory(), clock: () => at.now, afterWork })
  onTestFinished(() => book.close())
  return {
    book,
    person,
    at,
    caller: directCaller(book, { shelfFolder: folder, personId: person }),
    write: (work, name = 'test.write') => {
      at.now = (at.now + 1000) as Instant
      return book.writer.write(name, person, work).result
    },
    read: (work) => read(book.connection, work, book.clock),
  }
}

/** What the other copy would bring. */
export function lookAt(ours: CopiedBook, theirs: CopiedBook) {
  return ours.caller.inner.merge.look({ file: theirs.book.file, fileName: 'li.quay', jobId: 'look' })
}

/** Looks and brings in at once. */
export async function bringIn(
  ours: CopiedBook,
  theirs: CopiedBook,
  choices: Partial<MergeChoices> = {},
): Promise<MergeResult> {
  const { look } = await lookAt(ours, theirs)
  const plan = await ours.caller.inner.merge.plan({ look, choices: mergeChoices.parse(choices) })
  const result = await ours.caller.inner.merge.run({ ...plan, backupName: 'before.quay', jobId: 'run' })
  await ours.caller.inner.merge.forget({ look })
  return result
}
