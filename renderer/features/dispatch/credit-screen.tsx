// What is given back of an order: quantities with the goods that come back, or amounts alone, and freight.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ToCredit } from '#shared/schemas/credits.ts'
import { allBack, type CreditForm, type CreditRow, newCreditForm, readCreditForm } from './credit-form-values.ts'
import { CreditFrame } from './credit-frame.tsx'
import { CreditHead } from './credit-head.tsx'
import { CreditTable } from './credit-table.tsx'
import classes from './dispatch.module.css'

export function CreditScreen() {
  const { t, language } = useText()
  const orderId = Number(useParams({ strict: false }).id)
  const query = useQuery({ ...trpc.orders.credit.toCredit.queryOptions({ orderId }), refetchOnMount: 'always' })
  const { data: order, error, refetch, isFetchedAfterMount } = query
  const fresh = { data: isFetchedAfterMount ? order : undefined, error, refetch }
  return (
    <Page
      title={t('dispatch.credit.title', { number: order?.number ?? '' })}
      subtitle={order ? nameIn(language, { name: order.customer, nameZh: order.customerZh }) : undefined}
    >
      <QueryState query={fresh}>
        {(found) => (hasRest(found) ? <CreditView key={found.orderId} order={found} /> : <Nothing order={found} />)}
      </QueryState>
    </Page>
  )
}

function hasRest({ lines, freight, creditedFreight }: ToCredit): boolean {
  return freight !== creditedFreight || lines.some((line) => line.creditable > 0 || line.total !== line.credited)
}

function Nothing({ order }: { order: ToCredit }) {
  const { t } = useText()
  const back = (
    <LinkButton to="/orders/$id" params={{ id: String(order.orderId) }}>
      {order.number}
    </LinkButton>
  )
  return <EmptyState title={t('dispatch.credit.none')} actions={back} />
}

function CreditView({ order }: { order: ToCredit }) {
  const { t } = useText()
  const today = useToday()
  const [form, setForm] = useState(() => newCreditForm(order, today))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const reading = readCreditForm(form, order)
  const set = (part: Partial<CreditForm>) => setForm((before) => ({ ...before, ...part }))
  const change = (lineId: number, part: Partial<CreditRow>) => {
    const put = (row: CreditRow) => (row.lineId === lineId ? { ...row, ...part } : row)
    setForm((before) => ({ ...before, rows: before.rows.map(put) }))
    setProblems({})
  }
  return (
    <CreditFrame
      reading={reading}
      onProblems={setProblems}
      isDraft={form.isDraft}
      onDraft={(isDraft) => set({ isDraft })}
      backTo={{ to: '/orders/$id', id: order.orderId }}
    >
      <CreditHead {...{ order, form, set, problems }} />
      <div className={classes.actions}>
        <Button onClick={() => set({ rows: form.rows.map(allBack(order)) })}>{t('dispatch.credit.all')}</Button>
      </div>
      <CreditTable {...{ order, form, change, problems }} />
    </CreditFrame>
  )
}
