// What can be opened on any record (timeline, tasks, files, papers …). Features bring panels, app/ gathers them, and record
// screens show those that fit, so that no feature knows another.
import { type ComponentType, createContext, use } from 'react'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

export type PanelProps = { record: RecordRef }

/** `show` brings the panel to the front. */
export type PresenceProps = PanelProps & { show: () => void }

export type RecordPanel = {
  /** Names the panel in the address and its count in `records.counts`. */
  key: string
  /** Its title in the reader's language. */
  useTitle: () => string
  /** Kinds of records that have it; left out, all. */
  kinds?: readonly RecordKind[]
  /** Loaded when it is first shown. */
  Panel: ComponentType<PanelProps>
  /** On the page of the record whichever panel is shown: what takes files that are dropped there, say. */
  Presence?: ComponentType<PresenceProps>
}

export const RecordPanelsContext = createContext<readonly RecordPanel[]>([])

/** The panels that a record of this kind has, in order. */
export function usePanelsOf(kind: RecordKind): RecordPanel[] {
  return use(RecordPanelsContext).filter((panel) => panel.kinds === undefined || panel.kinds.includes(kind))
}
