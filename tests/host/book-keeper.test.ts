// Two programs over one book, as two keepers with settings of their own: who writes, who reads, and what happens to a file
// that is renamed, deleted, linked or lies where nothing can be written.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { booksServices } from '#main/host/books/book-services.ts'
import { placeTokens } from '#main/host/place-tokens.ts'
import { porter } from '#main/host/porter.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import type { Instant } from '#shared/dates.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { outFile } from '#tests/support/built-program.ts'
import { type TestMachine, testCompany, testMachine } from '#tests/support/test-keeper.ts'

// Programs are started and ended, each with threads of its own.
vi.setConfig({ testTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'quayside-keeper-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let round = 0
let folder = ''
let file = ''
const machines: TestMachine[] = []
beforeEach(() => {
  round += 1
  folder = join(root, String(round), 'books')
  file = join(folder, 'book.quay')
  mkdirSync(folder, { recursive: true })
  return async () => {
    for (const { keeper } of machines.splice(0)) await keeper.close()
  }
})

/** Programs of one machine share its settings folder. */
function program(data = 'settings'): TestMachine {
  const made = testMachine(join(root, String(round), data))
  machines.push(made)
  return made
}

const refused = (why: string) => ({ ok: false, error: { code: 'book/read-only', details: { why } } })
const accessOf = ({ keeper }: TestMachine) => keeper.held()?.state.access
const becomes = (one: TestMachine, access: object) =>
  expect.poll(() => accessOf(one), { timeout: 8000 }).toMatchObject(access)

describe('a second program', () => {
  test('reads, and writes once the first one has closed; what was half typed goes along', async () => {
    const [first, second] = [program(), program()]
    await first.keeper.open(file, testCompany)
    await second.keeper.open(file, null)
    expect(accessOf(second)).toEqual({ mode: 'read', reason: 'in-use', isFree: false })
    expect(await second.add('X')).toMatchObject(refused('in-use'))
    const owner = { form: 'product/new', window: 'w' }
    await dataOf(second.call, 'mutation', 'drafts.keep', { ...owner, content: 'half' })
    await first.add('FIRST')
    await expect.poll(() => second.skus(), { timeout: 5000 }).toEqual(['FIRST'])
    await first.keeper.close()
    await becomes(second, { isFree: true })
    await second.keeper.reopen('usual')
    expect(accessOf(second)).toEqual({ mode: 'write' })
    expect(await dataOf(second.call, 'query', 'drafts.get', owner)).toMatchObject({ content: 'half' })
    expect(await second.add('SECOND')).toMatchObject({ ok: true })
    await second.keeper.close()
    expect(readdirSync(folder)).toEqual(['book.quay'])
  })

  test('leaves one file, whoever of both closes last', async () => {
    const [first, second] = [program(), program()]
    await first.keeper.open(file, testCompany)
    await first.add('KEPT')
    await second.keeper.open(file, null)
    await first.keeper.close()
    await second.keeper.close()
    expect(readdirSync(folder)).toEqual(['book.quay'])
    await first.keeper.open(file, null)
    expect(await first.skus()).toEqual(['KEPT'])
  })

  test('takes over: the first one sees it, reads from then on, and loses nothing', async () => {
    const [first, second] = [program(), program()]
    await first.keeper.open(file, testCompany)
    await second.keeper.open(file, null)
    await second.keeper.reopen('take-over')
    expect(await second.add('TAKEN')).toMatchObject({ ok: true })
    await becomes(first, { mode: 'read', reason: 'in-use' })
    expect(await first.skus()).toEqual(['TAKEN'])
    expect(await first.add('LATE')).toMatchObject(refused('in-use'))
    // The lock goes over, too: a third program finds the book in use, and after the second it is free for the first.
    await second.keeper.close()
    await becomes(first, { isFree: true })
    await first.keeper.reopen('usual')
    expect(await first.add('BACK')).toMatchObject({ ok: true })
    await first.keeper.close()
    await expectWhole(file)
  })
})

async function expectWhole(path: string): Promise<void> {
  const book = await openBook(path, { memory: transientMemory(), clock: () => Date.now() as Instant })
  expect(read(book.connection, checkBook).problems).toEqual([])
  book.close()
}

describe('the same file by another path', () => {
  test('is the book that is open', async () => {
    const one = program()
    await one.keeper.open(file, testCompany)
    const link = join(folder, 'link.quay')
    symlinkSync(file, link)
    const hard = join(folder, 'hard.quay')
    linkSync(file, hard)
    const pool = one.keeper.held()?.pool
    for (const path of [link, hard, join(folder, '..', 'books', 'book.quay')]) {
      await one.keeper.open(path, null)
      expect(one.keeper.held()?.pool).toBe(pool)
    }
  })

  test('is locked for other programs by a link, and refused by a second name', async () => {
    const [first, second] = [program(), program()]
    await first.keeper.open(file, testCompany)
    await first.keeper.close()
    linkSync(file, join(folder, 'hard.quay'))
    symlinkSync(file, join(folder, 'link.quay'))
    await first.keeper.open(file, null)
    await second.keeper.open(join(folder, 'link.quay'), null)
    expect(accessOf(second)).toMatchObject({ mode: 'read', reason: 'in-use' })
    expect(second.keeper.held()?.path).toBe(file)
    const third = program()
    await expect(third.keeper.open(join(folder, 'hard.quay'), null)).rejects.toMatchObject({ code: 'book/other-name' })
  })
})

describe('a file that changes its name while it is open', () => {
  test('is not written to any more, and goes on under the new name', async () => {
    const one = program()
    await one.keeper.open(file, testCompany)
    await one.add('BEFORE')
    renameSync(file, join(folder, 'renamed.quay'))
    expect(await one.add('LOST?')).toMatchObject(refused('moved'))
    await becomes(one, { mode: 'read', reason: 'moved', movedTo: 'renamed.quay' })
    await one.keeper.follow()
    expect(one.keeper.held()?.state.fileName).toBe('renamed.quay')
    expect(await one.add('AFTER')).toMatchObject({ ok: true })
    expect(await one.skus()).toEqual(['AFTER', 'BEFORE'])
    await one.keeper.close()
    expect(readdirSync(folder)).toEqual(['renamed.quay'])
  })

  test('is written again once it is back', async () => {
    const one = program()
    await one.keeper.open(file, testCompany)
    const away = join(root, String(round), 'away.quay')
    renameSync(file, away)
    await becomes(one, { reason: 'moved', movedTo: null })
    renameSync(away, file)
    await becomes(one, { mode: 'write' })
    expect(await one.add('AGAIN')).toMatchObject({ ok: true })
  })

  test('is saved elsewhere where it was deleted: nothing is lost', async () => {
    const one = program()
    await one.keeper.open(file, testCompany)
    await one.add('SAVED')
    unlinkSync(file)
    await becomes(one, { reason: 'moved', movedTo: null })
    const { books, tokens } = services(one)
    await books.saveCopy({ target: tokens.tokenOf(join(folder, 'rescued.quay')), workThere: true })
    expect(one.keeper.held()?.state.fileName).toBe('rescued.quay')
    expect(await one.skus()).toEqual(['SAVED'])
    expect(await one.add('ON')).toMatchObject({ ok: true })
    await one.keeper.close()
    await expectWhole(join(folder, 'rescued.quay'))
  })
})

function services({ keeper, settings, data, events }: TestMachine) {
  const tokens = placeTokens()
  const workerFile = pathToFileURL(outFile('main/worker.js'))
  const shelf = join(data, 'shelf')
  const carrier = porter({ memoryFolder: data, shelfFolder: shelf, onEvent: (event) => events.push(event), workerFile })
  return { tokens, books: booksServices({ keeper, settings, tokens, porter: carrier }) }
}

test('a copy is saved beside the book; both go apart from there and can be worked on at once', async () => {
  const [first, second] = [program(), program()]
  await first.keeper.open(file, testCompany)
  await first.add('BOTH')
  const { books, tokens } = services(first)
  const copy = join(folder, 'copy.quay')
  expect(await books.saveCopy({ target: tokens.tokenOf(copy), workThere: false })).toBe(null)
  await second.keeper.open(copy, null)
  await second.add('COPY-1')
  await first.add('FIRST-1')
  await second.add('COPY-2')
  const replicas = await Promise.all(
    [first, second].map(async ({ keeper }) => {
      const held = keeper.held()
      return held?.pool.call(envelope('query', 'history.ofRecord', { entity: 'product', id: 1 })).then(() => held.file)
    }),
  )
  expect(replicas).toEqual([file, copy])
  await first.keeper.close()
  await second.keeper.close()
  const numbers = await Promise.all([file, copy].map(operationsOf))
  // The same number and sequence never stands for two different operations.
  const [ours, theirs] = numbers
  for (const [key, hash] of ours ?? []) if (theirs?.has(key)) expect(theirs.get(key)).toBe(hash)
  expect(ours?.size).toBeLessThan(new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])]).size)
})

