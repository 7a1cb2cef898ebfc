// The panels of a record in a dialog over a page that has panels of its own: which one is shown stays out of the address.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { usePanelsOf } from '#renderer/lib/record-panels.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { PanelTabs } from './panel-tabs.tsx'
import classes from './record-panels.module.css'

type OwnPanelsProps = {
  record: RecordRef
  /** The panel to begin with; the first of all when left out. */
  first?: string
}

export function OwnPanels({ record, first }: OwnPanelsProps) {
  const { t } = useText()
  const panels = usePanelsOf(record.kind)
  const [key, choose] = useState<string | null>(first ?? null)
  const chosen = panels.find((panel) => panel.key === key) ?? panels[0]
  if (!chosen) return null
  return (
    <section className={classes.panels} aria-label={t('records.panels')}>
      <PanelTabs record={record} panels={panels} chosen={chosen} onChoose={choose} />
    </section>
  )
}

/** Notes, files and history of a record that has no page of its own. */
export function PanelsDialog({ title, onClose, ...panels }: OwnPanelsProps & { title: string; onClose: () => void }) {
  const { t } = useText()
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <OwnPanels {...panels} />
    </Modal>
  )
}
