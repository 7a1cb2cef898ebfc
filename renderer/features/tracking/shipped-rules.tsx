// The rules that come with the program, to look words and codes up in.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { ShippedRule } from '#shared/schemas/tracking.ts'
import { useSourceNames } from './source-names.ts'
import classes from './tracking.module.css'

export function ShippedRules({ rules }: { rules: readonly ShippedRule[] }) {
  const { t } = useText()
  const [wanted, setWanted] = useState('')
  const word = wanted.trim().toLowerCase()
  const nameOf = useSourceNames()
  const fits = ({ phrase, code, source }: ShippedRule) =>
    `${phrase} ${code} ${source} ${nameOf(source)}`.toLowerCase().includes(word)
  const shown = rules.map((rule, at) => ({ rule, at })).filter(({ rule }) => word === '' || fits(rule))
  return (
    <section>
      <SectionTitle>{t('tracking.rules.shipped')}</SectionTitle>
      <p className="q-quiet">{t('tracking.rules.shippedAbout')}</p>
      <TextInput
        w={280}
        aria-label={t('tracking.rules.shippedFind')}
        placeholder={t('tracking.rules.shippedFind')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <ScrollRegion className={classes.rows ?? ''} name={t('tracking.rules.shipped')}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{t('tracking.rules.state')}</th>
              <th scope="col">{t('tracking.rules.source')}</th>
              <th scope="col">{t('tracking.rules.phrase')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ rule: { state, source, phrase, code }, at }) => (
              <tr key={at}>
                <td>{state === '' ? t('tracking.event.noState') : t(`shipments.states.${state}`)}</td>
                <td>{nameOf(source)}</td>
                <td className={classes.words}>
                  <RuleWords words={(phrase || code).split('|')} wanted={word} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

/** As many as a glance takes in; of those that are looked for, all first. */
const atOnce = 12

function RuleWords({ words, wanted }: { words: readonly string[]; wanted: string }) {
  const { t, format } = useText()
  const [isFull, setFull] = useState(false)
  const fits = words.filter((word) => word.toLowerCase().includes(wanted))
  const found = fits.length > 0 ? fits : words
  const shown = isFull ? words : found.slice(0, atOnce)
  const left = words.length - shown.length
  return (
    <>
      {shown.map((word) => word.trim()).join(' · ')}{' '}
      {left > 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setFull(true)}>
          {t('tracking.rules.moreWords', { formatted: format.number(left) })}
        </Button>
      ) : null}
    </>
  )
}
