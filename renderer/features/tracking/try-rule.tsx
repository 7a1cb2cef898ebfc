// A text of a carrier, tried: what it is read as, and by which rule.
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { RuleTried } from '#shared/schemas/tracking.ts'
import { SourceField } from './source-field.tsx'
import classes from './tracking.module.css'

export function TryRule() {
  const { t } = useText()
  const [said, setSaid] = useState({ text: '', sourceCode: '', source: '' })
  const [asked] = useDebouncedValue(said, 200)
  const isSaid = asked.text.trim() !== '' || asked.sourceCode.trim() !== ''
  const { data } = useQuery({
    ...trpc.tracking.tryRule.queryOptions(asked),
    enabled: isSaid,
    placeholderData: keepPreviousData,
  })
  const field = (key: 'text' | 'sourceCode', label: string) => (
    <TextInput
      label={label}
      maxLength={key === 'text' ? 2000 : 60}
      value={said[key]}
      onChange={(event) => setSaid({ ...said, [key]: event.currentTarget.value })}
    />
  )
  return (
    <section>
      <SectionTitle>{t('tracking.rules.try')}</SectionTitle>
      <div className={classes.tryRow}>
        {field('text', t('tracking.rules.tryText'))}
        {field('sourceCode', t('tracking.rules.tryCode'))}
        <SourceField
          label={t('tracking.rules.trySource')}
          source={said.source}
          onChange={(source) => setSaid({ ...said, source })}
        />
      </div>
      <div className={classes.answer} aria-live="polite">
        {isSaid && data ? <Answer tried={data} /> : null}
      </div>
    </section>
  )
}

function Answer({ tried: { state, rule } }: { tried: RuleTried }) {
  const { t } = useText()
  const { matched } = rule
  const by =
    rule.by === ''
      ? t('tracking.rules.byNothing')
      : rule.ruleId !== null
        ? t('tracking.rules.byOwn', { matched })
        : rule.by === 'code'
          ? t('tracking.rules.byCode', { matched })
          : t('tracking.rules.byText', { matched })
  return (
    <>
      <span>{t('tracking.rules.readsAs')}</span>
      {state === '' ? (
        <StatusBadge>{t('tracking.event.noState')}</StatusBadge>
      ) : (
        <StatusBadge tone="accent">{t(`shipments.states.${state}`)}</StatusBadge>
      )}
      <span className="q-quiet">
        {t('tracking.rules.by')} {by}
      </span>
    </>
  )
}
