// The seller on a paper: names and addresses in both languages, numbers, the account to pay into, logo and stamp.
import type { ReadDb } from '#main/db/database.ts'
import { countryPair, filled, lines, type Pair } from '#main/domain/papers/paper-text.ts'
import { pictureDataUri } from '#main/services/attachments/keep-content.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import type { WarningList } from '#main/services/papers/kinds/warning-list.ts'
import { AppError } from '#shared/errors.ts'
import { placeLine } from '#shared/reference/place-line.ts'
import type { BankAccount, CompanyProfile } from '#shared/schemas/book.ts'

const company = { kind: 'company' as const, id: 1 }

export function companyFields(db: ReadDb, warnings: WarningList) {
  const profile = companyProfile(db)
  const hasAddress = profile.street !== '' || profile.streetZh !== ''
  if (profile.companyName === '' && profile.companyNameZh === '') warnings.add('no-company-name', company)
  if (!hasAddress) warnings.add('no-company-address', company)
  return {
    profile,
    logo: pictureOf(db, profile.logoId),
    stamp: pictureOf(db, profile.stampId),
    seller: {
      name: filled({ en: profile.companyName, zh: profile.companyNameZh }),
      address: companyAddress(profile),
      phone: profile.phone,
      email: profile.email,
      website: profile.website,
      numbers: profile.numbers.map(({ kind, country, number }) => ({ key: `number_${kind}`, country, number })),
    },
  }
}

function pictureOf(db: ReadDb, id: number | null): string {
  return id === null ? '' : (pictureDataUri(db, id) ?? '')
}

function companyAddress(profile: CompanyProfile): Pair {
  const country = countryPair(profile.country)
  const en = lines([profile.street, placeLine(profile), country.en], '\n')
  const zh = lines([country.zh + profile.regionZh + profile.cityZh, profile.streetZh], '')
  return { en, zh: profile.streetZh === '' && profile.cityZh === '' ? en : lines([zh, profile.postalCode], ' ') }
}

type BankAsked = { currency: string; accountId: number | null }

/**
 * The account to pay into: the one asked for (`catalog/reference-not-found` where it is gone: money never goes elsewhere in
 * silence), else the first in the paper's currency, else the first of any.
 */
export function bankFields(profile: CompanyProfile, { currency, accountId }: BankAsked, warnings: WarningList) {
  const { bankAccounts } = profile
  const asked = bankAccounts.find(({ id }) => id === accountId)
  if (accountId !== null && !asked)
    throw new AppError('catalog/reference-not-found', { field: 'options.bankAccountId' })
  const account =
    asked ??
    bankAccounts.find((known) => known.currency === currency) ??
    bankAccounts.find((known) => known.currency === '') ??
    bankAccounts[0]
  if (!account) {
    warnings.add('no-bank-account', company)
    return []
  }
  if (account.currency !== '' && account.currency !== currency) warnings.add('other-bank-currency', company)
  return accountRows(account)
}

function accountRows(account: BankAccount) {
  const rows = [
    { key: 'bank_beneficiary', value: account.beneficiary },
    { key: 'bank_name', value: account.bankName },
    { key: 'bank_address', value: account.bankAddress },
    { key: 'bank_account', value: account.accountNumber },
    { key: 'bank_swift', value: account.swift },
    { key: 'bank_code', value: account.bankCode },
    { key: 'bank_currency', value: account.currency },
    { key: 'bank_note', value: account.note },
  ]
  return rows.filter(({ value }) => value !== '')
}
