// What a customer owes against what it may owe, how it paid so far, and the letters it got.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { CreditVerdict, CustomerCredit } from '#shared/schemas/receivables.ts'
import { AgeingTable } from './ageing-table.tsx'
import { CreditGradeFacts } from './credit-grade.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'
import classes from './receivables.module.css'

export function CreditPanel({ record }: PanelProps) {
  const query = useQuery(trpc.receivables.credit.queryOptions({ customerId: record.id }))
  return <QueryState query={query}>{(credit) => <Credit credit={credit} />}</QueryState>
}

const tones: Readonly<Record<CreditVerdict['verdict'], Tone>> = { ok: 'good', warn: 'warn', stop: 'bad' }

function Credit({ credit }: { credit: CustomerCredit }) {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const [isReceiving, setReceiving] = useState(false)
  const { verdict, unapplied, ageing, rating, customerId } = credit
  const { currency, limit } = verdict
  const money = (amount: string) => format.money(amount, currency)
  const left = limit === null ? null : new Decimal(limit).minus(verdict.open).toFixed()
  return (
    <>
      <div className={classes.panelActions}>
        <WriteGate>
          <Button onClick={() => setReceiving(true)}>{t('receivables.credit.record')}</Button>
        </WriteGate>
        <StatusBadge tone={tones[verdict.verdict]}>{t(`receivables.credit.verdicts.${verdict.verdict}`)}</StatusBadge>
        <span className="q-quiet">
          {verdict.reasons.map((reason) => t(`receivables.credit.reasons.${reason}`)).join(' · ')}
        </span>
      </div>
      <div className={classes.sums}>
        <Facts
          facts={[
            { label: t('receivables.credit.open'), value: <strong>{money(verdict.open)}</strong> },
            {
              label: t('receivables.credit.overdue'),
              value: Number(verdict.overdue) === 0 ? '' : money(verdict.overdue),
              optional: true,
            },
            {
              label: t('receivables.credit.limit'),
              value: limit === null ? t('receivables.credit.noLimit') : money(limit),
            },
            { label: t('receivables.credit.left'), value: left === null ? '' : money(left), optional: true },
            {
              label: t('receivables.credit.unapplied'),
              value: Number(unapplied) === 0 ? '' : money(unapplied),
              optional: true,
            },
          ]}
        />
      </div>
      {ageing.length === 0 ? null : (
        <AgeingTable rows={ageing} base={null} baseCurrency={baseCurrency} customer={customerId} />
      )}
      <CreditGradeFacts rating={rating} />
      <Letters customerId={customerId} />
      {isReceiving ? (
        <ReceiptDialog
          wanted={[]}
          partyId={customerId}
          currency={currency || baseCurrency}
          onClose={() => setReceiving(false)}
        />
      ) : null}
    </>
  )
}

function Letters({ customerId }: { customerId: number }) {
  const { t, format } = useText()
  const { data: letters = [] } = useQuery(trpc.receivables.letters.queryOptions({ customerId, limit: 20 }))
  return (
    <>
      <SectionTitle>{t('receivables.credit.letters')}</SectionTitle>
      {letters.length === 0 ? <p className="q-quiet">{t('receivables.credit.noLetters')}</p> : null}
      <ul className={classes.others}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <Link className="q-link" to="/dunning" search={{ id: letter.id }}>
              {letter.number}
            </Link>
            <span>{t('receivables.dunning.step', { step: letter.step })}</span>
            <span>{letter.sentOn ?? t('receivables.dunning.notSent')}</span>
            <span>{format.money(letter.total, letter.currency)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
