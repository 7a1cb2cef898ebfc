// For whom a file is, of which channel, and of which days.
import { Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { isDay } from '#shared/dates.ts'
import { type FileKind, type FilesAddress, formatsOf } from './files-address.ts'
import classes from './packing.module.css'

type FileChoicesProps = {
  file: FileKind
  asked: FilesAddress
  onChange: (part: Partial<FilesAddress>) => void
}

export function FileChoices({ file, asked, onChange }: FileChoicesProps) {
  const { t } = useText()
  const formats: readonly Formats[] = formatsOf[file]
  const format = formats.find((known) => known === asked.for) ?? 'generic'
  const hint =
    file === 'stock' && (format === 'amazon' || format === 'generic')
      ? t(`packing.files.stockFormatHint.${format}`)
      : t(`packing.files.formatHint.${format}`)
  return (
    <div className={classes.fields}>
      <Select
        w={200}
        label={t('packing.files.format')}
        allowDeselect={false}
        data={formats.map((one) => ({ value: one, label: t(`packing.files.formats.${one}`) }))}
        value={format}
        onChange={(value) => value && onChange({ for: value })}
      />
      {file === 'addresses' ? null : <ChannelChoice asked={asked} onChange={onChange} />}
      {file === 'tracking' ? <Days asked={asked} onChange={onChange} /> : null}
      <p className="q-quiet">{hint}</p>
    </div>
  )
}

type Formats = (typeof formatsOf)[FileKind][number]
type PartProps = Omit<FileChoicesProps, 'file'>

function ChannelChoice({ asked, onChange }: PartProps) {
  const { t } = useText()
  const { data: channels = [] } = useQuery(trpc.channels.list.queryOptions({ archived: false }))
  return (
    <Select
      w={200}
      label={t('packing.files.channel')}
      placeholder={t('packing.files.allChannels')}
      clearable
      data={channels.map(({ code, name }) => ({ value: code, label: name || code }))}
      value={asked.channel ?? null}
      onChange={(channel) => onChange({ channel: channel ?? undefined } as never)}
    />
  )
}

function Days({ asked, onChange }: PartProps) {
  const { t } = useText()
  return (
    <>
      <DayField label={t('packing.files.from')} day={asked.from} onTake={(from) => onChange({ from } as never)} />
      <DayField label={t('packing.files.to')} day={asked.to} onTake={(to) => onChange({ to } as never)} />
      <Switch
        label={t('packing.files.told')}
        checked={asked.told ?? false}
        onChange={(event) => onChange({ told: event.currentTarget.checked ? true : undefined } as never)}
      />
    </>
  )
}

type DayFieldProps = { label: string; day: string | undefined; onTake: (day: string | undefined) => void }

/** What is typed stands there until it is a day. */
function DayField({ label, day = '', onTake }: DayFieldProps) {
  const [typed, setTyped] = useState(day)
  useEffect(() => setTyped(day), [day])
  const take = (text: string) => {
    setTyped(text)
    const read = typedDay(text)
    if (text === '' || isDay(read)) onTake(text === '' ? undefined : read)
  }
  return <DayInput w={150} label={label} value={typed} onChange={take} />
}
