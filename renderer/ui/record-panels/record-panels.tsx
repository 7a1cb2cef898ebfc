// Everything that belongs to a record beside its own facts, one panel at a time, with how much each holds.
import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { type RecordPanel, usePanelsOf } from '#renderer/lib/record-panels.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'
import { LoadingState } from '../loading-state.tsx'
import classes from './record-panels.module.css'

export function RecordPanels({ kind, id }: { kind: RecordKind; id: number }) {
  const { t } = useText()
  const panels = usePanelsOf(kind)
  const { data: counts } = useQuery(trpc.records.counts.queryOptions({ kind, id }))
  const [chosen, choose] = useChosenPanel(panels)
  const record: RecordRef = { kind, id }
  if (!chosen) return null
  return (
    <section className={classes.panels} aria-label={t('records.panels')}>
      <Tabs value={chosen.key} onChange={choose} keepMounted={false}>
        <Tabs.List className={classes.tabs}>
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
      {panels.map(({ key, Presence }) =>
        Presence ? (
          <Suspense key={key} fallback={null}>
            <Presence record={record} show={() => choose(key)} />
          </Suspense>
        ) : null,
      )}
    </section>
  )
}

/** The panel that the address names, else the first. */
function useChosenPanel(panels: readonly RecordPanel[]) {
  const search = useSearch({ strict: false }) as { panel?: string }
  const navigate = useNavigate()
  const chosen = panels.find((panel) => panel.key === search.panel) ?? panels[0]
  const choose = (key: string | null) =>
    navigate({
      to: '.',
      search: ((before: object) => ({ ...before, panel: key ?? undefined })) as never,
      replace: true,
    })
  return [chosen, choose] as const
}

function PanelTitle({ panel }: { panel: RecordPanel }) {
  return panel.useTitle()
}

function Count({ value }: { value: number | undefined }) {
  const { format } = useText()
  return value ? <span className={classes.count}>{format.number(value)}</span> : null
}
