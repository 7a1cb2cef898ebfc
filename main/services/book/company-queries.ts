// The company as its papers show it: names and addresses, numbers, bank accounts, how it counts.
import type { ReadDb } from '#main/db/database.ts'
import type { BankAccount, CompanyNumber, CompanyProfile } from '#shared/schemas/book.ts'

/** Everything the book knows of its own company. */
export function companyProfile(db: ReadDb): CompanyProfile {
  const row = db.get<Omit<CompanyProfile, 'numbers' | 'bankAccounts'>>(
    `SELECT company_name AS companyName, company_name_zh AS companyNameZh, country, street, city, region,
       postal_code AS postalCode, street_zh AS streetZh, city_zh AS cityZh, region_zh AS regionZh, phone, email, website,
       base_currency AS baseCurrency, time_zone AS timeZone, rate_max_age_days AS rateMaxAgeDays,
       financial_year_month AS financialYearMonth, working_days AS workingDays, logo_id AS logoId, stamp_id AS stampId
     FROM books WHERE id = 1`,
  )
  if (!row) throw new Error('a book without its own row')
  return { ...row, numbers: companyNumbers(db), bankAccounts: companyBankAccounts(db) }
}

function companyNumbers(db: ReadDb): CompanyNumber[] {
  return db.all<CompanyNumber>('SELECT id, kind, country, number, note FROM live_company_numbers ORDER BY position, id')
}

/** The company's own accounts; those of parties have a party. */
function companyBankAccounts(db: ReadDb): BankAccount[] {
  return db.all<BankAccount>(
    `SELECT id, label, beneficiary, bank_name AS bankName, bank_address AS bankAddress, account_number AS accountNumber,
       swift, bank_code AS bankCode, currency, note
     FROM live_bank_accounts WHERE party_id IS NULL AND archived = 0 ORDER BY position, id`,
  )
}
