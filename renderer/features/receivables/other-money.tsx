// Credits and money on account of the same customer that can be taken for an order, each in one click.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { SaleDues } from '#shared/schemas/payments.ts'
import classes from './receivables.module.css'

export function OtherMoney({ dues }: { dues: SaleDues }) {
  const { t, format } = useText()
  const { offset, assign } = useTaking(dues)
  const { currency, open } = dues
  if (dues.document === 'credit' || dues.isHistory || Number(open) <= 0) return null
  const advances = dues.advances.filter((one) => one.currency === currency)
  if (dues.credits.length + advances.length === 0) return null
  const lesser = (amount: string) => (new Decimal(amount).gt(open) ? open : amount)
  const take = (amount: string) => t('receivables.panel.take', { amount: format.money(amount, currency) })
  return (
    <>
      <SectionTitle>{t('receivables.panel.credits')}</SectionTitle>
      <ul className={classes.others}>
        {dues.credits.map((credit) => (
          <li key={credit.orderId}>
            <span>
              {t('receivables.items.documents.credit')} {credit.number}: {format.money(credit.open, currency)}
            </span>
            <WriteGate>
              <Button
                size="compact-sm"
                aria-label={`${take(lesser(credit.open))}: ${credit.number}`}
                loading={offset.isPending}
                onClick={() => offset.mutate({ ...credit, amount: lesser(credit.open) })}
              >
                {take(lesser(credit.open))}
              </Button>
            </WriteGate>
          </li>
        ))}
        {advances.map((advance) => (
          <li key={`p${advance.paymentId}`}>
            <span>
              {t('receivables.items.documents.advance')} {advance.number}, {advance.on}:{' '}
              {format.money(advance.unassigned, currency)}
            </span>
            <WriteGate>
              <Button
                size="compact-sm"
                aria-label={`${take(lesser(advance.unassigned))}: ${advance.number}`}
                loading={assign.isPending}
                onClick={() => assign.mutate({ ...advance, amount: lesser(advance.unassigned) })}
              >
                {take(lesser(advance.unassigned))}
              </Button>
            </WriteGate>
          </li>
        ))}
      </ul>
    </>
  )
}

type Taken = { number: string; amount: string }

function useTaking({ orderId: saleId, currency }: SaleDues) {
  const text = useText()
  const { t, format } = text
  const today = useToday()
  const onError = (error: unknown) => sayError(t, error)
  const offset = useMutation({
    mutationFn: ({ orderId, amount }: Taken & { orderId: number }) =>
      client.payments.offset.mutate({ creditId: orderId, on: today, shares: [{ saleId, amount }] }),
    onSuccess: ({ operationId }, { number }) =>
      sayUndoable(text, t('receivables.panel.taken', { number }), operationId),
    onError,
  })
  const assign = useMutation({
    mutationFn: ({ paymentId, amount }: Taken & { paymentId: number }) =>
      client.payments.assign.mutate({ id: paymentId, shares: [{ saleId, amount }] }),
    onSuccess: ({ operationId }, { number, amount }) =>
      sayUndoable(
        text,
        t('receivables.panel.assigned', { number, amount: format.money(amount, currency) }),
        operationId,
      ),
    onError,
  })
  return { offset, assign }
}