async function operationsOf(path: string): Promise<Map<string, string>> {
  const book = await openBook(path, { memory: transientMemory(), clock: () => Date.now() as Instant })
  const rows = book.connection.prepare('SELECT replica, sequence, hash FROM operations').all() as {
    replica: number
    sequence: number
    hash: string
  }[]
  book.close()
  return new Map(rows.map(({ replica, sequence, hash }) => [`${replica} ${sequence}`, hash]))
}

describe('books opened before', () => {
  test('are found where they are now, by what is in them', async () => {
    const one = program()
    const { books, tokens } = services(one)
    await one.keeper.open(file, testCompany)
    await one.keeper.close()
    const other = join(folder, 'other.quay')
    await one.keeper.open(other, { ...testCompany, companyName: 'Another' })
    await one.keeper.close()
    const moved = join(root, String(round), 'moved.quay')
    renameSync(file, moved)
    const token = tokens.tokenOf(file)
    await expect(books.found({ token, at: tokens.tokenOf(other), anyway: false })).rejects.toMatchObject({
      code: 'book/other-book',
      details: { companyName: 'Another' },
    })
    expect(one.keeper.held()).toBe(null)
    await books.found({ token, at: tokens.tokenOf(moved), anyway: false })
    expect(one.settings.read().recent.map(({ path }) => path)).toEqual([moved, other])
    books.pin(tokens.tokenOf(other), true)
    books.forget(tokens.tokenOf(moved))
    expect(one.settings.read().recent).toMatchObject([{ path: other, isPinned: true }])
  })
})

