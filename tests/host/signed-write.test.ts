// Every operation carries its person, whichever way it comes in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { directCaller } from '#main/host/direct-caller.ts'
import { signed } from '#main/host/signed-write.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'

const shelfFolder = mkdtempSync(join(tmpdir(), 'quayside-signed-'))
afterAll(() => rmSync(shelfFolder, { recursive: true, force: true }))

const people = (book: ReturnType<typeof testBook>) =>
  book.read((db) =>
    db.all('SELECT o.name, p.name AS person FROM operations o LEFT JOIN people p ON p.id = o.person_id ORDER BY o.id'),
  )

test('a write of nobody is refused and leaves nothing', async () => {
  const book = testBook()
  const call = directCaller(book, { shelfFolder })
  await expect(call.products.add({ sku: 'MUG' })).rejects.toThrow('people/unknown-person')
  expect(people(book)).toEqual([])
  expect((await call.products.list({})).total).toBe(0)
})

test('a change alone is refused too, and so is a write that only fails to say who it is', () => {
  const book = testBook()
  const person = testPerson(book)
  const rename = signed((tx) => tx.update('people', person, { title: 'Owner' }))
  expect(() => book.writer.write('people.edit', null, rename)).toThrow('people/unknown-person')
  book.writer.write('people.edit', person, rename)
  expect(people(book)).toEqual([
    { name: 'people.add', person: 'Mei' },
    { name: 'people.edit', person: 'Mei' },
  ])
})

test('what this copy remembers of its windows needs nobody', async () => {
  const book = testBook()
  const call = directCaller(book, { shelfFolder })
  await call.drafts.keep({ form: 'products/new', content: '{}' })
  await call.grid.keep({ list: 'products', state: '{}' })
  expect((await call.drafts.get({ form: 'products/new' }))?.content).toBe('{}')
  expect(people(book)).toEqual([])
})

test('the first person adds themselves, says so, and works from then on', async () => {
  const book = testBook()
  const kept: number[] = []
  const call = directCaller(book, { shelfFolder, keepPerson: (id) => kept.push(id) })
  expect(await call.people.me()).toBeNull()
  expect((await call.book.facts()).person).toBeNull()
  const { id } = await call.people.add({ name: 'Mei', nameZh: '梅' })
  await expect(call.products.add({ sku: 'MUG' })).rejects.toThrow('people/unknown-person')
  await call.people.choose({ id })
  await call.products.add({ sku: 'MUG' })
  expect(kept).toEqual([id])
  expect((await call.book.facts()).person).toEqual({ id, name: 'Mei', nameZh: '梅' })
  expect(people(book)).toEqual([
    { name: 'people.add', person: 'Mei' },
    { name: 'products.add', person: 'Mei' },
  ])
})

test('who is archived or was never there cannot be chosen', async () => {
  const book = testBook()
  const call = directCaller(book, { shelfFolder, personId: testPerson(book) })
  const { id } = await call.people.add({ name: 'Bo' })
  await call.people.archive({ ids: [id] })
  await expect(call.people.choose({ id })).rejects.toThrow('people/archived')
  await expect(call.people.choose({ id: 77 })).rejects.toThrow('people/not-found')
  expect((await call.people.me())?.name).toBe('Mei')
})
