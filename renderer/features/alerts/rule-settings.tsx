// How the book wants its rules: which are on, and how many days they look ahead or back.
import { Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { AlertRuleInput, AlertRuleState } from '#shared/schemas/alerts.ts'
import classes from './alerts-screen.module.css'

export function RuleSettings() {
  const { t } = useText()
  const today = useToday()
  const query = useQuery(trpc.alerts.rules.queryOptions({ today }))
  return (
    <QueryState query={query}>
      {(rules) => (
        <table className={classes.rules}>
          <thead>
            <tr>
              <th scope="col">{t('alerts.settings.on')}</th>
              <th scope="col">{t('alerts.settings.rule')}</th>
              <th scope="col">{t('alerts.settings.days')}</th>
              <th scope="col" data-figure>
                {t('alerts.settings.waiting')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <RuleRow key={rule.rule} rule={rule} />
            ))}
          </tbody>
        </table>
      )}
    </QueryState>
  )
}

function RuleRow({ rule }: { rule: AlertRuleState }) {
  const { t, format } = useText()
  const kind = t(`alerts.rules.${rule.rule}.name`)
  const save = useMutation({
    mutationFn: (setting: AlertRuleInput) => client.alerts.setRule.mutate(setting),
    onSuccess: () => notifications.show({ message: t('alerts.settings.saved') }),
    onError: (error) => sayError(t, error),
  })
  const own = rule.days === rule.defaultDays ? null : rule.days
  return (
    <tr>
      <td>
        <WriteGate>
          <Switch
            aria-label={t('alerts.settings.onOne', { kind })}
            checked={rule.isOn}
            disabled={save.isPending}
            onChange={(event) => save.mutate({ rule: rule.rule, isOn: event.currentTarget.checked, days: own })}
          />
        </WriteGate>
      </td>
      <td>
        <p className={classes.ruleName}>{kind}</p>
        <p className="q-quiet">{t(`alerts.rules.${rule.rule}.about`)}</p>
      </td>
      <td>
        {rule.defaultDays === null ? null : (
          <RuleDays
            key={rule.days}
            rule={rule}
            label={t('alerts.settings.daysOne', { kind })}
            onSave={(days) => save.mutate({ rule: rule.rule, isOn: rule.isOn, days })}
          />
        )}
      </td>
      <td data-figure>{rule.isOn ? format.number(rule.waiting) : ''}</td>
    </tr>
  )
}

type RuleDaysProps = { rule: AlertRuleState; label: string; onSave: (days: number | null) => void }

const mostDays = 3650

/** Saved when the field is left or Enter is pressed; emptied, the rule's own number holds again. */
function RuleDays({ rule, label, onSave }: RuleDaysProps) {
  const { t, format } = useText()
  const [typed, setTyped] = useState(String(rule.days ?? ''))
  const { mayWrite } = useMayWrite()
  const days = typed.trim() === '' ? null : Number(typed)
  const isWrong = days !== null && !(Number.isInteger(days) && days >= 0 && days <= mostDays)
  const save = () => {
    if (!isWrong && (days ?? rule.defaultDays) !== rule.days) onSave(days === rule.defaultDays ? null : days)
  }
  return (
    <DecimalInput
      aria-label={label}
      w={104}
      readOnly={!mayWrite}
      value={typed}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
      error={isWrong ? t('fields.errors.whole') : null}
      description={
        rule.days === rule.defaultDays ? null : t('alerts.settings.ownDays', { days: format.number(rule.defaultDays) })
      }
    />
  )
}
