// How the file is read: encoding, separator, sheet, line of the header. Found out, shown, and changed when found wrong.
import { NumberInput, Select, Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { type ChannelKind, channelKinds } from '#shared/schemas/channels.ts'
import type { Inspection } from '#shared/schemas/imports.ts'
import { readAgain } from './file-queue.ts'
import type { ImportFile } from './import-file.ts'
import { changeFile } from './session-store.ts'

type SettingsProps = { file: ImportFile; inspection: Inspection }

export function ReadingSettings({ file, inspection }: SettingsProps) {
  const { t } = useText()
  return (
    <>
      {inspection.encoding === null ? null : (
        <Select
          label={t('import.file.encoding')}
          data={inspection.encodings.map((name) => ({ value: name, label: encodingName(name) }))}
          value={inspection.encoding}
          onChange={(encoding) => encoding && readAgain(file, { encoding })}
        />
      )}
      {inspection.delimiter === null ? null : <DelimiterSelect file={file} delimiter={inspection.delimiter} />}
      {inspection.sheets.length > 0 ? <SheetSelect file={file} inspection={inspection} /> : null}
      <HeaderLine file={file} line={inspection.headerLine} />
      <PlatformSelect file={file} inspection={inspection} />
      <TotalsSwitch file={file} inspection={inspection} />
    </>
  )
}

/** Files of shops and marketplaces are put together order by order, products by family. */
function PlatformSelect({ file, inspection: { kind, mapping } }: SettingsProps) {
  const { t } = useText()
  if (kind !== 'order-rows' && !(kind === 'products' && mapping.options.platform !== '')) return null
  const platform = file.answers.platform ?? mapping.options.platform
  return (
    <Select
      label={t('import.file.platform')}
      description={platform === '' ? t('import.file.platformHint') : undefined}
      allowDeselect={false}
      data={['', ...channelKinds.filter((one) => one !== 'direct')].map((value) => ({
        value,
        label: value === '' ? t('import.file.noPlatform') : t(`channels.kinds.${value as ChannelKind}`),
      }))}
      value={platform}
      onChange={(chosen) => {
        if (chosen === null) return
        changeFile(file.id, (entry) => ({
          ...entry,
          answers: { ...entry.answers, platform: chosen as ChannelKind | '' },
        }))
      }}
    />
  )
}

function encodingName(name: string): string {
  return name.startsWith('windows') ? name.replace('windows', 'Windows') : name.toUpperCase()
}

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const

function DelimiterSelect({ file, delimiter }: { file: ImportFile; delimiter: string }) {
  const { t } = useText()
  const known = Object.entries(delimiters).map(([value, name]) => ({ value, label: t(`import.delimiters.${name}`) }))
  // A file can name any sign itself: `sep=^`.
  const data = delimiter in delimiters ? known : [{ value: delimiter, label: delimiter }, ...known]
  return (
    <Select
      label={t('import.file.delimiter')}
      data={data}
      value={delimiter}
      onChange={(value) => value && readAgain(file, { delimiter: value })}
    />
  )
}

function SheetSelect({ file, inspection }: SettingsProps) {
  const { t, format } = useText()
  const data = inspection.sheets.map(({ name, rows }) => ({
    value: name,
    label: rows === null ? name : t('import.file.sheetRows', { name, count: rows, formatted: format.number(rows) }),
  }))
  return (
    <Select
      label={t('import.file.sheet')}
      data={data}
      value={inspection.sheet}
      onChange={(sheet) => sheet && readAgain(file, { sheet, headerLine: undefined })}
    />
  )
}

/** Read again when the field is left or Enter is pressed, not at each digit. */
function HeaderLine({ file, line }: { file: ImportFile; line: number }) {
  const { t } = useText()
  const [typed, setTyped] = useState<number | string>(line)
  useEffect(() => setTyped(line), [line])
  const take = () => {
    if (typeof typed === 'number' && typed !== line) readAgain(file, { headerLine: typed })
    else setTyped(line)
  }
  return (
    <NumberInput
      label={t('import.file.headerLine')}
      description={line === 0 ? undefined : t('import.file.headerLineHint')}
      min={0}
      max={1_000_000}
      allowDecimal={false}
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}

const linesNamed = 5

function TotalsSwitch({ file, inspection: { totalsLines, mapping } }: SettingsProps) {
  const { t, format } = useText()
  if (totalsLines.length === 0) return null
  const named = format.list(totalsLines.slice(0, linesNamed).map((line) => format.number(line)))
  const lines = totalsLines.length > linesNamed ? t('import.file.totalsMore', { lines: named }) : named
  return (
    <Switch
      size="xs"
      style={{ gridColumn: '1 / -1' }}
      label={t('import.file.totals', {
        count: totalsLines.length,
        formatted: format.number(totalsLines.length),
        lines,
      })}
      checked={file.answers.skipTotals ?? mapping.options.skipTotals}
      onChange={(event) => {
        const skipTotals = event.currentTarget.checked
        changeFile(file.id, (entry) => ({ ...entry, answers: { ...entry.answers, skipTotals } }))
      }}
    />
  )
}
