// The criteria as rows: what counts, how much, and between which values it goes from 0 to 100 points.
import { CloseButton, Select, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import {
  type CriteriaSetting,
  type Criterion,
  type CriterionTemplate,
  criterionSources,
  criterionTemplates,
  judgedScale,
} from '#shared/schemas/score-settings.ts'
import { isShare, sourceName } from './score-words.ts'
import classes from './scores.module.css'

type CriteriaRulesProps = {
  draft: CriteriaSetting
  templates: Record<CriterionTemplate, Criterion[]>
  onChange: (criteria: CriteriaSetting) => void
}

const mostCriteria = 20

export function CriteriaRules({ draft, templates, onChange }: CriteriaRulesProps) {
  const text = useText()
  const { t } = text
  const { list } = draft
  // Weights that are changed by hand, or a changed list, are no longer those of the pairs.
  const take = (next: Criterion[]) => onChange({ list: next, pairwise: null })
  const unused = criterionSources.filter((source) => !list.some((one) => one.source === source))
  return (
    <section>
      <SectionTitle>{t('scores.rules.criteria')}</SectionTitle>
      <WriteGate>
        <Select
          w={200}
          label={t('scores.rules.template')}
          data={criterionTemplates.map((value) => ({ value, label: t(`scores.templates.${value}`) }))}
          value={null}
          onChange={(value) => {
            const template = criterionTemplates.find((one) => one === value)
            if (template) take([...templates[template]])
          }}
        />
      </WriteGate>
      <div className={classes.scroll}>
        <table className={plain.table} aria-label={t('scores.rules.criteria')}>
          <thead>
            <tr>
              {(['source', 'ownTitle', 'weight', 'floor', 'target'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`scores.rules.${key}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <CriterionFields
                key={one.source}
                criterion={one}
                isOnly={list.length === 1}
                onChange={(part) => {
                  const next = list.map((old) => (old.source === one.source ? { ...old, ...part } : old))
                  // Another word changes nothing of the pairs.
                  if ('title' in part) onChange({ ...draft, list: next })
                  else take(next)
                }}
                onRemove={() => take(list.filter(({ source }) => source !== one.source))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {list.length < mostCriteria ? (
        <WriteGate>
          <Select
            w={260}
            label={t('scores.rules.add')}
            data={unused.map((source) => ({ value: source, label: sourceName(text, { title: '', source }) }))}
            value={null}
            onChange={(value) => {
              const source = unused.find((one) => one === value)
              if (source) take([...list, { title: '', source, weight: 10, ...limitsOf(source) }])
            }}
          />
        </WriteGate>
      ) : null}
    </section>
  )
}

/** To start from; shares between 70 and 100 %, what is judged as it is, the rest with less as better. */
function limitsOf(source: Criterion['source']): { floor: number; target: number } {
  if (source.startsWith('judged.')) return judgedScale
  const best = { onTimeRate: 1, inFullRate: 1, otifRate: 1, onTimeQtyRate: 1, fillRate: 1, acceptRate: 1 }
  if (source in best) return { floor: 0.7, target: 1 }
  if (source === 'ppm') return { floor: 20_000, target: 0 }
  if (source === 'answerHours') return { floor: 96, target: 12 }
  if (source === 'leadTimeMean') return { floor: 60, target: 15 }
  return { floor: 0.15, target: 0 }
}

type CriterionFieldsProps = {
  criterion: Criterion
  isOnly: boolean
  onChange: (part: Partial<Criterion>) => void
  onRemove: () => void
}

function CriterionFields({ criterion, isOnly, onChange, onRemove }: CriterionFieldsProps) {
  const text = useText()
  const { t } = text
  const name = sourceName(text, criterion)
  const by = isShare(criterion.source) ? 100 : 1
  const range = [-1e9, 1e9] as const
  return (
    <tr>
      <th scope="row">{sourceName(text, { title: '', source: criterion.source })}</th>
      <td>
        <OwnTitle criterion={criterion} onSave={(title) => onChange({ title })} />
      </td>
      <td>
        <RuleNumber
          isNamedOutside
          label={t('scores.rules.weightOf', { name })}
          value={criterion.weight}
          range={[0, 1_000_000]}
          onSave={(weight) => weight !== null && onChange({ weight })}
        />
      </td>
      {(['floor', 'target'] as const).map((key) => (
        <td key={key}>
          <RuleNumber
            isNamedOutside
            label={t(`scores.rules.${key}Of`, { name })}
            unit={by === 100 ? '%' : undefined}
            value={Number((criterion[key] * by).toFixed(8))}
            range={range}
            onSave={(value) => value !== null && onChange({ [key]: Number((value / by).toFixed(10)) })}
          />
        </td>
      ))}
      <td data-numeric>
        <WriteGate>
          <CloseButton disabled={isOnly} aria-label={t('scores.rules.remove', { name })} onClick={onRemove} />
        </WriteGate>
      </td>
    </tr>
  )
}

/** The seller's own word for a criterion; empty: as its source is called. */
function OwnTitle({ criterion, onSave }: { criterion: Criterion; onSave: (title: string) => void }) {
  const text = useText()
  const { t } = text
  const usual = sourceName(text, { title: '', source: criterion.source })
  const [title, setTitle] = useState(criterion.title)
  useEffect(() => setTitle(criterion.title), [criterion.title])
  const take = () => {
    const next = title.trim()
    if (next !== criterion.title) onSave(next)
  }
  return (
    <WriteGate>
      <TextInput
        miw={140}
        aria-label={t('scores.rules.ownTitleOf', { name: usual })}
        placeholder={usual}
        maxLength={60}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </WriteGate>
  )
}
