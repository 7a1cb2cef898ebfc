// When backups are made and how many of each are kept; every change is kept at once.
import { NumberInput, Switch } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { type BackupRules, type CountedCause, countedCauses, type ScheduledCause } from '#shared/schemas/backups.ts'
import classes from './backups.module.css'

const isScheduled = (cause: CountedCause, rules: BackupRules): cause is ScheduledCause => cause in rules.on

export function BackupRulesTable({ rules: kept }: { rules: BackupRules }) {
  const { t } = useText()
  const [rules, setRules] = useState(kept)
  const save = useMutation({
    mutationFn: (next: BackupRules) => client.host.backups.saveRules.mutate(next),
    onError: (error) => sayError(t, error),
  })
  const change = (next: BackupRules) => {
    setRules(next)
    save.mutate(next)
  }
  return (
    <>
      <table className={`${tableClasses.table} ${classes.rules}`} aria-label={t('backups.rules.title')}>
        <TableHead heads={['', t('backups.rules.made'), { numeric: t('backups.rules.keep') }]} />
        <tbody>
          {countedCauses.map((cause) => (
            <RuleRow key={cause} cause={cause} rules={rules} onChange={change} />
          ))}
        </tbody>
      </table>
      <p className="q-quiet">{t('backups.rules.note')}</p>
    </>
  )
}

type RowProps = { cause: CountedCause; rules: BackupRules; onChange: (rules: BackupRules) => void }

function RuleRow({ cause, rules, onChange }: RowProps) {
  const { t } = useText()
  const name = t(`backups.rules.${cause}`)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {isScheduled(cause, rules) ? (
          <Switch
            aria-label={`${t('backups.rules.on')}: ${name}`}
            checked={rules.on[cause]}
            onChange={({ currentTarget }) =>
              onChange({ ...rules, on: { ...rules.on, [cause]: currentTarget.checked } })
            }
          />
        ) : (
          <span className="q-quiet">{t('backups.rules.always')}</span>
        )}
      </td>
      <td data-numeric>
        <NumberInput
          className={classes.keep}
          aria-label={t('backups.rules.keepOf', { cause: name })}
          min={1}
          max={500}
          clampBehavior="strict"
          allowDecimal={false}
          value={rules.keep[cause]}
          onChange={(count) => {
            if (typeof count === 'number' && count >= 1) onChange({ ...rules, keep: { ...rules.keep, [cause]: count } })
          }}
        />
      </td>
    </tr>
  )
}
