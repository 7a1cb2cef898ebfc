// The command line as it is typed: exit codes, what is printed, and failures as sentences and as JSON.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCli } from '#main/host/cli/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  vi.stubEnv('INIT_CWD', folder)
  vi.stubEnv('QUAYSIDE_DATA', join(folder, 'data'))
  vi.stubEnv('LC_ALL', 'C')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function run(...args: string[]) {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await runCli(args)
  const printed = { code, out: out.mock.calls.join(''), err: err.mock.calls.join('') }
  vi.restoreAllMocks()
  return printed
}

const failure = (out: string) => JSON.parse(out).error

describe('a verb that there is none of', () => {
  test('is said, with those there are', async () => {
    const { code, out, err } = await run('dance')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('There is no “dance”')
    expect(err).toContain('check BOOK')
    expect((await run('toString')).code).toBe(2)
  })

  test('is JSON where that was asked for', async () => {
    const { code, out } = await run('dance', '--json')
    expect(code).toBe(2)
    expect(failure(out)).toMatchObject({ code: 'cli/unknown-verb', details: { verb: 'dance' } })
  })

  test('no verb at all shows the usage', async () => {
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('new BOOK')
  })
})

describe('new', () => {
  test.each([
    ['Germany', 'DE'],
    ['de', 'DE'],
    ['越南', 'VN'],
    ['', ''],
  ])('takes the country %s', async (country, code) => {
    const name = `country-${country || 'none'}.quay`
    expect(await run('new', name, '--currency', 'eur', '--country', country)).toMatchObject({ code: 0, err: '' })
    const { out } = await run('call', name, 'book.facts')
    expect(JSON.parse(out)).toMatchObject({ country: code, baseCurrency: 'EUR' })
  })

  test('refuses a country there is none of, and makes nothing', async () => {
    const { code, out } = await run('new', 'x.quay', '--currency', 'EUR', '--country', 'Narnia', '--json')
    expect(code).toBe(1)
    expect(failure(out)).toEqual({ code: 'book/unknown-country', details: { country: 'Narnia' } })
    expect(readdirSync(folder)).not.toContain('x.quay')
  })

  test('says that the folder is missing', async () => {
    const { code, out, err } = await run('new', 'nodir/x.quay', '--currency', 'EUR', '--json')
    expect(code).toBe(1)
    expect(failure(out)).toEqual({ code: 'book/no-folder', details: { folder: 'nodir' } })
    expect(err).toContain('There is no folder “nodir”')
    writeFileSync(join(folder, 'plain'), '')
    expect(failure((await run('new', 'plain/x.quay', '--currency', 'EUR', '--json')).out).code).toBe('book/no-folder')
  })
})

test('import says that a folder is one, and that a file is not there', async () => {
  await run('new', 'import.quay', '--currency', 'EUR')
  mkdirSync(join(folder, 'files'))
  const { code, out, err } = await run('import', 'import.quay', 'files', '--json')
  expect(code).toBe(1)
  expect(failure(out)).toEqual({ code: 'files/not-a-file', details: { name: 'files' } })
  expect(err).toContain('“files” is a folder')
  expect(failure((await run('import', 'import.quay', 'none.csv', '--json')).out).code).toBe('files/gone')
})
