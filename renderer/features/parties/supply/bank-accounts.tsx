// The bank accounts of a supplier: of their numbers the last four signs, all of them when asked for.
import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { MaskedAccount } from '#shared/schemas/suppliers.ts'
import { BankDialog } from './bank-dialog.tsx'
import classes from './supply.module.css'

export function BankAccounts({ supplierId }: { supplierId: number }) {
  const { t } = useText()
  const [isShown, setShown] = useState(false)
  const [written, write] = useState<number | 'new' | null>(null)
  const { data: masked = [] } = useQuery(trpc.suppliers.bankAccounts.queryOptions({ supplierId }))
  const clear = useQuery({ ...trpc.suppliers.bankDetails.queryOptions({ supplierId }), enabled: isShown })
  const numberOf = (account: MaskedAccount) =>
    (isShown && clear.data?.find(({ id }) => id === account.id)?.accountNumber) || account.accountNumber
  return (
    <section aria-label={t('suppliers.sections.bank')}>
      <div className={classes.head}>
        <SectionTitle>{t('suppliers.sections.bank')}</SectionTitle>
        <div className={classes.actions}>
          {masked.length > 0 ? (
            <Button variant="subtle" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {t(isShown ? 'suppliers.bank.hide' : 'suppliers.bank.show')}
            </Button>
          ) : null}
          <WriteGate>
            <Button variant="subtle" onClick={() => write('new')}>
              {t('suppliers.bank.add')}
            </Button>
          </WriteGate>
        </div>
      </div>
      {masked.length === 0 ? <p className="q-quiet">{t('suppliers.bank.none')}</p> : null}
      <ul className={classes.items}>
        {masked.map((account) => (
          <AccountRow key={account.id} account={account} number={numberOf(account)} onEdit={() => write(account.id)} />
        ))}
      </ul>
      {written === null ? null : (
        <BankDialog
          supplierId={supplierId}
          accountId={written === 'new' ? null : written}
          onClose={() => write(null)}
        />
      )}
    </section>
  )
}

type RowProps = { account: MaskedAccount; number: string; onEdit: () => void }

function AccountRow({ account, number, onEdit }: RowProps) {
  const text = useText()
  const { t } = text
  const name = account.label || account.bankName || t('suppliers.bank.one')
  const remove = useMutation({
    mutationFn: () => client.suppliers.removeBankAccount.mutate({ id: account.id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('suppliers.bank.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <li className={classes.line}>
      <div>
        {name} <span data-figure>{number}</span>
        <span className={classes.quiet}>
          {[account.bankName, account.beneficiary, account.currency].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className={classes.actions}>
        <WriteGate>
          <ActionIcon aria-label={t('suppliers.bank.edit', { name })} onClick={onEdit}>
            <IconPencil size={15} stroke={1.5} />
          </ActionIcon>
        </WriteGate>
        <WriteGate>
          <ActionIcon aria-label={t('suppliers.bank.remove', { name })} onClick={() => remove.mutate()}>
            <IconTrash size={15} stroke={1.5} />
          </ActionIcon>
        </WriteGate>
      </div>
    </li>
  )
}
