// The program in browser mode through a working day, with every way to a network watched: only the loopback is opened.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { envelope } from '#tests/api/transport-cases.ts'
import { outFile } from '#tests/support/built-program.ts'
import { startHttpHost } from '#tests/support/test-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-network-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const notes = join(folder, 'notes')
const guard = pathToFileURL(fileURLToPath(new URL('network-guard.mjs', import.meta.url)))
const env = { NODE_OPTIONS: `--import ${guard}`, QUAYSIDE_TEST_NETWORK_NOTES: notes }

function noted(): string[] {
  return [...new Set(readFileSync(notes, 'utf8').trim().split('\n'))]
}

test('browser mode opens the loopback and nothing else', { timeout: 60_000 }, async () => {
  const host = await startHttpHost({ folder, env })
  const asked = [
    envelope('query', 'host.state'),
    envelope('mutation', 'host.openSample'),
    envelope('query', 'today.get', { today: '2026-11-22' }),
    envelope('query', 'search.find', { text: 'linen' }),
    envelope('mutation', 'products.add', { sku: 'NET-1' }),
    envelope('query', 'host.state'),
  ]
  const replies = []
  for (const call of asked) replies.push(await host.call(call))
  expect(await host.stop()).toBe(0)
  expect(replies.filter((reply) => reply.ok).length).toBeGreaterThanOrEqual(4)
  expect(noted().sort()).toEqual(['guarded', 'listens on the loopback'])
})

test('the command line opens nothing at all', { timeout: 60_000 }, () => {
  writeFileSync(notes, '')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [outFile('main/cli.js'), ...args], {
      env: { ...process.env, ...env, QUAYSIDE_DATA: join(folder, 'settings') },
      encoding: 'utf8',
    }).status
  const book = join(folder, 'cli.quay')
  expect([run('new', book, '--currency', 'USD', '--person', 'Mei'), run('check', book)]).toEqual([0, 0])
  expect(noted()).toEqual(['guarded'])
})

test('the watch has eyes: a try to connect is noted and stopped', () => {
  writeFileSync(notes, '')
  const tries = "import('node:http').then(({ get }) => get('http://192.0.2.1/')).catch(() => {})"
  spawnSync(process.execPath, ['-e', tries], { env: { ...process.env, ...env } })
  expect(noted().some((line) => /^(connect|dns)/.test(line))).toBe(true)
})
