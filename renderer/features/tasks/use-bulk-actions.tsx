// What is done with ticked tasks. Another day and another person are asked for first.
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayDialog } from '#renderer/ui/day-dialog.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { useArchiveActions } from '#renderer/ui/record-grid/use-archive-actions.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'
import { GiveDialog } from './give-dialog.tsx'

type Done = { operationId: number | null }

/** A question on the screen that a bulk action waits for; null where the user says no. */
type Asking = {
  kind: 'day' | 'person'
  target: RecordTarget
  count: number
  answer: (run: (() => Promise<Done>) | null) => void
}

export function useBulkActions(): { actions: (archived: boolean) => readonly BulkAction[]; dialog: ReactNode } {
  const { t, format } = useText()
  const [asking, setAsking] = useState<Asking | null>(null)
  const said = (count: number) => ({ count, formatted: format.number(count) })
  const ask = (kind: Asking['kind']) => async (target: RecordTarget, count: number) => {
    const run = await new Promise<(() => Promise<Done>) | null>((answer) => setAsking({ kind, target, count, answer }))
    setAsking(null)
    return run === null ? null : run()
  }
  const { archive, unarchive } = useArchiveActions(client.tasks, (what, count) => t(`tasks.${what}Done`, count))
  const live: BulkAction[] = [
    {
      key: 'done',
      label: t('tasks.done'),
      runOn: (target) => client.tasks.done.mutate(target),
      done: (count) => t('tasks.doneMany', said(count)),
    },
    {
      key: 'postpone',
      label: t('tasks.postpone'),
      runOn: ask('day'),
      done: (count) => t('tasks.postponedMany', said(count)),
    },
    {
      key: 'assign',
      label: t('tasks.assign'),
      runOn: ask('person'),
      done: (count) => t('tasks.assignedMany', said(count)),
    },
    archive,
  ]
  return {
    actions: (isArchive) => (isArchive ? [unarchive] : live),
    dialog: asking && <Question asking={asking} />,
  }
}

function Question({ asking: { kind, target, count, answer } }: { asking: Asking }) {
  const asked = { count, onClose: () => answer(null) }
  return kind === 'day' ? (
    <DayDialog {...asked} onMove={(dueOn) => answer(() => client.tasks.postpone.mutate({ target, dueOn }))} />
  ) : (
    <GiveDialog {...asked} onGive={(personId) => answer(() => client.tasks.assign.mutate({ target, personId }))} />
  )
}
