// The words of a template in both languages, and its terms.
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { PairText } from '#shared/schemas/paper-templates.ts'
import classes from '../papers.module.css'
import type { PartProps } from './part.ts'
import { pairIn } from './word-labels.ts'

const longText = 60

export function WordsPart({ template, header, change }: PartProps) {
  const { t, language } = useText()
  const [search, setSearch] = useState('')
  const keys = Object.keys(header.wording).filter((key) => isFound(search, key, header.wording[key]))
  return (
    <div className={classes.fields}>
      <PairFields
        name={t('papers.designer.terms')}
        value={header.terms}
        isLong
        onChange={(terms) => change({ terms })}
      />
      <TextInput
        label={t('papers.designer.findWord')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {keys.map((key) => (
        <PairFields
          key={key}
          name={pairIn(language, template.header.wording[key]) || key}
          value={header.wording[key] ?? { en: '', zh: '' }}
          isLong={(template.header.wording[key]?.en.length ?? 0) > longText}
          onChange={(pair) => change({ wording: { ...header.wording, [key]: pair } })}
        />
      ))}
    </div>
  )
}

function isFound(search: string, key: string, pair: PairText | undefined): boolean {
  const text = search.trim().toLowerCase()
  return [key, pair?.en ?? '', pair?.zh ?? ''].some((one) => one.toLowerCase().includes(text))
}

type PairFieldsProps = { name: string; value: PairText; isLong?: boolean; onChange: (pair: PairText) => void }

function PairFields({ name, value, isLong = false, onChange }: PairFieldsProps) {
  const { t } = useText()
  const Field = isLong ? Textarea : TextInput
  return (
    <fieldset className={classes.word}>
      <legend className={classes.label}>{name}</legend>
      {(['en', 'zh'] as const).map((side) => (
        <Field
          key={side}
          aria-label={`${name}: ${t(`papers.designer.${side}`)}`}
          leftSection={isLong ? undefined : <span className={classes.tongue}>{side === 'en' ? 'EN' : '中'}</span>}
          placeholder={t(`papers.designer.${side}`)}
          maxLength={4000}
          value={value[side]}
          onChange={(event) => onChange({ ...value, [side]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  )
}
