import { expect, test } from 'vitest'
import {
  companyToForm,
  newAccount,
  newNumber,
  readCompanyForm,
} from '#renderer/features/company/company-form-values.ts'
import { type CompanyProfile, companyInput } from '#shared/schemas/book.ts'

const profile: CompanyProfile = {
  ...companyInput.parse({ companyName: 'Harbour', companyNameZh: '港湾', country: 'CN', baseCurrency: 'USD' }),
  numbers: [{ id: 7, kind: 'vat', country: 'DE', number: 'DE123456789', note: '' }],
  bankAccounts: [
    {
      id: 9,
      label: 'USD',
      beneficiary: 'Harbour',
      bankName: 'Bank',
      bankAddress: '',
      accountNumber: '1',
      swift: '',
      bankCode: '',
      currency: 'USD',
      note: '',
    },
  ],
  logoId: 3,
  stampId: null,
}

test('what was read comes back as it was, rows with their ids, pictures left out', () => {
  const read = readCompanyForm(companyToForm(profile))
  const { logoId: _logo, stampId: _stamp, ...input } = profile
  expect(read).toEqual({ ok: true, value: input })
})

test('new rows have no id; the company is the one paid', () => {
  const form = companyToForm(profile)
  const numbers = [...form.numbers, { ...newNumber('a', 'CN'), number: ' 12 ' }]
  const bankAccounts = [{ ...newAccount('b', 'Harbour'), accountNumber: '2' }]
  const read = readCompanyForm({ ...form, numbers, bankAccounts })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.value.numbers?.map(({ id, number }) => [id, number])).toEqual([
    [7, 'DE123456789'],
    [undefined, '12'],
  ])
  expect(read.value.bankAccounts).toMatchObject([{ beneficiary: 'Harbour', accountNumber: '2', currency: '' }])
})

test('each problem stands at its field', () => {
  const form = companyToForm(profile)
  const read = readCompanyForm({
    ...form,
    companyName: ' ',
    workingDays: '',
    rateMaxAgeDays: 'x',
    numbers: [...form.numbers, newNumber('a', 'CN')],
    bankAccounts: [newAccount('b', 'Harbour')],
  })
  expect(read).toEqual({
    ok: false,
    problems: {
      companyName: 'required',
      workingDays: 'working_days',
      rateMaxAgeDays: 'decimal',
      'numbers.1.number': 'required',
      'bankAccounts.0.accountNumber': 'required',
    },
  })
})
