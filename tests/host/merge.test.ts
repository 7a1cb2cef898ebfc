// Two copies brought together through the running program: looked at on its clerk, brought in behind a backup, undone.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { MergeConflict, MergeReport, MergeResult, PastMerge } from '#shared/schemas/merge.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
const running: TestHost[] = []
beforeEach(() => {
  folder = mkdtempSync(join(root, 'host-'))
})
afterEach(async () => {
  for (const host of running.splice(0)) await host.stop()
})

const homeOf = (name: string) => join(folder, name, 'home')
async function start(name: string, args: string[] = []): Promise<TestHost> {
  const host = await startHttpHost({ folder: join(folder, name), newBook: args.length === 0, args })
  running.push(host)
  return host
}

/** Mei's book with one product, and Li's copy of it; both changed the note since, Li later. */
async function copies(): Promise<{ mei: TestHost; token: string; product: number }> {
  const first = await start('mei')
  const { id: product } = await dataOf<{ id: number }>(first.call, 'mutation', 'products.add', { sku: 'A' })
  const { id: person } = await dataOf<{ id: number }>(first.call, 'mutation', 'people.add', { name: 'Li' })
  await first.stop()
  const book = join(homeOf('mei'), 'Test Trading.quay')
  const copy = join(homeOf('mei'), 'Li.quay')
  copyFileSync(book, copy)
  const mei = await start('mei', ['--book', book])
  const edit = (host: TestHost, note: string) =>
    dataOf(host.call, 'mutation', 'products.edit', { id: product, product: { sku: 'A', note } })
  await edit(mei, 'Mei wrote')
  const li = await start('li', ['--book', copy])
  await dataOf(li.call, 'mutation', 'people.choose', { id: person })
  await edit(li, 'Li wrote')
  await dataOf(li.call, 'mutation', 'products.add', { sku: 'B' })
  await li.stop()
  const view = await dataOf<{ files: { name: string; token: string }[] }>(mei.call, 'query', 'host.places.browse', {
    kinds: ['book'],
  })
  const token = view.files.find(({ name }) => name === 'Li.quay')?.token ?? ''
  return { mei, token, product }
}

const noteOf = async (host: TestHost, id: number) =>
  (await dataOf<{ note: string }>(host.call, 'query', 'products.get', { id })).note

test('looked at, chosen, brought in, undone; no more once something was written after it', {
  timeout: 60_000,
}, async () => {
  const { mei, token, product } = await copies()
  const report = await dataOf<MergeReport>(mei.call, 'mutation', 'host.merge.look', { file: token, jobId: 'look' })
  expect(report).toMatchObject({ fileName: 'Li.quay', changes: { theirs: 2 }, conflicts: 1 })
  const { look } = report
  const page = await dataOf<{ rows: MergeConflict[] }>(mei.call, 'query', 'host.merge.conflicts', { look })
  expect(page.rows[0]?.fields).toMatchObject([{ column: 'note', base: '', ours: 'Mei wrote', theirs: 'Li wrote' }])
  const result = await dataOf<MergeResult>(mei.call, 'mutation', 'host.merge.run', {
    look,
    choices: { all: 'ours' },
    jobId: 'run',
  })
  expect(result).toMatchObject({ changes: 2, conflicts: 1, chosen: 1 })
  expect(await noteOf(mei, product)).toBe('Mei wrote')
  expect(readdirSync(join(homeOf('mei'), 'Test Trading.quay-backups'))).toContain(result.backupName)
  const past = await dataOf<PastMerge[]>(mei.call, 'query', 'host.merge.past')
  expect(past).toMatchObject([{ id: result.id, standing: 'undoable', result: { chosen: 1 } }])
  await dataOf(mei.call, 'mutation', 'host.merge.undo', { id: result.id })
  const { total } = await dataOf<{ total: number }>(mei.call, 'query', 'products.list', {})
  expect(total).toBe(1)
  expect(await dataOf<PastMerge[]>(mei.call, 'query', 'host.merge.past')).toEqual([])
  await refusedOnceWorkFollows(mei, token)
})

async function refusedOnceWorkFollows(mei: TestHost, token: string): Promise<void> {
  const { look } = await dataOf<MergeReport>(mei.call, 'mutation', 'host.merge.look', { file: token, jobId: 'look' })
  const run = { look, choices: {}, jobId: 'run' }
  const { id } = await dataOf<MergeResult>(mei.call, 'mutation', 'host.merge.run', run)
  await dataOf(mei.call, 'mutation', 'products.add', { sku: 'C' })
  expect(await dataOf<PastMerge[]>(mei.call, 'query', 'host.merge.past')).toMatchObject([{ standing: 'later-work' }])
  const refused = await mei.call(envelope('mutation', 'host.merge.undo', { id }))
  expect(refused).toMatchObject({ ok: false, error: { code: 'merge/cannot-undo' } })
  // The look is gone with the merge.
  const again = await mei.call(envelope('query', 'host.merge.conflicts', { look }))
  expect(again).toMatchObject({ ok: false, error: { code: 'merge/look-again' } })
}
