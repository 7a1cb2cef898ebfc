// Facts of a record as rows: what it is on the left, the value on the right. A missing value says so.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './facts.module.css'
import { SectionTitle } from './section-title.tsx'

export type Fact = { label: string; value: ReactNode /** Left out when there is no value. */; optional?: boolean }

export function Facts({ title, facts }: { title?: string; facts: readonly Fact[] }) {
  const { t } = useText()
  const shown = facts.filter((fact) => !fact.optional || !isMissing(fact.value))
  if (shown.length === 0) return null
  return (
    <section className={classes.section}>
      {title ? <SectionTitle>{title}</SectionTitle> : null}
      <dl className={classes.list}>
        {shown.map((fact) => (
          <div key={fact.label} className={classes.row}>
            <dt>{fact.label}</dt>
            <dd data-missing={isMissing(fact.value) || undefined}>
              {isMissing(fact.value) ? t('common.notGiven') : fact.value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function isMissing(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false
}
