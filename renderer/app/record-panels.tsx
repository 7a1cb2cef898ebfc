// The panels that records have, gathered from the features; each loads with its first showing.
import { lazy } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps, RecordPanel } from '#renderer/lib/record-panels.ts'

const HistoryPanel = lazy(async () => {
  const { RecordHistory } = await import('#renderer/ui/record-history/record-history.tsx')
  return {
    default: ({ record }: PanelProps) => <RecordHistory entity={record.kind} id={record.id} />,
  }
})

const VersionsPanel = lazy(async () => ({
  default: (await import('#renderer/features/versions/versions-panel.tsx')).VersionsPanel,
}))

export const recordPanels: readonly RecordPanel[] = [
  { key: 'timeline', useTitle: () => useText().t('timeline.title'), Panel: HistoryPanel },
  { key: 'versions', useTitle: () => useText().t('versions.title'), kinds: ['order'], Panel: VersionsPanel },
]
