// Currencies whose orders wait for an exchange rate; one can be given at once.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Filter, Sort } from '#shared/schemas/paging.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import classes from './saw-screen.module.css'
import { SawSection } from './saw-section.tsx'

export function SawRates() {
  const { t, format } = useText()
  const inUse = useQuery(trpc.rates.currenciesInUse.queryOptions())
  const title = t('welcome.saw.rates.title')
  return (
    <QueryState query={inUse}>
      {({ baseCurrency, currencies }) => {
        const waiting = currencies.filter(({ ordersWithoutRate }) => ordersWithoutRate > 0)
        const count = waiting.reduce((sum, { ordersWithoutRate }) => sum + ordersWithoutRate, 0)
        if (count === 0)
          return <SawSection title={title} text={t('welcome.saw.rates.none', { currency: baseCurrency })} />
        return (
          <SawSection title={title} text={t('welcome.saw.rates.text', { count, formatted: format.number(count) })}>
            {waiting.map(({ currency, ordersWithoutRate }) => (
              <WaitingCurrency key={currency} currency={currency} base={baseCurrency} orderCount={ordersWithoutRate} />
            ))}
            <p>
              <Link to="/rates" className={classes.link}>
                {t('welcome.saw.rates.more')}
              </Link>
            </p>
          </SawSection>
        )
      }}
    </QueryState>
  )
}

type Waiting = { currency: string; base: string; orderCount: number }

/** The rate of an order is the last one up to its day: the first order that waits says from when one is needed. */
function WaitingCurrency(waiting: Waiting) {
  const filters: Filter[] = [
    { column: 'currency', op: 'is', values: [waiting.currency] },
    { column: 'rate', op: 'empty', values: [] },
  ]
  const sort: Sort[] = [{ column: 'orderedOn', direction: 'asc' }]
  const first = useQuery(trpc.orders.list.queryOptions({ filters, sort, limit: 1 }))
  if (!first.data) return null
  return <GiveRate {...waiting} firstDay={first.data.rows[0]?.orderedOn ?? ''} />
}

function GiveRate({ currency, base, orderCount, firstDay }: Waiting & { firstDay: string }) {
  const { t, format } = useText()
  const [rate, setRate] = useState('')
  const [on, setOn] = useState(firstDay)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const give = useMutation({
    mutationFn: (input: Parameters<typeof client.rates.add.mutate>[0]) => client.rates.add.mutate(input),
    onSuccess: () => notifications.show({ message: t('welcome.saw.rates.given', { currency, rate, base }) }),
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = parseFields(rateInput, { from: currency, to: base, on, rate: typedDecimal(rate), source: '' })
    setProblems(read.ok ? {} : read.problems)
    if (read.ok) give.mutate(read.value)
  }
  return (
    <form className={classes.rate} onSubmit={submit} noValidate>
      <span className={classes.rateText}>
        <strong>{currency}</strong>{' '}
        <span className="q-quiet">
          {t('welcome.saw.rates.orders', { count: orderCount, formatted: format.number(orderCount) })}
        </span>
      </span>
      <span>{t('welcome.saw.rates.one', { currency })}</span>
      <DecimalInput
        w={130}
        aria-label={t('welcome.saw.rates.rate', { currency, base })}
        unit={base}
        value={rate}
        error={problems.rate ? fieldMessage(t, problems.rate) : undefined}
        onChange={setRate}
      />
      <DayInput
        aria-label={t('welcome.saw.rates.on')}
        value={on}
        error={problems.on ? fieldMessage(t, problems.on) : undefined}
        onChange={setOn}
      />
      <WriteGate>
        <Button type="submit" loading={give.isPending}>
          {t('welcome.saw.rates.give')}
        </Button>
      </WriteGate>
    </form>
  )
}
