// The fields that the papers' own options are made of.
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { isDay } from '#shared/dates.ts'
import type { PaperOptions, PaperWish } from '#shared/schemas/papers.ts'

export type OptionsProps = { wish: PaperWish; set: (options: Partial<PaperOptions>) => void }

/** A half-typed day is kept in the field; the paper takes whole ones. */
export function ValidUntil({ wish, set }: OptionsProps) {
  const { t } = useText()
  const [typed, setTyped] = useState<string>(wish.options.validUntil ?? '')
  const type = (text: string) => {
    setTyped(text)
    if (text === '') set({ validUntil: null })
    else if (isDay(text)) set({ validUntil: text })
  }
  return <DayInput label={t('papers.options.validUntil')} value={typed} onChange={type} />
}

type TextOption = 'incotermPlace' | 'paymentTerms' | 'transport' | 'marks' | 'note'
type OptionTextProps = OptionsProps & { name: TextOption }

export function OptionText({ name, wish, set }: OptionTextProps) {
  const { t } = useText()
  return (
    <TextInput
      label={t(`papers.options.${name}`)}
      value={wish.options[name]}
      maxLength={name === 'incotermPlace' ? 120 : 300}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
}

export function OptionArea({ name, wish, set }: OptionTextProps) {
  const { t } = useText()
  return (
    <Textarea
      label={t(`papers.options.${name}`)}
      value={wish.options[name]}
      maxLength={2000}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
}

type SwitchOption = 'acceptOldRates' | 'withPictures' | 'withPrice' | 'withOrigin' | 'withWeight' | 'openLinesOnly'

export function OptionSwitch({ name, wish, set }: OptionsProps & { name: SwitchOption }) {
  const { t } = useText()
  return (
    <Checkbox
      label={t(`papers.options.${name}`)}
      checked={wish.options[name]}
      onChange={(event) => set({ [name]: event.currentTarget.checked })}
    />
  )
}
