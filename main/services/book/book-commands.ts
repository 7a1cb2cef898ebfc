// What is said of the book as a whole.

import type { WriteTx } from '#main/db/database.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { applyAllRates } from '#main/services/rates/rate-commands.ts'
import { AppError } from '#shared/errors.ts'
import type { CompanyInput } from '#shared/schemas/book.ts'

/** Changes the company's facts. The base currency is fixed once an order has an amount in it. */
export function saveCompany(tx: WriteTx, company: CompanyInput): void {
  const before = bookFacts(tx)
  const isOther = company.baseCurrency !== before.baseCurrency
  if (isOther && tx.get('SELECT 1 FROM order_lines WHERE base_minor IS NOT NULL LIMIT 1')) {
    throw new AppError('book/base-currency-in-use', { currency: before.baseCurrency, field: 'baseCurrency' })
  }
  // Only orders without an amount are left by now; their rates were into the other currency.
  if (isOther) tx.run('UPDATE sales_orders SET rate = NULL, rate_on = NULL WHERE rate IS NOT NULL')
  tx.update('books', 1, {
    company_name: company.companyName,
    country: company.country,
    base_currency: company.baseCurrency,
    time_zone: company.timeZone,
    rate_max_age_days: company.rateMaxAgeDays,
  })
  if (isOther || company.rateMaxAgeDays !== before.rateMaxAgeDays) applyAllRates(tx)
}
