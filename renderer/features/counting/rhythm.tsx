// How often each class is counted, how many products it has in the place and how many are due; the rhythm can be changed.
import { NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { CountClass, DueCounts } from '#shared/schemas/counting.ts'
import classes from './counting.module.css'

export function Rhythm({ due }: { due: DueCounts }) {
  const { t, format } = useText()
  const setting = useMutation({
    mutationFn: (months: Partial<Record<CountClass, number | null>>) => {
      const now = Object.fromEntries(due.classes.map((one) => [one.class, one.months]))
      return client.planning.set.mutate({ key: 'counting.rhythm', value: { ...now, ...months } })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <section>
      <SectionTitle>{t('counting.due.rhythm')}</SectionTitle>
      <p className={classes.muted}>
        {due.classedOn === null ? t('counting.due.notClassed') : t('counting.due.classedOn', { day: due.classedOn })}{' '}
        <Link className="q-link" to="/classes">
          {t('counting.due.toClasses')}
        </Link>
      </p>
      <table className={`${classes.table} ${classes.narrow}`}>
        <TableHead
          heads={[
            t('counting.fields.class'),
            { numeric: t('counting.due.products') },
            { numeric: t('counting.due.dueNow') },
            t('counting.due.months'),
          ]}
        />
        <tbody>
          {due.classes.map(({ class: name, products, due: dueNow, months }) => (
            <tr key={name}>
              <th scope="row">{t(`counting.classes.${name}`)}</th>
              <td data-numeric>{format.number(products)}</td>
              <td data-numeric>
                <ExplainedFigure
                  title={t('counting.due.dueNow')}
                  formula={t('counting.due.formula')}
                  inputs={[
                    { label: t('counting.due.products'), value: format.number(products) },
                    { label: t('counting.due.months'), value: months === null ? t('counting.due.noRhythm') : months },
                  ]}
                >
                  {format.number(dueNow)}
                </ExplainedFigure>
              </td>
              <td>
                <Months
                  key={months}
                  label={t('counting.due.monthsOf', { name: t(`counting.classes.${name}`) })}
                  months={months}
                  onChange={(next) => setting.mutate({ [name]: next })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type MonthsProps = { label: string; months: number | null; onChange: (months: number | null) => void }

/** Taken over when the field is left; empty: not by the calendar. */
function Months({ label, months, onChange }: MonthsProps) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | number>(months ?? '')
  const take = () => {
    const next = typeof typed === 'number' ? typed : null
    if (next !== months) onChange(next)
  }
  return (
    <WriteGate>
      <NumberInput
        w={96}
        aria-label={label}
        placeholder={t('counting.due.noRhythm')}
        min={1}
        max={120}
        allowDecimal={false}
        clampBehavior="strict"
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </WriteGate>
  )
}
