// One table's rows that tell of the person, each with the record to correct it in.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { PrivacyReport, PrivacyRow } from '#shared/schemas/customers.ts'
import classes from './privacy.module.css'
import { usePrivacyWords } from './privacy-words.ts'

/** The rest is a click away: a customer of years has hundreds of orders. */
const shownFirst = 20

export function PrivacySection({ section: { table, rows } }: { section: PrivacyReport['sections'][number] }) {
  const { t, format } = useText()
  const words = usePrivacyWords()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, shownFirst)
  const count = t('customers.privacy.count', { count: rows.length, formatted: format.number(rows.length) })
  return (
    <section className={classes.section} aria-label={words.table(table)}>
      <SectionTitle>
        {words.table(table)} <span className="q-quiet">{count}</span>
      </SectionTitle>
      {shown.map((row) => (
        <Row key={row.id} table={table} row={row} />
      ))}
      {rows.length > shown.length ? (
        <Button onClick={() => setWhole(true)}>
          {t('customers.message.more', { formatted: format.number(rows.length) })}
        </Button>
      ) : null}
    </section>
  )
}

function Row({ table, row: { record, values } }: { table: string; row: PrivacyRow }) {
  const { t, language } = useText()
  const words = usePrivacyWords()
  const title = record ? [record.code, nameIn(language, record)].filter(Boolean).join(' · ') : ''
  return (
    <div className={classes.row}>
      <dl className={classes.values}>
        {Object.entries(values).map(([column, value]) => (
          <div key={column}>
            <dt>{words.column(table, column)}</dt>
            <dd>{words.value(table, column, value)}</dd>
          </div>
        ))}
      </dl>
      {record && !record.deleted ? (
        <Link
          className="q-link"
          aria-label={t('customers.privacy.correctOf', { name: title })}
          {...(recordAddress(record) as { to: '/' })}
        >
          {t('customers.privacy.correct')}
        </Link>
      ) : null}
    </div>
  )
}
