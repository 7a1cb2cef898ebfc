// Panels of one record as tabs, one at a time, with how much each holds. Who shows them says where the choice is kept.
import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { RecordPanel } from '#renderer/lib/record-panels.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { LoadingState } from '../loading-state.tsx'
import classes from './record-panels.module.css'

type PanelTabsProps = {
  record: RecordRef
  panels: readonly RecordPanel[]
  chosen: RecordPanel
  onChoose: (key: string | null) => void
}

export function PanelTabs({ record, panels, chosen, onChoose }: PanelTabsProps) {
  const { data: counts } = useQuery(trpc.records.counts.queryOptions(record))
  return (
    <Tabs value={chosen.key} onChange={onChoose} keepMounted={false}>
      <Tabs.List>
        {panels.map((panel) => (
          <Tabs.Tab key={panel.key} value={panel.key} rightSection={<Count value={counts?.[panel.key]} />}>
            <PanelTitle panel={panel} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={chosen.key} className={classes.panel}>
        <Suspense fallback={<LoadingState />}>
          <chosen.Panel record={record} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}

function PanelTitle({ panel }: { panel: RecordPanel }) {
  return panel.useTitle()
}

function Count({ value }: { value: number | undefined }) {
  const { format } = useText()
  return value ? <span className={classes.count}>{format.number(value)}</span> : null
}
