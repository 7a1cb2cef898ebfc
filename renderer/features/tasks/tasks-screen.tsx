// The list of tasks, with a line at its top that adds one.
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { QuickAdd } from './quick-add.tsx'
import { useTaskColumns } from './task-columns.tsx'
import { TaskDrawer } from './task-drawer.tsx'
import { useBulkActions } from './use-bulk-actions.tsx'

export function TasksScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useTaskColumns()
  const titleRef = useRef<HTMLInputElement>(null)
  const { actions, dialog } = useBulkActions()
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/tasks/new">
        {t('tasks.new')}
      </LinkButton>
    </WriteGate>
  )
  return (
    <Page title={t('tasks.title')} actions={add} fills>
      <QuickAdd titleRef={titleRef} isInPage />
      <RecordList
        list="tasks"
        feature="tasks"
        label={t('tasks.title')}
        columns={columns}
        load={(query) => client.tasks.list.query(query)}
        nameOf={(row) => row.title}
        countText={(total) => t('tasks.count', { count: total, formatted: format.number(total) })}
        bulkActions={actions}
        empty={{ title: t('tasks.empty.title'), text: t('tasks.empty.text'), actions: add }}
        onNew={() => titleRef.current?.focus()}
        onOpenPage={(id) => navigate({ to: '/tasks/$id/edit', params: { id: String(id) } })}
        drawer={(id, onClose) => <TaskDrawer id={id} onClose={onClose} />}
      />
      {dialog}
    </Page>
  )
}
