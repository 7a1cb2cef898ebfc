import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { operationHeads } from '#main/services/history/log-entries.ts'
import { addPerson, editPerson, setPeopleArchived } from '#main/services/people/people-commands.ts'
import { getPerson, listPeople, peopleNamed, workingPerson } from '#main/services/people/people-queries.ts'
import { personInput } from '#shared/schemas/people.ts'
import { testBook } from '#tests/support/test-book.ts'

test('an empty book has nobody', () => {
  const book = testBook()
  expect(book.read((db) => listPeople(db))).toEqual([])
  expect(book.read((db) => workingPerson(db, null))).toBeNull()
  expect(book.read((db) => workingPerson(db, 12))).toBeNull()
  expect(() => book.read((db) => getPerson(db, 12))).toThrow('people/not-found')
})

test('a person is added, changed, archived and brought back; lists are by name', () => {
  const book = testBook()
  const mei = book.write((tx) => addPerson(tx, { name: ' Mei Lin ', nameZh: '林梅', email: 'mei@example.com' }))
  const bo = book.write((tx) => addPerson(tx, { name: 'bo' }))
  book.write((tx) => editPerson(tx, bo, personInput.parse({ name: 'Bo Chen', title: 'Buyer', phone: '+86 1' })))
  expect(book.read((db) => listPeople(db))).toEqual([
    { id: bo, name: 'Bo Chen', nameZh: '', title: 'Buyer', email: '', phone: '+86 1', archived: false },
    { id: mei, name: 'Mei Lin', nameZh: '林梅', title: '', email: 'mei@example.com', phone: '', archived: false },
  ])
  book.write((tx) => setPeopleArchived(tx, [bo], true))
  expect(book.read((db) => listPeople(db)).map((person) => person.id)).toEqual([mei])
  expect(book.read((db) => listPeople(db, { archived: true })).map((person) => person.id)).toEqual([bo])
  expect(book.read((db) => workingPerson(db, bo))).toBeNull()
  expect(book.read((db) => workingPerson(db, mei)?.nameZh)).toBe('林梅')
  book.write((tx) => setPeopleArchived(tx, [bo], false))
  expect(book.read((db) => workingPerson(db, bo)?.title)).toBe('Buyer')
  expect(book.read(checkBook).problems).toEqual([])
})

test('two people are told apart by name, in whatever letter case and width, archived ones too', () => {
  const book = testBook()
  const mei = book.write((tx) => addPerson(tx, { name: 'Mei', nameZh: '梅' }))
  expect(() => book.write((tx) => addPerson(tx, { name: 'MEI' }))).toThrow('people/name-taken')
  expect(() => book.write((tx) => addPerson(tx, { name: 'Ｍｅｉ' }))).toThrow('people/name-taken')
  expect(() => book.write((tx) => addPerson(tx, { name: '梅' }))).toThrow('people/name-taken')
  book.write((tx) => setPeopleArchived(tx, [mei], true))
  expect(() => book.write((tx) => addPerson(tx, { name: 'mei' }))).toThrow('people/name-archived')
  expect(book.read((db) => peopleNamed(db, ' mei '))).toMatchObject([{ id: mei, archived: true }])
  // A person's own name is no other's.
  book.write((tx) => editPerson(tx, mei, personInput.parse({ name: 'mei' })))
  expect(() => book.write((tx) => addPerson(tx, { name: '  ' }))).toThrow()
})

test('archiving is all or nothing', () => {
  const book = testBook()
  const mei = book.write((tx) => addPerson(tx, { name: 'Mei' }))
  expect(() => book.write((tx) => setPeopleArchived(tx, [mei, 99], true))).toThrow('people/not-found')
  expect(book.read((db) => getPerson(db, mei).archived)).toBe(false)
})

test('who is nobody yet signs by adding themselves; who is somebody stays it', () => {
  const book = testBook()
  const first = book.writer.write('people.add', null, (tx) => addPerson(tx, { name: 'Mei' }))
  const second = book.writer.write('people.add', first.result, (tx) => addPerson(tx, { name: 'Bo' }))
  const heads = book.read((db) => operationHeads(db, [first.operationId ?? 0, second.operationId ?? 0]))
  expect(heads.map((head) => head.person)).toEqual(['Mei', 'Mei'])
})
