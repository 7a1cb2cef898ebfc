// The company behind the book, as it travels: what stands at the head of its papers, and how the book counts.
import { z } from 'zod'
import {
  countryField,
  currencyField,
  idField,
  lineField,
  requiredLine,
  timeZoneField,
  workingDaysField,
} from '#shared/schemas/fields.ts'

/** What a number of the company is; the order is the one in which papers show them. */
export const companyNumberKinds = ['registration', 'tax', 'vat', 'eori', 'customs', 'export_licence', 'other'] as const
export type CompanyNumberKind = (typeof companyNumberKinds)[number]

const companyNumberInput = z.object({
  id: idField.optional(),
  kind: z.enum(companyNumberKinds),
  country: countryField,
  number: requiredLine(60),
  note: lineField(),
})
export type CompanyNumber = z.output<typeof companyNumberInput> & { id: number }

export const bankAccountInput = z.object({
  id: idField.optional(),
  label: lineField(100),
  beneficiary: lineField(),
  bankName: lineField(),
  bankAddress: lineField(500),
  /** An IBAN or what the bank calls an account number. */
  accountNumber: requiredLine(60),
  swift: lineField(20),
  /** CNAPS, routing number, sort code. */
  bankCode: lineField(40),
  currency: z.union([z.literal(''), currencyField]).default(''),
  note: lineField(),
})
export type BankAccount = z.output<typeof bankAccountInput> & { id: number }

export const companyInput = z.object({
  companyName: requiredLine(200),
  companyNameZh: lineField(200),
  country: countryField,
  street: lineField(500),
  city: lineField(),
  region: lineField(),
  postalCode: lineField(40),
  streetZh: lineField(500),
  cityZh: lineField(),
  regionZh: lineField(),
  phone: lineField(100),
  email: lineField(),
  website: lineField(500),
  /** Left out, they stay as they are. */
  numbers: z.array(companyNumberInput).max(50).optional(),
  bankAccounts: z.array(bankAccountInput).max(50).optional(),
  baseCurrency: currencyField,
  timeZone: timeZoneField,
  /** A rate older than this is used only when someone says so. */
  rateMaxAgeDays: z.number().int().min(0).max(3650).default(10),
  /** The month a financial year begins with. */
  financialYearMonth: z.number().int().min(1).max(12).default(1),
  workingDays: workingDaysField,
})

export type CompanyInput = z.output<typeof companyInput>

/** Pictures that papers carry. */
export const companyPictures = ['logo', 'stamp'] as const
/** The largest picture taken, in MB. */
export const companyPictureLimitMb = 5
export type CompanyPicture = (typeof companyPictures)[number]

/** The company as papers and screens show it. */
export type CompanyProfile = Omit<CompanyInput, 'numbers' | 'bankAccounts'> & {
  numbers: CompanyNumber[]
  bankAccounts: BankAccount[]
  /** Contents in `attachments`. */
  logoId: number | null
  stampId: number | null
}
