// A book damaged in a random but repeatable way, and what became of it: opened, refused in words, rescued.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenBook, openBook } from '#main/db/book.ts'
import { isDamage } from '#main/db/damage.ts'
import type { Connection } from '#main/db/database.ts'
import { plainColumns } from '#main/db/log-triggers.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { followedTables } from '#main/db/table-list.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { rescueBook } from '#main/services/rescue/rescue-book.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { english } from '#shared/i18n/english.ts'

const pageSize = 4096
const now = Date.UTC(2026, 10, 22) as Instant

export type Damage = { kind: string; file: Buffer; wal: Buffer | null }

/** One hurt to a healthy book: a few flipped bytes in header, pages or WAL, a wiped page, an end cut off. */
export function damaged(file: Buffer, wal: Buffer | null, random: () => number): Damage {
  const pick = (limit: number) => Math.floor(random() * limit)
  const hurt = Buffer.from(file)
  const hurtWal = wal && Buffer.from(wal)
  const flip = (bytes: Buffer, from: number, to: number) => {
    for (let count = 1 + pick(4); count > 0; count -= 1) {
      const at = from + pick(to - from)
      bytes[at] = (bytes[at] ?? 0) ^ (1 + pick(255))
    }
  }
  const done = (kind: string, cut?: Buffer): Damage => ({ kind, file: cut ?? hurt, wal: hurtWal })
  switch (pick(hurtWal ? 8 : 6)) {
    case 0:
      flip(hurt, 0, 100)
      return done('header')
    case 1:
      flip(hurt, 100, 8 * pageSize)
      return done('first pages')
    case 2:
    case 3:
      flip(hurt, pageSize, hurt.length)
      return done('pages')
    case 4: {
      const page = pick(hurt.length / pageSize)
      hurt.fill(random() < 0.5 ? 0 : 0xff, page * pageSize, (page + 1) * pageSize)
      return done('page')
    }
    case 5:
      return done('cut', hurt.subarray(0, pick(hurt.length)))
    case 6:
      flip(hurtWal as Buffer, 0, (hurtWal as Buffer).length)
      return done('wal')
    default:
      return { kind: 'wal cut', file: hurt, wal: (hurtWal as Buffer).subarray(0, pick((hurtWal as Buffer).length)) }
  }
}

export type Contents = ReadonlyMap<string, string>

/** Every row that the log follows, by table and id. */
export function contentsOf(connection: Connection): Contents {
  const rows = new Map<string, string>()
  for (const table of [...followedTables, 'operations', 'changes']) {
    const columns = plainColumns(connection, table).map(({ name }) => `quote("${name}")`)
    const select = `SELECT id, ${columns.join(" || ',' || ")} AS text FROM "${table}"`
    for (const { id, text } of connection.prepare(select).all() as { id: number; text: string }[])
      rows.set(`${table} ${id}`, text)
  }
  return rows
}

export type Outcome = {
  kind: string
  opened: 'sound' | 'problems' | 'refused'
  /** Of a book that opened and checked clean: rows that are not as they were. */
  unseen: string[]
  rescued: 'whole' | 'partly' | 'not' | 'not tried'
  /** Of a rescued book that checks clean: rows that are not as they were. */
  unseenAfterRescue: string[]
}

/** Opens, checks and rescues; anything but an answer in words is thrown. `states` are what the book held at its commits. */
export async function outcomeOf(folder: string, damage: Damage, states: readonly Contents[]): Promise<Outcome> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'hurt.quay')
  writeFileSync(file, damage.file)
  if (damage.wal) writeFileSync(`${file}-wal`, damage.wal)
  const twin = join(folder, 'twin.quay')
  copyFileSync(file, twin)
  if (damage.wal) copyFileSync(`${file}-wal`, `${twin}-wal`)
  const looked = await look(file, states)
  const before = readFileSync(twin)
  const rescued = looked.opened === 'sound' ? 'not tried' : await rescueTwin(twin, join(folder, 'saved.quay'))
  if (!before.equals(readFileSync(twin))) throw new Error('the damaged file was written to')
  const after = rescued === 'whole' || rescued === 'partly' ? await look(join(folder, 'saved.quay'), states) : null
  if (after?.opened === 'refused') throw new Error('a rescued book does not open')
  return { kind: damage.kind, ...looked, rescued, unseenAfterRescue: after?.opened === 'sound' ? after.unseen : [] }
}

async function look(file: string, states: readonly Contents[]): Promise<Pick<Outcome, 'opened' | 'unseen'>> {
  let book: OpenBook
  try {
    book = await openBook(file, { memory: transientMemory(), clock: () => now })
  } catch (error) {
    expectWords(error)
    return { opened: 'refused', unseen: [] }
  }
  try {
    if (!read(book.connection, checkBook).ok) return { opened: 'problems', unseen: [] }
    return { opened: 'sound', unseen: differing(contentsOf(book.connection), states) }
  } catch (error) {
    expectDamage(error)
    return { opened: 'problems', unseen: [] }
  } finally {
    closeHurt(book)
  }
}

/** A damaged book may fail to be folded into one file: said by SQLite, and its lock is let go all the same. */
function closeHurt(book: OpenBook): void {
  try {
    book.close()
  } catch (error) {
    expectDamage(error)
    book.connection.close()
  }
}

function expectDamage(error: unknown): void {
  if (!isDamage(error)) throw error
}

async function rescueTwin(twin: string, target: string): Promise<Outcome['rescued']> {
  try {
    return (await rescueBook({ file: twin, target, baseCurrency: 'USD' }, now)).isWhole ? 'whole' : 'partly'
  } catch (error) {
    expectWords(error)
    return 'not'
  }
}

function expectWords(error: unknown): void {
  if (error instanceof AppError && error.code in english.errors) return
  throw error
}

/** Against the state that is nearest: a book whose last writes were cut off is an earlier one. */
function differing(contents: Contents, states: readonly Contents[]): string[] {
  const of = (state: Contents) => [
    ...[...contents].filter(([key, text]) => state.get(key) !== text).map(([key]) => key),
    ...[...state.keys()].filter((key) => !contents.has(key)).map((key) => `${key} gone`),
  ]
  return states.map(of).sort((left, right) => left.length - right.length)[0] ?? []
}
