// The bank accounts that customers pay to.
import { Button, Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { accountDoubt, isBic } from '#shared/iban.ts'
import { type AccountForm, type CompanyForm, newAccount } from './company-form-values.ts'
import { DoubtedInput } from './doubted-input.tsx'
import { RowEntry } from './row-entry.tsx'

type AccountsProps = { form: UseFormReturnType<CompanyForm> }

export function AccountFields({ form }: AccountsProps) {
  const { t } = useText()
  const { bankAccounts, companyName } = form.values
  return (
    <FormSection title={t('company.sections.accounts')} hint={t('company.hints.accounts')} isWide>
      {bankAccounts.length === 0 ? <p className="q-quiet">{t('company.account.none')}</p> : null}
      {bankAccounts.map((row, index) => {
        const number = index + 1
        return (
          <RowEntry
            key={row.key}
            label={t('company.account.nth', { number })}
            words={{
              up: t('company.account.up', { number }),
              down: t('company.account.down', { number }),
              remove: t('company.account.remove', { number }),
            }}
            index={index}
            count={bankAccounts.length}
            onMove={(to) => form.reorderListItem('bankAccounts', { from: index, to })}
            onRemove={() => form.removeListItem('bankAccounts', index)}
          >
            <OneAccount form={form} row={row} at={`bankAccounts.${index}`} />
          </RowEntry>
        )
      })}
      <Group>
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => form.insertListItem('bankAccounts', newAccount(crypto.randomUUID(), companyName))}
        >
          {t('company.account.add')}
        </Button>
      </Group>
    </FormSection>
  )
}

function OneAccount({ form, row, at }: AccountsProps & { row: AccountForm; at: string }) {
  const { t } = useText()
  const field = (name: keyof AccountForm) => form.getInputProps(`${at}.${name}`)
  return (
    <>
      <TextInput label={t('company.fields.accountLabel')} {...field('label')} />
      <CurrencySelect label={t('company.fields.currency')} clearable {...field('currency')} />
      <DoubtedInput
        label={t('company.fields.accountNumber')}
        required
        autoComplete="off"
        doubt={accountDoubt(row.accountNumber)}
        {...field('accountNumber')}
      />
      <DoubtedInput
        label={t('company.fields.swift')}
        autoComplete="off"
        doubt={row.swift.trim() === '' || isBic(row.swift) ? null : 'bic'}
        {...field('swift')}
      />
      <TextInput label={t('company.fields.bankCode')} autoComplete="off" {...field('bankCode')} />
      <TextInput label={t('company.fields.beneficiary')} {...field('beneficiary')} />
      <TextInput label={t('company.fields.bankName')} {...field('bankName')} />
      <TextInput label={t('company.fields.bankAddress')} {...field('bankAddress')} />
      <TextInput label={t('company.fields.note')} {...field('note')} />
    </>
  )
}
