// What is said of the book as a whole.
import type { Param, WriteTx } from '#main/db/database.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { applyAllRates } from '#main/services/rates/rate-commands.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CompanyInput } from '#shared/schemas/book.ts'

/**
 * Changes the company to what its form holds. The base currency is fixed once an order has an amount in it. Numbers and
 * bank accounts that are left out stay as they are; those not in a given list are taken out.
 */
export function saveCompany(tx: WriteTx, company: CompanyInput): void {
  const before = bookFacts(tx)
  const isOther = company.baseCurrency !== before.baseCurrency
  if (isOther && hasAmounts(tx)) {
    throw new AppError('book/base-currency-in-use', { currency: before.baseCurrency, field: 'baseCurrency' })
  }
  // Only orders without an amount are left by now; their rates were into the other currency.
  if (isOther) for (const table of ['sales_orders', 'purchase_orders']) forgetRates(tx, table)
  tx.update('books', 1, columnsOf(company))
  if (company.numbers) keepRows(tx, 'company_numbers', company.numbers.map(numberRow))
  if (company.bankAccounts) keepRows(tx, 'bank_accounts', company.bankAccounts.map(accountRow))
  if (isOther || company.rateMaxAgeDays !== before.rateMaxAgeDays) applyAllRates(tx)
  if (isOther) settleOrders(tx, 'all')
}

function hasAmounts(tx: WriteTx): boolean {
  return ['order_lines', 'purchase_lines'].some((table) =>
    tx.get(`SELECT 1 FROM ${table} WHERE base_minor IS NOT NULL LIMIT 1`),
  )
}

function forgetRates(tx: WriteTx, table: string): void {
  tx.run(`UPDATE ${table} SET rate = NULL, rate_on = NULL WHERE rate IS NOT NULL`)
}

function columnsOf(company: CompanyInput) {
  const { companyName, companyNameZh, country, street, city, region, postalCode } = company
  const { streetZh, cityZh, regionZh, phone, email, website } = company
  return {
    company_name: companyName,
    company_name_zh: companyNameZh,
    country,
    street,
    city,
    region,
    postal_code: postalCode,
    street_zh: streetZh,
    city_zh: cityZh,
    region_zh: regionZh,
    phone,
    email,
    website,
    base_currency: company.baseCurrency,
    time_zone: company.timeZone,
    rate_max_age_days: company.rateMaxAgeDays,
    financial_year_month: company.financialYearMonth,
    working_days: company.workingDays,
  }
}

type OwnRow = { id?: Id | undefined; values: Record<string, Param> }

function numberRow({ id, kind, country, number, note }: NonNullable<CompanyInput['numbers']>[number]): OwnRow {
  return { id, values: { kind, country, number, note } }
}

function accountRow({ id, ...account }: NonNullable<CompanyInput['bankAccounts']>[number]): OwnRow {
  const { label, beneficiary, bankName, bankAddress, accountNumber, swift, bankCode, currency, note } = account
  const bank = { bank_name: bankName, bank_address: bankAddress, bank_code: bankCode }
  return { id, values: { label, beneficiary, ...bank, account_number: accountNumber, swift, currency, note } }
}

/** Which rows of the table are the company's own; archived accounts are no part of its form. */
const ownRows = {
  company_numbers: 'SELECT id FROM live_company_numbers',
  bank_accounts: 'SELECT id FROM live_bank_accounts WHERE party_id IS NULL AND archived = 0',
} as const

/** Makes the company's rows those of the list, in its order: kept ones are changed in place, missing ones marked deleted. */
function keepRows(tx: WriteTx, table: keyof typeof ownRows, rows: readonly OwnRow[]): void {
  const before = new Set(tx.raw(ownRows[table]).map((row) => row[0] as Id))
  const kept = new Set(rows.flatMap((row) => row.id ?? []))
  for (const id of before) if (!kept.has(id)) tx.update(table, id, { deleted: 1 })
  rows.forEach(({ id, values }, index) => {
    const row = { ...values, position: index + 1 }
    if (id === undefined) tx.insert(table, row)
    else if (before.delete(id)) tx.update(table, id, row)
    else throw new AppError('book/company-row-not-found')
  })
}
