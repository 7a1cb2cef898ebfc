// What speaks against giving the customer of an order so much credit, told while the order is written and not only once it is to be
// confirmed.
import type { UseFormReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { minorToDecimal } from '#shared/money.ts'
import { formMoney } from './order-form-money.ts'
import type { OrderForm } from './order-form-values.ts'
import classes from './orders.module.css'

const afterMs = 300

type CreditNoticeProps = { form: UseFormReturnType<OrderForm>; orderId: number | null }

export function CreditNotice({ form, orderId }: CreditNoticeProps) {
  const { t, format } = useText()
  const { customerId: customer, currency, document, collectedBy } = form.values
  const [amount] = useDebouncedValue(minorToDecimal(formMoney(form.values).grossMinor, currency), afterMs)
  const isAsked = customer !== null && document === 'order' && collectedBy === 'seller' && Number(amount) > 0
  const { data } = useQuery({
    ...trpc.receivables.checkCredit.queryOptions({
      ...{ customerId: customer?.id ?? 0, orderId, asked: { currency, amount } },
    }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  if (!isAsked || !data || data.verdict === 'ok') return null
  const { reasons, verdict, open, overdue, limit } = data
  const money = (text: string) => format.money(text, data.currency)
  const said = { customer: customer.name, open: money(open), overdue: money(overdue), currency: data.currency }
  return (
    <div className={classes.credit}>
      <Notice tone="warn">
        {reasons.includes('over_limit') ? `${t('orders.owes.limit', { ...said, limit: money(limit ?? '0') })} ` : ''}
        {reasons.includes('overdue') ? `${t('orders.owes.overdue', said)} ` : ''}
        {reasons.includes('no_rate') ? `${t('orders.owes.unknown', said)} ` : ''}
        {verdict === 'stop' ? t('orders.owes.stops') : ''}
      </Notice>
    </div>
  )
}
