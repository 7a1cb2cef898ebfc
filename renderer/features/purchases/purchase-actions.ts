// What can be done with many purchase orders at once.
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'

type Verb = 'send' | 'confirm' | 'cancel' | 'close'

const calls = {
  send: (target: RecordTarget) => client.purchases.send.mutate({ target }),
  confirm: (target: RecordTarget) => client.purchases.confirm.mutate({ target }),
  cancel: (target: RecordTarget) => client.purchases.cancel.mutate({ target, reason: '' }),
  close: (target: RecordTarget) => client.purchases.close.mutate({ target }),
} as const

export function usePurchaseActions(): (isArchive: boolean) => BulkAction[] {
  const { t, format } = useText()
  const { archive, unarchive } = useArchiveActions(client.purchases, (what, count) => t(`purchases.${what}Done`, count))
  const action = (verb: Verb): BulkAction => ({
    key: verb,
    label: t(`purchases.selected.${verb}`),
    runOn: (target) => calls[verb](target),
    done: (count) => t(`purchases.done.${verb}`, { count, formatted: format.number(count) }),
  })
  return (isArchive) =>
    isArchive ? [unarchive] : [action('send'), action('confirm'), action('close'), action('cancel'), archive]
}
