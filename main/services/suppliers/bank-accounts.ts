// Where a supplier is paid. Lists show the last four signs of a number alone; the whole is given to who asks for it.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { supplierStatus } from '#main/services/suppliers/supplier-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { maskedNumber } from '#shared/masked-number.ts'
import type { ClearAccount, MaskedAccount, SaveBankAccountInput } from '#shared/schemas/suppliers.ts'

/** The accounts with masked numbers. */
export function maskedAccounts(db: ReadDb, supplierId: Id): MaskedAccount[] {
  return clearAccounts(db, supplierId).map(({ id, label, beneficiary, bankName, accountNumber, currency }) => ({
    ...{ id, label, beneficiary, bankName, currency },
    accountNumber: maskedNumber(accountNumber),
  }))
}

/** The accounts as they are: for who asked to see them. */
export function clearAccounts(db: ReadDb, supplierId: Id): ClearAccount[] {
  return db.all<ClearAccount>(
    `SELECT id, label, beneficiary, bank_name AS bankName, bank_address AS bankAddress, account_number AS accountNumber,
       swift, bank_code AS bankCode, currency, note
     FROM live_bank_accounts WHERE party_id = ? AND archived = 0 ORDER BY position, id`,
    supplierId,
  )
}

/** Adds an account, or changes the one that it names. */
export function saveBankAccount(tx: WriteTx, { supplierId, account }: SaveBankAccountInput): Id {
  supplierStatus(tx, supplierId)
  const values = columnsOf(account)
  if (account.id !== undefined) {
    if (!accountOf(tx, account.id, supplierId)) throw new AppError('suppliers/account-not-found')
    tx.update('bank_accounts', account.id, values)
    return account.id
  }
  const last = tx.get<{ position: number | null }>(
    'SELECT max(position) AS position FROM live_bank_accounts WHERE party_id = ?',
    supplierId,
  )
  return tx.insert('bank_accounts', { party_id: supplierId, position: (last?.position ?? 0) + 1, ...values })
}

/** Takes an account to the bin. */
export function removeBankAccount(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_bank_accounts WHERE id = ? AND party_id IS NOT NULL', id))
    throw new AppError('suppliers/account-not-found')
  tx.update('bank_accounts', id, { deleted: 1 })
}

function accountOf(db: ReadDb, id: Id, supplierId: Id): unknown {
  return db.get('SELECT 1 FROM live_bank_accounts WHERE id = ? AND party_id = ?', id, supplierId)
}

function columnsOf(account: SaveBankAccountInput['account']): Record<string, Param> {
  return {
    label: account.label,
    beneficiary: account.beneficiary,
    bank_name: account.bankName,
    bank_address: account.bankAddress,
    account_number: account.accountNumber,
    swift: account.swift,
    bank_code: account.bankCode,
    currency: account.currency,
    note: account.note,
  }
}
