// Who owes: the largest in base currency first, each amount a way to its documents.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { type AgeingReport, ageBuckets, type DebtorAgeing } from '#shared/schemas/receivables.ts'
import { BucketLink } from './ageing-table.tsx'
import classes from './receivables.module.css'

const mostShown = 200

export function DebtorTable({ report, on }: { report: AgeingReport; on: string | undefined }) {
  const { t, format } = useText()
  const shown = report.debtors.slice(0, mostShown)
  const rest = report.debtors.length - shown.length
  return (
    <>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('receivables.fields.debtor')}</th>
              <th scope="col">{t('receivables.fields.currency')}</th>
              {ageBuckets.map((bucket) => (
                <th key={bucket} scope="col" data-numeric>
                  {t(`receivables.buckets.${bucket}`)}
                </th>
              ))}
              <th scope="col" data-numeric>
                {t('receivables.fields.totalOpen')}
              </th>
              <th scope="col" data-numeric>
                {t('receivables.buckets.unapplied')}
              </th>
              <th scope="col">{t('receivables.fields.oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((debtor) => (
              <Debtor key={`${debtor.customerId}-${debtor.channel}-${debtor.currency}`} debtor={debtor} on={on} />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? (
        <p className="q-quiet">{t('receivables.moreDebtors', { count: rest, formatted: format.number(rest) })}</p>
      ) : null}
    </>
  )
}

function Debtor({ debtor, on }: { debtor: DebtorAgeing; on: string | undefined }) {
  const { customerId, channel, currency } = debtor
  const of = { currency, on, customer: customerId ?? undefined, channel: channel || undefined }
  return (
    <tr>
      <td className={classes.what}>
        <DebtorName debtor={debtor} />
      </td>
      <td>{currency}</td>
      {ageBuckets.map((bucket) => (
        <td key={bucket} data-numeric>
          <BucketLink amount={debtor[bucket]} currency={currency} address={{ ...of, bucket }} />
        </td>
      ))}
      <td data-numeric data-strong>
        <BucketLink amount={debtor.totalOpen} currency={currency} address={{ ...of, bucket: '' }} />
      </td>
      <td data-numeric>
        <BucketLink amount={debtor.unapplied} currency={currency} address={{ ...of, bucket: 'unapplied' }} />
      </td>
      <td>{debtor.oldestOn ?? ''}</td>
    </tr>
  )
}

function DebtorName({ debtor: { customerId, channel, name, nameZh } }: { debtor: DebtorAgeing }) {
  const { t, language } = useText()
  if (customerId !== null) {
    return (
      <Link className="q-link" to="/customers/$id" params={{ id: String(customerId) }} search={{ panel: 'credit' }}>
        {nameIn(language, { name, nameZh })}
      </Link>
    )
  }
  if (channel === '') return <span className="q-quiet">{t('receivables.nobody')}</span>
  return (
    <>
      {channel} <span className="q-quiet">{t('receivables.ofChannel')}</span>
    </>
  )
}
