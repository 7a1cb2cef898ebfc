// One picking list for all that are ticked: shipments or orders.
import { useNavigate } from '@tanstack/react-router'
import { CallFailure } from '#renderer/lib/call-failure.ts'
import { useText } from '#renderer/lib/language.ts'
import { recordText } from '#renderer/lib/paper-links.ts'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'

/** As many as one list gathers. */
const most = 500

export function usePickingAction(kind: 'shipment' | 'order'): BulkAction {
  const { t } = useText()
  const navigate = useNavigate()
  return {
    key: 'picking',
    label: t('papers.make.picking_list'),
    run: async (ids) => {
      if (ids.length > most)
        throw new CallFailure({ code: 'packing/too-many-to-pick', details: { count: ids.length, most } })
      const [first, ...others] = ids.map((id) => recordText({ kind, id }))
      const search = { kind: 'picking_list', record: first, ...(others.length > 0 && { also: others.join(',') }) }
      await navigate({ to: '/papers/new', search: search as never })
    },
  }
}
