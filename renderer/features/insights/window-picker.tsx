// The window of days: by name, or from one day to another.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { windowNames } from './abc-address.ts'
import { windowOf } from './abc-window.ts'
import { AskedDay } from './asked-day.tsx'
import type { AbcQuestionState } from './use-abc-question.ts'

export function WindowPicker({ state: { address, today, change } }: { state: AbcQuestionState }) {
  const { t } = useText()
  const name = address.window ?? 'all'
  const choose = (value: string | null) => {
    const window = windowNames.find((one) => one === value)
    // Own days begin with those that were shown.
    if (window === 'own') change({ ...windowOf(address, today), window })
    else change({ window, from: undefined, to: undefined })
  }
  return (
    <>
      <Select
        w={150}
        aria-label={t('insights.abc.window.label')}
        data={windowNames.map((one) => ({ value: one, label: t(`insights.abc.window.${one}`) }))}
        value={name}
        onChange={choose}
      />
      {name === 'own' ? (
        <>
          <AskedDay
            label={t('insights.abc.window.from')}
            day={address.from ?? ''}
            onChange={(from) => change({ from })}
          />
          <AskedDay label={t('insights.abc.window.to')} day={address.to ?? ''} onChange={(to) => change({ to })} />
        </>
      ) : null}
    </>
  )
}
