// A book on a network, from two machines: each works on its own copy, and both come together there.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { lockBook } from '#main/db/lock.ts'
import { type TestMachine, testCompany, testMachine } from '#tests/support/test-keeper.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-network-'))
afterAll(() => {
  delete process.env.QUAYSIDE_NETWORK_FOLDERS
  rmSync(root, { recursive: true, force: true })
})

let round = 0
let network = ''
let file = ''
const machines: TestMachine[] = []
beforeEach(() => {
  round += 1
  network = join(root, String(round), 'server')
  file = join(network, 'book.quay')
  mkdirSync(network, { recursive: true })
  process.env.QUAYSIDE_NETWORK_FOLDERS = network
  return async () => {
    for (const { keeper } of machines.splice(0)) await keeper.close()
  }
})

function machine(name: string): TestMachine {
  const made = testMachine(join(root, String(round), name))
  machines.push(made)
  return made
}

async function madeBy(name: string): Promise<TestMachine> {
  const made = machine(name)
  await made.keeper.open(file, testCompany)
  await made.keeper.bringTogether()
  return made
}

/** What the file on the network holds. */
function skusThere(): string[] {
  const there = new Sqlite(file, { readonly: true })
  const rows = there.prepare('SELECT sku FROM products ORDER BY sku').all() as { sku: string }[]
  there.close()
  return rows.map(({ sku }) => sku)
}

test('is worked on as a copy here, and is one file there', { timeout: 60_000 }, async () => {
  const mei = await madeBy('mei')
  expect(mei.keeper.held()).toMatchObject({ path: file, state: { place: 'network', fileName: 'book.quay' } })
  expect(mei.keeper.held()?.file.startsWith(mei.data)).toBe(true)
  await mei.add('MEI-1')
  expect(skusThere()).toEqual([])
  await mei.keeper.close()
  expect(skusThere()).toEqual(['MEI-1'])
  expect(readdirSync(network)).toEqual(['book.quay'])
})

test('what both wrote comes together on both sides, also while both have it open', { timeout: 60_000 }, async () => {
  const mei = await madeBy('mei')
  const li = machine('li')
  await li.keeper.open(file, null)
  await li.keeper.bringTogether()
  await mei.add('MEI-1')
  await li.call({ id: 0, kind: 'mutation', path: 'people.add', input: { name: 'Li' } }).then(async (reply) => {
    if (reply.ok) await li.call({ id: 0, kind: 'mutation', path: 'people.choose', input: reply.data })
  })
  expect(await li.add('LI-1')).toMatchObject({ ok: true })
  await mei.keeper.bringTogether()
  await li.keeper.bringTogether()
  expect(li.keeper.held()?.state.network).toMatchObject({ isReachable: true, problem: null })
  expect(li.keeper.held()?.state.network?.cameIn).toBeGreaterThan(0)
  expect(await li.skus()).toEqual(['LI-1', 'MEI-1'])
  await mei.keeper.bringTogether()
  expect(await mei.skus()).toEqual(['LI-1', 'MEI-1'])
  expect(skusThere()).toEqual(['LI-1', 'MEI-1'])
})

test('the work goes on without the network, and is brought there when it is back', { timeout: 60_000 }, async () => {
  const mei = await madeBy('mei')
  await mei.keeper.close()
  renameSync(network, `${network}-away`)
  await mei.keeper.open(file, null)
  expect(await mei.add('ALONE')).toMatchObject({ ok: true })
  await mei.keeper.bringTogether()
  expect(mei.keeper.held()?.state.network).toMatchObject({ isReachable: false, problem: 'network/unreachable' })
  await mei.keeper.close()
  expect(existsSync(network)).toBe(false)
  renameSync(`${network}-away`, network)
  await mei.keeper.open(file, null)
  await mei.keeper.bringTogether()
  expect(skusThere()).toEqual(['ALONE'])
})

