// One payment with what it was for, and its notes and files: a dialog, since payments have no page of their own.
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { OwnPanels } from '#renderer/ui/record-panels/own-panels.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { PaymentRow } from '#shared/schemas/payments.ts'
import classes from './payments.module.css'

export function ShownPayment({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.payments.get.queryOptions({ id }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={[t('payments.one'), query.data?.number].filter(Boolean).join(' ')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={query}>
        {(payment) => (
          <div className={classes.dialog}>
            <PaymentFacts payment={payment} />
            {payment.shares.length > 0 ? <ShareTable payment={payment} /> : null}
            <OwnPanels record={{ kind: 'payment', id }} />
          </div>
        )}
      </QueryState>
    </Modal>
  )
}

function PaymentFacts({ payment }: { payment: PaymentRow }) {
  const { t, format, language } = useText()
  const { currency, baseCurrency } = payment
  const money = (amount: string) => format.money(amount, currency)
  const isSome = (amount: string) => Number(amount) !== 0
  return (
    <Facts
      facts={[
        { label: t('payments.fields.direction'), value: t(`payments.directions.${payment.direction}`) },
        {
          label: t('payments.fields.party'),
          value: nameIn(language, { name: payment.party, nameZh: payment.partyZh }),
          optional: true,
        },
        { label: t('payments.fields.on'), value: payment.on },
        { label: t('payments.fields.amount'), value: <strong>{money(payment.amount)}</strong> },
        {
          label: t('payments.fields.baseAmount'),
          value:
            currency === baseCurrency
              ? ''
              : `${format.money(payment.baseAmount, baseCurrency)} · 1 ${currency} = ${format.number(payment.rate)} ${baseCurrency} (${payment.rateOn})`,
          optional: true,
        },
        { label: t('payments.fields.fee'), value: isSome(payment.fee) ? money(payment.fee) : '', optional: true },
        {
          label: t('payments.fields.method'),
          value: payment.method === '' ? '' : t(`payments.methods.${payment.method}`),
          optional: true,
        },
        { label: t('payments.fields.reference'), value: payment.reference, optional: true },
        { label: t('payments.fields.note'), value: payment.note, optional: true },
        {
          label: t('payments.fields.unassigned'),
          value: isSome(payment.unassigned) ? money(payment.unassigned) : '',
          optional: true,
        },
        { label: t('payments.isReversed'), value: payment.reversedById !== null && t('common.yes'), optional: true },
        { label: t('payments.isReversal'), value: payment.reversesId !== null && t('common.yes'), optional: true },
      ]}
    />
  )
}

function ShareTable({ payment }: { payment: PaymentRow }) {
  const { t, format } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('payments.fields.order'),
            t('payments.fields.purpose'),
            { numeric: t('payments.settles') },
            { numeric: t('payments.takes') },
          ]}
        />
        <tbody>
          {payment.shares.map((share) => (
            <tr key={share.id}>
              <td>
                {share.saleId !== null ? (
                  <Link
                    className="q-link"
                    to="/orders/$id"
                    params={{ id: String(share.saleId) }}
                    search={{ panel: 'payments' }}
                  >
                    {share.orderNumber}
                  </Link>
                ) : share.orderId === null ? (
                  share.orderNumber
                ) : (
                  <Link className="q-link" to="/purchases/$id" params={{ id: String(share.orderId) }}>
                    {share.orderNumber}
                  </Link>
                )}
              </td>
              <td>{t(`payments.purposes.${share.purpose}`)}</td>
              <td data-numeric>{format.money(share.amount, share.currency || payment.currency)}</td>
              <td data-numeric>{format.money(share.paid, payment.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
