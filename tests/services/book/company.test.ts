// The company as its form saves it and as papers read it.
import { expect, test } from 'vitest'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { recordHistory } from '#main/services/history/record-history.ts'
import { companyInput } from '#shared/schemas/book.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const whole = companyInput.parse({
  companyName: 'Harbour Trading Co., Ltd.',
  companyNameZh: '港湾贸易有限公司',
  country: 'CN',
  street: '12 Quay Road',
  city: 'Ningbo',
  region: 'Zhejiang',
  postalCode: '315000',
  streetZh: '码头路12号',
  cityZh: '宁波市',
  regionZh: '浙江省',
  phone: '+86 574 1234567',
  email: 'sales@example.com',
  website: 'https://example.com',
  baseCurrency: 'USD',
  timeZone: 'Asia/Shanghai',
  rateMaxAgeDays: 7,
  financialYearMonth: 4,
  workingDays: '654321',
  numbers: [
    { kind: 'registration', country: 'CN', number: '91350100M000100Y43' },
    { kind: 'vat', country: 'DE', number: 'DE123456789', note: 'one-stop shop' },
  ],
  bankAccounts: [
    {
      label: 'USD',
      beneficiary: 'Harbour Trading',
      bankName: 'Bank',
      accountNumber: '1',
      swift: 'BKCHCNBJ',
      currency: 'USD',
    },
    { label: 'CNY', accountNumber: '2', bankCode: '104332', currency: 'CNY' },
  ],
})

const save = (book: TestBook, company: Partial<typeof whole>) =>
  book.write((tx) => saveCompany(tx, { ...whole, ...company }), 'book.saveCompany')
const profile = (book: TestBook) => book.read(companyProfile)

test('a new book knows its company by name; everything else is empty, and the week is the usual one', () => {
  expect(profile(testBook())).toEqual({
    ...companyInput.parse({ companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD' }),
    timeZone: 'UTC',
    numbers: [],
    bankAccounts: [],
    logoId: null,
    stampId: null,
  })
})

test('what the form holds is what papers read, numbers and accounts in its order', () => {
  const book = testBook()
  save(book, {})
  const read = profile(book)
  expect(read).toMatchObject({ ...whole, workingDays: '123456' })
  expect(read.bankAccounts.map(({ label, bankCode }) => [label, bankCode])).toEqual([
    ['USD', ''],
    ['CNY', '104332'],
  ])
  expect(book.read(checkBook).problems).toEqual([])
})

test('rows keep their id through changes of content and order; rows left out go; a list left out stays', () => {
  const book = testBook()
  save(book, {})
  const [registration, vat] = profile(book).numbers
  if (!registration || !vat) throw new Error('no numbers')
  save(book, { numbers: [{ ...vat, number: 'DE987654321' }, registration], bankAccounts: undefined })
  expect(profile(book).numbers).toEqual([{ ...vat, number: 'DE987654321' }, registration])
  expect(profile(book).bankAccounts).toHaveLength(2)
  save(book, { numbers: [registration], bankAccounts: [] })
  expect(profile(book)).toMatchObject({ numbers: [registration], bankAccounts: [] })
  expect(() => save(book, { numbers: [vat] })).toThrow('book/company-row-not-found')
  expect(book.read(checkBook).problems).toEqual([])
})

test('the accounts of parties are none of the company', () => {
  const book = testBook()
  const account = book.write((tx) => {
    const party = tx.insert('parties', { name: 'Supplier', is_supplier: 1 })
    return tx.insert('bank_accounts', { party_id: party, account_number: '77' })
  })
  save(book, { bankAccounts: [] })
  expect(book.read((db) => db.raw('SELECT deleted FROM bank_accounts WHERE id = ?', account))).toEqual([[0]])
  expect(profile(book).bankAccounts).toEqual([])
  const [own] = whole.bankAccounts ?? []
  if (!own) throw new Error('no account')
  expect(() => save(book, { bankAccounts: [{ ...own, id: account }] })).toThrow('book/company-row-not-found')
})

test('saving what is there already leaves no operation', () => {
  const book = testBook()
  save(book, {})
  const again = { ...whole, numbers: profile(book).numbers, bankAccounts: profile(book).bankAccounts }
  const { operationId } = book.writer.write('book.saveCompany', null, (tx) =>
    saveCompany(tx, { ...again, workingDays: '123456' }),
  )
  expect(operationId).toBeNull()
})

test('the history of the company tells of its numbers and accounts', () => {
  const book = testBook()
  save(book, {})
  const entries = book.read((db) => recordHistory(db, { entity: 'company', id: 1, limit: 20 }))
  expect(entries.map((entry) => entry.name)).toEqual(['book.saveCompany'])
  const changed = entries[0]?.changes.map((change) => `${change.table}.${change.column} ${change.after}`)
  expect(changed).toContain('books.company_name_zh 港湾贸易有限公司')
  expect(changed).toContain('company_numbers.number DE123456789')
  expect(changed).toContain('bank_accounts.bank_code 104332')
})

test.each([
  [{ workingDays: '' }, 'workingDays'],
  [{ workingDays: '128' }, 'workingDays'],
  [{ financialYearMonth: 13 }, 'financialYearMonth'],
  [{ companyName: ' ' }, 'companyName'],
  [{ numbers: [{ kind: 'vat', number: '' }] }, 'numbers.0.number'],
  [{ bankAccounts: [{ accountNumber: ' ' }] }, 'bankAccounts.0.accountNumber'],
  [{ bankAccounts: [{ accountNumber: '1', currency: 'XXQ' }] }, 'bankAccounts.0.currency'],
])('%o is refused at its field', (part, path) => {
  const parsed = companyInput.safeParse({ ...whole, ...part })
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
