// Everything that belongs to a record beside its own facts; the address says which panel is shown.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { type RecordPanel, usePanelsOf } from '#renderer/lib/record-panels.ts'
import type { PartyRole } from '#shared/schemas/parties.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'
import { PanelTabs } from './panel-tabs.tsx'
import classes from './record-panels.module.css'

type RecordPanelsProps = { kind: RecordKind; id: number; role?: PartyRole }

export function RecordPanels({ kind, id, role }: RecordPanelsProps) {
  const { t } = useText()
  const panels = usePanelsOf(kind, role)
  const [chosen, choose] = useChosenPanel(panels)
  const record: RecordRef = { kind, id }
  if (!chosen) return null
  return (
    <section className={classes.panels} aria-label={t('records.panels')}>
      <PanelTabs record={record} panels={panels} chosen={chosen} onChoose={choose} />
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
      search: (before: object) => ({ ...before, panel: key ?? undefined }),
      replace: true,
    })
  return [chosen, choose] as const
}
