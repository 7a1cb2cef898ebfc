// What can be opened on any record (timeline, tasks, files, papers …). Features bring panels, app/ gathers them, and record
// screens show those that fit, so that no feature knows another.
import { type ComponentType, createContext, use } from 'react'
import type { PartyRole } from '#shared/schemas/parties.ts'
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
  /** Parties that are shown as one of these only; left out, all. */
  roles?: readonly PartyRole[]
  /** Loaded when it is first shown. */
  Panel: ComponentType<PanelProps>
  /** On the page of the record whichever panel is shown: what takes files that are dropped there, say. */
  Presence?: ComponentType<PresenceProps>
}

export const RecordPanelsContext = createContext<readonly RecordPanel[]>([])

/** The panels that a record of this kind has, in order; `role` is what a party is shown as. */
export function usePanelsOf(kind: RecordKind, role?: PartyRole): RecordPanel[] {
  return use(RecordPanelsContext).filter(
    ({ kinds, roles }) =>
      (kinds === undefined || kinds.includes(kind)) &&
      (roles === undefined || (role !== undefined && roles.includes(role))),
  )
}
