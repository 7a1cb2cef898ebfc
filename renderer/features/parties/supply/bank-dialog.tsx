// Writes a bank account of a supplier; here its number stands in clear.
import { Button, Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage, fieldErrors } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { ClearAccount } from '#shared/schemas/suppliers.ts'
import classes from './supply.module.css'

type DialogProps = { supplierId: number; accountId: number | null; onClose: () => void }
type AccountForm = Omit<ClearAccount, 'id'>

const blank: AccountForm = {
  ...{ label: '', beneficiary: '', bankName: '', bankAddress: '', accountNumber: '' },
  ...{ swift: '', bankCode: '', currency: '', note: '' },
}
const fields = [
  'label',
  'beneficiary',
  'bankName',
  'accountNumber',
  'swift',
  'bankCode',
  'bankAddress',
  'note',
] as const

export function BankDialog({ supplierId, accountId, onClose }: DialogProps) {
  const { t } = useText()
  const query = useQuery({
    ...trpc.suppliers.bankDetails.queryOptions({ supplierId }),
    enabled: accountId !== null,
  })
  const found = query.data?.find(({ id }) => id === accountId)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(accountId === null ? 'suppliers.bank.add' : 'suppliers.bank.one')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {accountId !== null && !found ? (
        <LoadingState />
      ) : (
        <AccountFields {...{ supplierId, accountId, onClose }} initial={found ?? blank} />
      )}
    </Modal>
  )
}

function AccountFields({ supplierId, accountId, onClose, initial }: DialogProps & { initial: AccountForm }) {
  const { t } = useText()
  const form = useForm<AccountForm>({ initialValues: { ...blank, ...initial } })
  const save = useMutation({
    mutationFn: (account: AccountForm) =>
      client.suppliers.saveBankAccount.mutate({
        supplierId,
        account: { ...account, ...(accountId !== null && { id: accountId }) },
      }),
    onSuccess: () => {
      notifications.show({ message: t('suppliers.bank.saved') })
      onClose()
    },
    onError: (error) => form.setErrors(fieldErrors(t, error, 'account')),
  })
  const isTold = Object.keys(form.errors).length > 0
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((account) => save.mutate(account))}>
      {fields.map((key) => (
        <TextInput
          key={key}
          label={t(`suppliers.bank.fields.${key}`)}
          required={key === 'accountNumber'}
          autoComplete="off"
          {...(key === 'label' && { 'data-autofocus': true })}
          {...form.getInputProps(key)}
        />
      ))}
      <CurrencySelect label={t('suppliers.bank.fields.currency')} clearable {...form.getInputProps('currency')} />
      {save.error && !isTold ? <p role="alert">{errorMessage(t, save.error)}</p> : null}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
