// Whose data have been kept for longer than the book's rules say: proposed, never done by itself.
import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { RetentionReport as Retention, RetentionRow } from '#shared/schemas/customers.ts'
import classes from './customers.module.css'
import { useSetting } from './use-setting.ts'

const mostRows = 500

export function RetentionReport() {
  const { t, format } = useText()
  const [isSetting, setSetting] = useState(false)
  const query = useQuery(trpc.customers.retention.queryOptions({ limit: mostRows }))
  const total = query.data?.total ?? 0
  return (
    <>
      <div className={report.bar}>
        {query.data ? t('customers.retention.count', { count: total, formatted: format.number(total) }) : null}
        <div className={report.actions}>
          <Button onClick={() => setSetting(true)}>{t('customers.retention.rules')}</Button>
        </div>
      </div>
      <QueryState query={query}>{(data) => <Proposals data={data} />}</QueryState>
      {isSetting ? <RetentionRules onClose={() => setSetting(false)} /> : null}
    </>
  )
}

function Proposals({ data }: { data: Retention }) {
  const { t, format } = useText()
  if (data.rows.length === 0)
    return <EmptyState title={t('customers.retention.empty')}>{t('customers.retention.emptyText')}</EmptyState>
  return (
    <div className={classes.scroll}>
      {data.total > data.rows.length ? (
        <Notice>
          {t('customers.retention.more', {
            shown: format.number(data.rows.length),
            total: format.number(data.total),
          })}
        </Notice>
      ) : null}
      <table className={table.table}>
        <TableHead
          heads={[
            t('customers.retention.customer'),
            t('customers.retention.last'),
            { numeric: t('customers.retention.silent') },
            { numeric: t('customers.retention.orders') },
            t('customers.retention.why'),
            '',
          ]}
        />
        <tbody>
          {data.rows.map((row) => (
            <Proposal key={row.id} row={row} data={data} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Proposal({ row, data }: { row: RetentionRow; data: Retention }) {
  const { t, format, language } = useText()
  const isPerson = row.kind === 'person'
  const why = t(isPerson ? 'customers.retention.whyPerson' : 'customers.retention.whyCompany', {
    years: isPerson ? data.personYears : data.companyYears,
  })
  return (
    <tr>
      <th scope="row">
        <Link className="q-link" to="/customers/$id" params={{ id: String(row.id) }}>
          {nameIn(language, row)}
        </Link>{' '}
        <span className="q-quiet">{format.country(row.country)}</span>
      </th>
      <td>{row.lastOn ?? t('customers.retention.never')}</td>
      <td data-numeric>{t('customers.retention.years', { count: row.years, formatted: format.number(row.years) })}</td>
      <td data-numeric>{format.number(row.orders)}</td>
      <td>
        {why}{' '}
        {row.hold === '' ? null : <StatusBadge tone="warn">{t(`customers.retention.hold.${row.hold}`)}</StatusBadge>}
      </td>
      <td>
        <LinkButton to={'/customers/$id/privacy' as '/'} params={{ id: String(row.id) }}>
          {t('customers.retention.look')}
        </LinkButton>
      </td>
    </tr>
  )
}

function RetentionRules({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { setting, save } = useSetting('retention', t('customers.retention.saved'))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customers.retention.rules')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {setting ? (
        <div className={classes.form}>
          {(['personYears', 'companyYears'] as const).map((key) => (
            <RuleNumber
              key={key}
              label={t(`customers.retention.${key}`)}
              about={t('customers.retention.never0')}
              unit={t('customers.retention.yearsUnit')}
              value={setting[key]}
              range={[0, 100]}
              isWhole
              onSave={(value) => value !== null && save({ ...setting, [key]: value })}
            />
          ))}
        </div>
      ) : (
        <LoadingState />
      )}
    </Modal>
  )
}
