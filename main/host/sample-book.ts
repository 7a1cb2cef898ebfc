// The sample company's book: made and filled on first use, in the program's own folder, where it never meets real books.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { NewBook } from '#main/db/book.ts'
import type { BookKeeper } from '#main/host/book-keeper.ts'
import { sampleOwner } from '#main/services/sample/fill-company.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { BookState } from '#shared/schemas/host.ts'

const company: NewBook = {
  companyName: 'Harbour & Pine Trading',
  country: 'CN',
  baseCurrency: 'USD',
  timeZone: 'Asia/Shanghai',
  isSample: true,
  ownerName: sampleOwner,
}

/** `language`: whoever sees the company for the first time reads it in theirs. */
type SampleParts = { dataFolder: string; now: Instant; keeper: BookKeeper; language: Language }

export async function openSampleBook({ dataFolder, now, keeper, language }: SampleParts): Promise<BookState> {
  const folder = join(dataFolder, 'sample')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'sample.quay')
  const state = await keeper.open(file, existsSync(file) ? null : company)
  const today = dayOf(now, Intl.DateTimeFormat().resolvedOptions().timeZone)
  const input = { today, language }
  const reply = await keeper.held()?.pool.call({ id: 0, kind: 'mutation', path: 'sample.fill', input })
  // Not empty: it was filled before. An empty one was left behind by a program that ended in between.
  if (reply && !reply.ok && reply.error.code !== 'sample/not-empty')
    throw new AppError(reply.error.code, reply.error.details)
  return state
}