test('second versions beside the book are noticed, others are not', async () => {
  const one = program()
  const { books, tokens } = services(one)
  await one.keeper.open(file, testCompany)
  const copy = (name: string) => books.saveCopy({ target: tokens.tokenOf(join(folder, name)), workThere: false })
  await copy('book (Mei’s conflicted copy 2026-11-22).quay')
  await copy('book.sync-conflict-20261122-101500-ABCDEFG.quay')
  await copy('bookkeeping.quay')
  const stranger = program('elsewhere')
  await stranger.keeper.open(join(folder, 'book (1).quay'), { ...testCompany, companyName: 'Stranger' })
  await stranger.keeper.close()
  expect((await books.conflictCopies()).map(({ name }) => name).sort()).toEqual([
    'book (Mei’s conflicted copy 2026-11-22).quay',
    'book.sync-conflict-20261122-101500-ABCDEFG.quay',
  ])
})

describe('a small disk of its own', () => {
  const place = join(root, 'disk')
  const mount = (...options: string[]) => spawnSync('mount', [...options, place]).status === 0
  const umount = () => spawnSync('umount', [place])
  const canMount = (() => {
    mkdirSync(place, { recursive: true })
    const isDone = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=6m', 'tmpfs')
    if (isDone) umount()
    return isDone
  })()
  afterAll(() => void umount())

  test.skipIf(!canMount)(
    'full: said, nothing lost, and written again once there is room (skipped: no right to mount)',
    async () => {
      expect(mount('-t', 'tmpfs', '-o', 'size=6m', 'tmpfs')).toBe(true)
      const one = program()
      const path = join(place, 'book.quay')
      await one.keeper.open(path, testCompany)
      await one.add('SAVED')
      spawnSync('dd', ['if=/dev/zero', `of=${join(place, 'filler')}`, 'bs=4096'])
      const replies = []
      for (let index = 0; index < 40; index += 1) replies.push(await one.add(`FULL-${index}`))
      const failed = replies.filter((reply) => !reply.ok)
      expect(failed.length).toBeGreaterThan(0)
      for (const reply of failed) expect(reply).toMatchObject({ error: { code: 'book/disk-full' } })
      const kept = replies.flatMap((reply, index) => (reply.ok ? [`FULL-${index}`] : []))
      rmSync(join(place, 'filler'))
      expect(await one.add('ROOM')).toMatchObject({ ok: true })
      expect((await one.skus()).sort()).toEqual(['SAVED', 'ROOM', ...kept].sort())
      await one.keeper.close()
      await expectWhole(path)
      umount()
    },
  )

  test.skipIf(!canMount)(
    'that becomes read-only: said, read on; opened again it is a private copy (skipped: no right to mount)',
    async () => {
      expect(mount('-t', 'tmpfs', '-o', 'size=12m', 'tmpfs')).toBe(true)
      const [one, two] = [program(), program()]
      const path = join(place, 'book.quay')
      await one.keeper.open(path, testCompany)
      await one.add('SAVED')
      await one.keeper.close()
      expect(mount('-o', 'remount,ro')).toBe(true)
      await two.keeper.open(path, null)
      expect(accessOf(two)).toEqual({ mode: 'read', reason: 'read-only' })
      expect(await two.skus()).toEqual(['SAVED'])
      expect(await two.add('X')).toMatchObject(refused('read-only'))
      const copy = two.keeper.held()?.file ?? ''
      expect(copy.startsWith(two.data)).toBe(true)
      await two.keeper.close()
      expect(existsSync(copy)).toBe(false)
      umount()
    },
  )
})

test('a killed program loses nothing that was acknowledged, is told of, and one file is left', async () => {
  const { startHttpHost } = await import('#tests/support/test-host.ts')
  const host = await startHttpHost({ folder: join(root, String(round)), newBook: true })
  for (const sku of ['A', 'B', 'C']) await dataOf((sent) => host.call(sent), 'mutation', 'products.add', { sku })
  const ended = new Promise((resolve) => host.child.once('exit', resolve))
  host.child.kill('SIGKILL')
  await ended
  const home = join(root, String(round), 'home')
  const path = join(home, 'Test Trading.quay')
  expect(readdirSync(home)).toContain('Test Trading.quay-wal')
  const one = program()
  await one.keeper.open(path, null)
  expect(one.keeper.held()?.state.wasCutOff).toBe(true)
  expect(await one.skus()).toEqual(['A', 'B', 'C'])
  await one.keeper.close()
  expect(
    readdirSync(home).filter((name) => name.startsWith('Test Trading.quay-') && !name.endsWith('-backups')),
  ).toEqual([])
  await one.keeper.open(path, null)
  expect(one.keeper.held()?.state.wasCutOff).toBe(false)
})
