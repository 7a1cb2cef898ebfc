// What is done with ticked tasks. Another day and another person are asked for first.
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayDialog } from '#renderer/ui/day-dialog.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/selection-bar.tsx'
import { GiveDialog } from './give-dialog.tsx'

/** A question on the screen that a bulk action waits for. */
type Asking = { kind: 'day' | 'person'; count: number; answer: (run: (() => Promise<unknown>) | null) => void }

export function useBulkActions(): { actions: (archived: boolean) => readonly BulkAction[]; dialog: ReactNode } {
  const { t, format } = useText()
  const [asking, setAsking] = useState<Asking | null>(null)
  const said = (count: number) => ({ count, formatted: format.number(count) })
  const ask = async (kind: Asking['kind'], ids: number[]) => {
    const run = await new Promise<Parameters<Asking['answer']>[0]>((answer) =>
      setAsking({ kind, count: ids.length, answer }),
    )
    setAsking(null)
    return run === null ? false : run()
  }
  const [chosen, setChosen] = useState<number[]>([])
  const asked = (kind: Asking['kind']) => (ids: number[]) => {
    setChosen(ids)
    return ask(kind, ids)
  }
  const live: BulkAction[] = [
    {
      key: 'done',
      label: t('tasks.done'),
      run: (ids) => client.tasks.done.mutate({ ids }),
      done: (count) => t('tasks.doneMany', said(count)),
    },
    {
      key: 'postpone',
      label: t('tasks.postpone'),
      run: asked('day'),
      done: (count) => t('tasks.postponedMany', said(count)),
    },
    {
      key: 'assign',
      label: t('tasks.assign'),
      run: asked('person'),
      done: (count) => t('tasks.assignedMany', said(count)),
    },
    {
      key: 'archive',
      label: t('common.archive'),
      run: (ids) => client.tasks.archive.mutate({ ids }),
      done: (count) => t('tasks.archivedDone', said(count)),
    },
  ]
  const archived: BulkAction[] = [
    {
      key: 'unarchive',
      label: t('common.unarchive'),
      run: (ids) => client.tasks.unarchive.mutate({ ids }),
      done: (count) => t('tasks.unarchivedDone', said(count)),
    },
  ]
  const target = { ids: chosen }
  const dialog =
    asking === null ? null : asking.kind === 'day' ? (
      <DayDialog
        count={asking.count}
        onMove={(dueOn) => asking.answer(() => client.tasks.postpone.mutate({ target, dueOn }))}
        onClose={() => asking.answer(null)}
      />
    ) : (
      <GiveDialog
        count={asking.count}
        onGive={(personId) => asking.answer(() => client.tasks.assign.mutate({ target, personId }))}
        onClose={() => asking.answer(null)}
      />
    )
  return { actions: (isArchive) => (isArchive ? archived : live), dialog }
}
