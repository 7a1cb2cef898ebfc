// What a verb is, and what all verbs share: places, the clock, a book opened and closed again.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type BookSettings, type OpenBook, openBook } from '#main/db/book.ts'
import { fileMemory, type MachineMemory } from '#main/db/machine-memory.ts'
import { readBook } from '#main/db/read-book.ts'
import { type CliPerson, cliPerson } from '#main/host/cli/cli-person.ts'
import { keepErasedOf } from '#main/host/cli/keep-erased.ts'
import { type Places, usualPlaces } from '#main/host/places.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

export type CliVerb = {
  usage: string
  /** Gives the exit code: 0 when all went well. */
  run(args: string[]): Promise<number>
}

export const clock = () => Date.now() as Instant

/** A path as the user typed it: relative to where they stand, also under npm. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

export type CliBook = { book: OpenBook; memory: MachineMemory; places: Places; person: CliPerson }

type OpenForVerb = {
  path: string
  /** What `--person` says. */
  person?: string | undefined
  /** The verb only reads: a book that another program has open serves as well. */
  isReading?: boolean
}

/** Opens a book for one verb and closes it again, whatever happens. */
export async function withBook<Result>(
  { path, person, isReading = false }: OpenForVerb,
  work: (open: CliBook) => Promise<Result> | Result,
): Promise<Result> {
  const { places, settings } = cliPlaces()
  const book = await openFor(userPath(path), settings, isReading)
  try {
    const { memory } = settings
    const result = await work({ book, memory, places, person: cliPerson(book, memory, person) })
    if (!isReading) keepErasedOf(book, places)
    return result
  } finally {
    book.close()
    fileShelf(places.shelf).clear()
  }
}

async function openFor(file: string, settings: BookSettings, isReading: boolean): Promise<OpenBook> {
  try {
    return await openBook(file, settings)
  } catch (error) {
    const isElsewhere = error instanceof AppError && ['book/in-use', 'book/no-lock'].includes(error.code)
    if (!isReading || !isElsewhere) throw error
    return readBook(file, settings.clock)
  }
}

export function cliPlaces(): { places: Places; settings: BookSettings } {
  const places = usualPlaces()
  const memoryFolder = join(places.data, 'books')
  mkdirSync(memoryFolder, { recursive: true })
  return { places, settings: { memory: fileMemory(memoryFolder), clock, afterWork, afterUpgrade } }
}

/** parseArgs with our own error. */
export function parsed<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new AppError('cli/usage', { usage, reason: error instanceof Error ? error.message : '' })
  }
}

export function printJson(content: unknown): void {
  process.stdout.write(`${JSON.stringify(content, null, 2)}\n`)
}
