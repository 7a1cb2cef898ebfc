// What a credit would come to, and what its goods would do to stock. Writes nothing that stays.
import type { WriteTx } from '#main/db/database.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { AppError } from '#shared/errors.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CreditInput, CreditPreview } from '#shared/schemas/credits.ts'

/** Throws what the credit itself would. */
export function previewCredit(tx: WriteTx, input: CreditInput): CreditPreview {
  const { creditId, documentNumber, warnings } = createCredit(tx, input)
  const row = tx.get<{ gross: number; tax: number; currency: string }>(
    'SELECT -gross_minor AS gross, -tax_minor AS tax, currency FROM sales_orders WHERE id = ?',
    creditId,
  )
  if (!row) throw new AppError('credits/not-found')
  const { currency } = row
  const text = (minor: number) => minorToDecimal(minor || 0, currency)
  return { gross: text(row.gross), tax: text(row.tax), currency, movesStock: documentNumber !== '', warnings }
}
