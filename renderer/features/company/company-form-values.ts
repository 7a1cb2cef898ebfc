// The company as its form holds it. Numbers and accounts carry a key of their own, so that rows keep their place on screen.
import { parseFields } from '#renderer/lib/field-problems.ts'
import { newFieldReader } from '#renderer/lib/typed-number.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import {
  type BankAccount,
  type CompanyInput,
  type CompanyNumber,
  type CompanyProfile,
  companyInput,
} from '#shared/schemas/book.ts'

export type NumberForm = Omit<CompanyNumber, 'id'> & { id?: number; key: string }
export type AccountForm = Omit<BankAccount, 'id'> & { id?: number; key: string }

export type CompanyForm = Omit<CompanyInput, 'numbers' | 'bankAccounts' | 'rateMaxAgeDays' | 'financialYearMonth'> & {
  numbers: NumberForm[]
  bankAccounts: AccountForm[]
  rateMaxAgeDays: string
  financialYearMonth: string
}

export function companyToForm({ logoId: _logo, stampId: _stamp, ...company }: CompanyProfile): CompanyForm {
  return {
    ...company,
    rateMaxAgeDays: String(company.rateMaxAgeDays),
    financialYearMonth: String(company.financialYearMonth),
    numbers: company.numbers.map((number) => ({ ...number, key: `kept-${number.id}` })),
    bankAccounts: company.bankAccounts.map((account) => ({ ...account, key: `kept-${account.id}` })),
  }
}

export function newNumber(key: string, country: string): NumberForm {
  return { key, kind: 'vat', country, number: '', note: '' }
}

/** An account to be paid to is usually the company's own. */
export function newAccount(key: string, beneficiary: string): AccountForm {
  const bank = { bankName: '', bankAddress: '', swift: '', bankCode: '' }
  return { key, label: '', beneficiary, accountNumber: '', currency: '', note: '', ...bank }
}

/** What travels, or a problem's code per field. */
export function readCompanyForm(form: CompanyForm): FormReading<CompanyInput> {
  const reader = newFieldReader()
  const rateMaxAgeDays = reader.needed('rateMaxAgeDays', form.rateMaxAgeDays, 'whole')
  const financialYearMonth = Number(form.financialYearMonth)
  const company = parseFields(companyInput, { ...form, rateMaxAgeDays, financialYearMonth })
  const problems = { ...(company.ok ? {} : company.problems), ...reader.problems }
  return company.ok && Object.keys(problems).length === 0 ? company : { ok: false, problems }
}
