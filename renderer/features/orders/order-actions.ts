// What can be done with many orders at once.
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { usePickingAction } from '#renderer/ui/picking-action.ts'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'

const calls = {
  hold: (target: RecordTarget) => client.orders.hold.mutate({ target, reason: '' }),
  resume: (target: RecordTarget) => client.orders.resume.mutate({ target }),
  deliver: (target: RecordTarget) => client.orders.deliver.mutate({ target }),
  close: (target: RecordTarget) => client.orders.close.mutate({ target }),
  cancel: (target: RecordTarget) => client.orders.cancel.mutate({ target, reason: '' }),
} as const

const verbs = Object.keys(calls) as (keyof typeof calls)[]

/** `first`: confirming and sending, which ask more than a click. */
export function useOrderActions(first: readonly BulkAction[]): (isArchive: boolean) => BulkAction[] {
  const { t, format } = useText()
  const picking = usePickingAction('order')
  const { archive, unarchive } = useArchiveActions(client.orders, (what, count) => t(`orders.${what}Done`, count))
  const rest = verbs.map(
    (verb): BulkAction => ({
      key: verb,
      label: t(`orders.selected.${verb}`),
      runOn: (target) => calls[verb](target),
      done: (count) => t(`orders.done.${verb}`, { count, formatted: format.number(count) }),
    }),
  )
  return (isArchive) => (isArchive ? [unarchive] : [...first, picking, ...rest, archive])
}
