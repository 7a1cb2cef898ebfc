// The command line as it is typed: exit codes, what is printed, and failures as sentences and as JSON.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorSentence } from '#main/host/error-sentence.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import { run, typeIn } from '#tests/support/typed-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  typeIn(folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

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

describe('an input that does not fit', () => {
  test('says which field is wrong, and what belongs there', async () => {
    await run('new', 'input.quay', '--currency', 'EUR')
    const call = (input: string) => run('call', 'input.quay', 'products.add', input, '--json')
    const { code, out, err } = await call('{"sku":5,"kind":"bundle"}')
    expect(code).toBe(1)
    expect(failure(out).issues).toContainEqual({ path: 'sku', code: 'invalid_type', expected: 'string' })
    expect(err).toContain('sku: This value is missing or of the wrong kind. Expected: text.')
    expect(err).toMatch(/kind: Choose one of the given values\. Expected: single, .*kit/)
    expect(err).not.toMatch(/invalid_|[a-z]_type/)
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8')
    expect((await call('{"sku":5}')).err).toContain('sku：该值缺失或类型不对。 应为：文字。')
  })
})

test.each([
  ['SQLITE_FULL', 'book/disk-full', 'full'],
  ['SQLITE_READONLY', 'book/read-only', 'lets nobody write'],
  ['SQLITE_IOERR_FSYNC', 'book/cannot-write', 'the disk reported an error'],
])('what SQLite calls %s is said in words', (name, code, words) => {
  const failed = failureOf(Object.assign(new Error('trouble'), { code: name }), 'products.add')
  expect(failed.code).toBe(code)
  expect(errorSentence(failed)).toContain(words)
  expect(errorSentence(failed)).not.toContain('SQLITE')
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

test('import of a shop that no profile knows makes orders that can still be sent, past sales without --platform', async () => {
  await run('new', 'shop.quay', '--currency', 'EUR', '--person', 'Zoe')
  writeFileSync(
    join(folder, 'own.csv'),
    'Order no.,Order date,SKU,Qty,Unit price,Status\n1,2026-11-03,X-1,2,5.50,open\n',
  )
  const asked = ['--as', 'order-rows', '--make-missing', '--person', 'Zoe', '--json'] as const
  const taken = await run('import', 'shop.quay', 'own.csv', '--channel', 'own', '--platform', 'other', ...asked)
  expect(JSON.parse(taken.out).channels).toMatchObject([{ channel: 'own', orders: 1, history: 0 }])
  const past = await run('import', 'shop.quay', 'own.csv', '--channel', 'past', ...asked)
  expect(JSON.parse(past.out).channels).toEqual([])
  const unknown = await run('import', 'shop.quay', 'own.csv', '--platform', 'bazaar', ...asked)
  expect(failure(unknown.out)).toMatchObject({ code: 'cli/usage', details: { usage: '--platform' } })
})

describe('the person behind a command line', () => {
  const heads = async (book: string) => {
    const { out } = await run('call', book, 'people.list')
    return (JSON.parse(out) as { name: string }[]).map((person) => person.name)
  }
  const me = async (book: string) => JSON.parse((await run('call', book, 'people.me')).out)?.name ?? null
  /** As on a machine that never saw the book. */
  const elsewhere = (name: string) => vi.stubEnv('QUAYSIDE_DATA', join(folder, name))

  test('is the one given, who is added where the book does not know them', async () => {
    await run('new', 'given.quay', '--currency', 'EUR', '--person', 'Mei')
    expect([await heads('given.quay'), await me('given.quay')]).toEqual([['Mei'], 'Mei'])
    expect(await run('call', 'given.quay', 'products.add', '{"sku":"A"}', '--person', 'Bo')).toMatchObject({ code: 0 })
    expect([await heads('given.quay'), await me('given.quay')]).toEqual([['Bo', 'Mei'], 'Bo'])
    expect(await run('call', 'given.quay', 'products.add', '{"sku":"B"}', '--person', 'mei')).toMatchObject({ code: 0 })
    expect([await heads('given.quay'), await me('given.quay')]).toEqual([['Bo', 'Mei'], 'Mei'])
  })

  test('is nobody who was archived', async () => {
    await run('new', 'archived.quay', '--currency', 'EUR', '--name', 'Mei')
    const added = await run('call', 'archived.quay', 'people.add', '{"name":"Bo"}')
    const { id } = JSON.parse(added.out)
    await run('call', 'archived.quay', 'people.archive', JSON.stringify({ ids: [id] }))
    const { code, out } = await run('call', 'archived.quay', 'products.add', '{"sku":"A"}', '--person', 'Bo', '--json')
    expect([code, failure(out).code]).toEqual([1, 'people/archived'])
  })

  test('is nobody else in the place of one who has left: the next call says who it is for', async () => {
    await run('new', 'left.quay', '--currency', 'EUR', '--person', 'Mei')
    const { id } = JSON.parse((await run('call', 'left.quay', 'people.me')).out)
    await run('call', 'left.quay', 'people.add', '{"name":"Bo"}')
    await run('call', 'left.quay', 'people.archive', JSON.stringify({ ids: [id] }), '--person', 'Bo')
    // As on Mei's machine, which knows nothing of Bo's call.
    const { uid } = JSON.parse((await run('call', 'left.quay', 'book.facts')).out)
    writeFileSync(join(folder, 'data', 'books', `${uid}.person.json`), JSON.stringify({ personId: id }))
    const add = ['call', 'left.quay', 'products.add', '{"sku":"A"}'] as const
    const { code, out, err } = await run(...add)
    expect([code, failure(out).code]).toEqual([1, 'people/say-who'])
    expect(err).toContain('--person NAME')
    expect(await me('left.quay')).toBeNull()
    writeFileSync(join(folder, 'products.csv'), 'sku,name\nA,Mug\n')
    const imported = await run('import', 'left.quay', 'products.csv', '--as', 'products', '--json')
    expect([imported.code, failure(imported.out).code]).toEqual([1, 'people/say-who'])
    expect(await run(...add, '--person', 'Bo')).toMatchObject({ code: 0 })
    expect(await me('left.quay')).toBe('Bo')
  })

  test('is the only one of the book on a machine that does not know it', async () => {
    await run('new', 'only.quay', '--currency', 'EUR', '--person', 'Mei')
    elsewhere('other-1')
    expect(await run('call', 'only.quay', 'products.add', '{"sku":"A"}')).toMatchObject({ code: 0 })
    expect([await heads('only.quay'), await me('only.quay')]).toEqual([['Mei'], 'Mei'])
  })

  test('is the user of the system where several could be meant, and stays it', async () => {
    await run('new', 'several.quay', '--currency', 'EUR', '--person', 'Mei')
    await run('call', 'several.quay', 'people.add', '{"name":"Bo"}')
    elsewhere('other-2')
    expect(await me('several.quay')).toBeNull()
    for (const sku of ['A', 'B'])
      expect(await run('call', 'several.quay', 'products.add', JSON.stringify({ sku }))).toMatchObject({ code: 0 })
    const people = await heads('several.quay')
    expect(people).toHaveLength(3)
    expect(people.filter((name) => name !== 'Mei' && name !== 'Bo')).toEqual([await me('several.quay')])
  })

  test('is added by no question and by no dry run', async () => {
    await run('new', 'asked.quay', '--currency', 'EUR', '--person', 'Mei')
    await run('call', 'asked.quay', 'people.add', '{"name":"Bo"}')
    elsewhere('other-3')
    writeFileSync(join(folder, 'products.csv'), 'sku,name\nA,Mug\n')
    const dry = await run('import', 'asked.quay', 'products.csv', '--as', 'products', '--dry-run', '--person', 'Zoe')
    expect(dry).toMatchObject({ code: 0 })
    await run('call', 'asked.quay', 'products.list', '{}')
    expect(await heads('asked.quay')).toEqual(['Bo', 'Mei'])
    const real = await run('import', 'asked.quay', 'products.csv', '--as', 'products', '--person', 'Zoe')
    expect(real).toMatchObject({ code: 0 })
    expect([await heads('asked.quay'), await me('asked.quay')]).toEqual([['Bo', 'Mei', 'Zoe'], 'Zoe'])
  })
})
