// The columns of the list of papers.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, partyColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import type { english } from '#shared/i18n/english.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'
import { type PaperRow, paperKinds, paperLanguages, paperStatuses } from '#shared/schemas/papers.ts'
import { PaperStatusBadge } from './paper-status.tsx'

export function usePaperColumns(): readonly GridColumn<PaperRow>[] {
  const text = useText()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and `format` change with the language only
  return useMemo(() => paperColumns(text), [text.language])
}

function paperColumns({ t, format, language }: ReturnType<typeof useText>): GridColumn<PaperRow>[] {
  const name = (key: keyof typeof english.papers.fields) => t(`papers.fields.${key}`)
  return [
    textColumn('number', name('number'), { width: 136 }),
    {
      key: 'kind',
      label: name('kind'),
      kind: 'choice',
      text: (row) => t(`papers.kinds.${row.kind}`),
      choices: paperKinds.map((kind) => ({ value: kind, label: t(`papers.kinds.${kind}`) })),
      isQuick: true,
      width: 150,
    },
    dayColumn('issuedOn', name('issuedOn')),
    partyColumn('party', name('party'), { language, nameZh: 'partyZh', width: 200, grows: true }),
    {
      key: 'status',
      label: name('status'),
      kind: 'choice',
      text: (row) => t(`papers.statuses.${row.status}`),
      render: (row) => <PaperStatusBadge status={row.status} />,
      choices: paperStatuses.map((status) => ({ value: status, label: t(`papers.statuses.${status}`) })),
      isQuick: true,
      width: 92,
    },
    textColumn('record', name('record'), { width: 130, isQuiet: true }),
    {
      key: 'language',
      label: name('language'),
      kind: 'choice',
      text: (row) => t(`papers.languages.${row.language}`),
      choices: paperLanguages.map((language) => ({ value: language, label: t(`papers.languages.${language}`) })),
      width: 112,
    },
    {
      ...numberColumn<PaperRow>('total', name('total'), format),
      kind: 'money',
      text: (row) => format.money(row.total, row.currency),
      width: 136,
    },
    dayColumn('sentOn', name('sentOn')),
    textColumn('sentTo', name('sentTo'), { width: 160, isHidden: true }),
    {
      key: 'currency',
      label: name('currency'),
      kind: 'choice',
      text: (row) => row.currency,
      choices: currencyCodes.map((code) => ({ value: code, label: code })),
      width: 80,
      isHidden: true,
    },
    textColumn('templateName', name('template'), { width: 160, isHidden: true, isQuiet: true }),
    textColumn('note', name('note'), { isHidden: true, isQuiet: true, width: 200 }),
  ]
}