test('a program that works on the file itself is left alone, and ours wait here', { timeout: 60_000 }, async () => {
  const mei = await madeBy('mei')
  await mei.add('WAITS')
  const lock = lockBook(file)
  await mei.keeper.bringTogether()
  expect(mei.keeper.held()?.state.network).toMatchObject({ problem: 'book/in-use' })
  expect(skusThere()).toEqual([])
  lock.release()
  await mei.keeper.bringTogether()
  expect(skusThere()).toEqual(['WAITS'])
})

/** Begins to bring the book together, and does work once the state that will be put there is fixed. */
async function whilePublishing(one: TestMachine, work: () => Promise<unknown>): Promise<{ round: Promise<void> }> {
  const round = one.keeper.bringTogether()
  const snapshot = `${one.keeper.held()?.file}.snapshot`
  while (!existsSync(snapshot)) await new Promise((resolve) => setImmediate(resolve))
  await work()
  return { round }
}

test('what is written while the book is put there is put there by the next round', { timeout: 60_000 }, async () => {
  const mei = await madeBy('mei')
  await mei.add('ONE')
  const { round: first } = await whilePublishing(mei, () => mei.add('TWO'))
  await first
  await mei.keeper.bringTogether()
  expect(skusThere()).toEqual(['ONE', 'TWO'])
})

test('closing waits for a round of its own: one that is under way may lack the last write', {
  timeout: 60_000,
}, async () => {
  const mei = await madeBy('mei')
  await mei.add('ONE')
  await whilePublishing(mei, () => mei.add('TWO'))
  await mei.keeper.close()
  expect(skusThere()).toEqual(['ONE', 'TWO'])
})

/** As on a network that counts time by two seconds: the file there looks as it did when we last saw it. */
function makeItLookUnchanged(one: TestMachine): void {
  const { size, mtimeMs } = statSync(file)
  const notes = readdirSync(join(one.data, 'network'), { recursive: true, encoding: 'utf8' })
  const note = join(one.data, 'network', notes.find((name) => name.endsWith('together.json')) ?? '')
  writeFileSync(note, JSON.stringify({ ...JSON.parse(readFileSync(note, 'utf8')), there: `${size} ${mtimeMs}` }))
}

test('work that only the file there holds is never overwritten, however unchanged it looks', {
  timeout: 60_000,
}, async () => {
  const mei = await madeBy('mei')
  const li = machine('li')
  await li.keeper.open(file, null)
  await li.call({ id: 0, kind: 'mutation', path: 'people.add', input: { name: 'Li' } }).then(async (reply) => {
    if (reply.ok) await li.call({ id: 0, kind: 'mutation', path: 'people.choose', input: reply.data })
  })
  expect(await li.add('LI-1')).toMatchObject({ ok: true })
  await li.keeper.close()
  expect(skusThere()).toEqual(['LI-1'])
  makeItLookUnchanged(mei)
  await mei.add('MEI-1')
  await mei.keeper.bringTogether()
  expect(skusThere()).toEqual(['LI-1', 'MEI-1'])
  expect(await mei.skus()).toEqual(['LI-1', 'MEI-1'])
})

test('where nothing can be written there, the book is read as a private copy', { timeout: 60_000 }, async () => {
  const mei = await madeBy('mei')
  await mei.add('THERE')
  await mei.keeper.close()
  // No lock can be made there, as on a share that is mounted for reading.
  mkdirSync(`${file}-lock`)
  const li = machine('li')
  await li.keeper.open(file, null)
  expect(li.keeper.held()?.state).toMatchObject({
    place: 'network',
    network: null,
    access: { mode: 'read', reason: 'read-only' },
  })
  expect(await li.skus()).toEqual(['THERE'])
  expect(await li.add('X')).toMatchObject({ ok: false, error: { code: 'book/read-only' } })
  const copy = li.keeper.held()?.file ?? ''
  expect(copy.startsWith(li.data)).toBe(true)
  await li.keeper.close()
  expect(existsSync(copy)).toBe(false)
  expect(readdirSync(network).sort()).toEqual(['book.quay', 'book.quay-lock'])
})
