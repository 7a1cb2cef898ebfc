// What can be done with many shipments at once.
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { usePickingAction } from '#renderer/ui/picking-action.ts'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'

type Verb = 'pack' | 'unpack' | 'cancel'

const calls = {
  pack: (target: RecordTarget) => client.shipments.pack.mutate({ target }),
  unpack: (target: RecordTarget) => client.shipments.unpack.mutate({ target }),
  cancel: (target: RecordTarget) => client.shipments.cancel.mutate({ target }),
} as const

export function useShipmentActions(): (isArchive: boolean) => BulkAction[] {
  const { t, format } = useText()
  const { archive, unarchive } = useArchiveActions(client.shipments, (what, count) => t(`shipments.${what}Done`, count))
  const picking = usePickingAction('shipment')
  const action = (verb: Verb): BulkAction => ({
    key: verb,
    label: t(`shipments.selected.${verb}`),
    runOn: (target) => calls[verb](target),
    done: (count) => t(`shipments.done.${verb}`, { count, formatted: format.number(count) }),
  })
  return (isArchive) =>
    isArchive ? [unarchive] : [picking, action('pack'), action('unpack'), action('cancel'), archive]
}
