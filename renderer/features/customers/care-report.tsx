// What is worth a word in the days to come: birthdays, holidays, silences.
import { Button, Checkbox, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { daysBetween } from '#shared/dates.ts'
import type { CareReport as Care, CareRow } from '#shared/schemas/customers.ts'
import classes from './customers.module.css'
import { useSetting } from './use-setting.ts'

export function CareReport() {
  const { t, language } = useText()
  const [isSetting, setSetting] = useState(false)
  const query = useQuery(trpc.customers.care.queryOptions({ language }))
  return (
    <>
      <div className={report.bar}>
        {query.data ? t('customers.care.span', { from: query.data.from, to: query.data.to }) : null}
        <div className={report.actions}>
          <Button onClick={() => setSetting(true)}>{t('customers.care.rules')}</Button>
        </div>
      </div>
      <QueryState query={query}>{(data) => <CareRows data={data} />}</QueryState>
      {isSetting ? <CareRules onClose={() => setSetting(false)} /> : null}
    </>
  )
}

function CareRows({ data }: { data: Care }) {
  const { t, format } = useText()
  if (data.rows.length === 0)
    return (
      <EmptyState title={t('customers.care.empty', { days: daysBetween(data.from, data.to) })}>
        {t('customers.care.emptyText')}
      </EmptyState>
    )
  return (
    <div className={classes.scroll}>
      {data.total > data.rows.length ? (
        <Notice>
          {t('customers.care.more', { shown: format.number(data.rows.length), total: format.number(data.total) })}
        </Notice>
      ) : null}
      <ul className={classes.list}>
        {data.rows.map((row) => (
          <li key={`${row.kind} ${row.on} ${row.customerId} ${row.country} ${row.what}`} className={classes.item}>
            <div>
              <span className={classes.day}>{row.on}</span> <strong>{t(`customers.care.kinds.${row.kind}`)}</strong>{' '}
              <Subject row={row} />
            </div>
            <span className="q-quiet">{row.kind === 'holiday' ? '' : format.country(row.country)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Subject({ row }: { row: CareRow }) {
  const { t, format, language } = useText()
  const { kind, customerId, customer, customerZh, country, what, count } = row
  const number = count ?? 0
  if (customerId === null)
    return t('customers.care.holidayText', {
      name: what,
      country: format.country(country),
      count: number,
      formatted: format.number(number),
    })
  const about = {
    birthday: t('customers.care.birthday', { count: number }),
    contactBirthday: t('customers.care.contactText', { name: what, count: number }),
    silent: t('customers.care.silentText', { count: number, day: what }),
    holiday: what,
  }[kind]
  return (
    <>
      <Link className="q-link" to="/customers/$id" params={{ id: String(customerId) }}>
        {nameIn(language, { name: customer, nameZh: customerZh })}
      </Link>{' '}
      <span className="q-quiet">{about}</span>
    </>
  )
}

function CareRules({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { setting, save } = useSetting('care', t('customers.care.saved'))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customers.care.rules')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {setting ? (
        <div className={classes.form}>
          {(['birthdays', 'holidays'] as const).map((key) => (
            <WriteGate key={key}>
              <Checkbox
                label={t(`customers.care.${key}`)}
                checked={setting[key]}
                onChange={(event) => save({ ...setting, [key]: event.currentTarget.checked })}
              />
            </WriteGate>
          ))}
          <RuleNumber
            label={t('customers.care.aheadDays')}
            unit={t('customers.care.days')}
            value={setting.aheadDays}
            range={[1, 365]}
            isWhole
            onSave={(value) => value !== null && save({ ...setting, aheadDays: value })}
          />
          <RuleNumber
            label={t('customers.care.silentDays')}
            about={t('customers.care.never')}
            unit={t('customers.care.days')}
            value={setting.silentDays}
            range={[0, 3650]}
            isWhole
            onSave={(value) => value !== null && save({ ...setting, silentDays: value })}
          />
        </div>
      ) : (
        <LoadingState />
      )}
    </Modal>
  )
}
