// The commands as they are typed: what they print where, how they end.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureReady } from '../../scripts/build.mjs'

const bootstrap = fileURLToPath(new URL('../../scripts/bootstrap.mjs', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'quayside-commands-'))
const env = { ...process.env, QUAYSIDE_DATA: path.join(folder, 'settings'), HOME: folder, INIT_CWD: '' }

beforeAll(() => ensureReady(), 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function command(...words) {
  return spawnSync(process.execPath, [bootstrap, ...words], { cwd: folder, env, encoding: 'utf8' })
}

test('quayside prints nothing but what the verb says, and takes paths from the caller', () => {
  const { stdout, status } = command('quayside', 'new', 'made.quay', '--currency', 'USD', '--json')
  expect(status).toBe(0)
  expect(() => JSON.parse(stdout)).not.toThrow()
  expect(existsSync(path.join(folder, 'made.quay'))).toBe(true)
})

test("quayside hands the verb's exit code through", () => {
  const { status, stdout } = command('quayside', 'no-such-verb')
  expect(status).toBe(2)
  expect(stdout).toBe('')
})

test('an unknown command and unknown words are one sentence each', () => {
  expect(command('nonsense')).toMatchObject({ status: 2, stdout: '' })
  const { status, stderr } = command('start', '--nonsense')
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'])(
  'start prints the address, and %s ends it cleanly with nothing left running',
  async (signal) => {
    const child = started('--book', 'made.quay')
    const address = await firstAddress(child)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    child.kill(signal)
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
    expect(existsSync(path.join(folder, 'made.quay-wal'))).toBe(false)
  },
)

test.skipIf(process.platform === 'win32')('the host does not outlive a start that was killed', async () => {
  const child = started()
  const address = await firstAddress(child)
  child.kill('SIGKILL')
  await expect
    .poll(
      () =>
        fetch(address).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone')
})

function started(...words) {
  const all = [bootstrap, 'start', '--web', '--no-open', '--port', '0', ...words]
  const child = spawn(process.execPath, all, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

function firstAddress(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const [address] = /http:\/\/\S+/.exec(said) ?? []
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
}
