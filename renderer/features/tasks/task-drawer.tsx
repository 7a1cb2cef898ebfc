// A task beside its list: its facts, its checklist to tick, and what is done with it.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayDialog } from '#renderer/ui/day-dialog.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useTaskActions } from '#renderer/ui/tasks/use-task-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Task } from '#shared/schemas/tasks.ts'
import { Checklist } from './checklist.tsx'
import { TaskDue } from './task-due.tsx'
import { TaskStatusBadge } from './task-status.tsx'
import { personOf, repeatWords } from './task-words.ts'
import classes from './tasks.module.css'

export function TaskDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.tasks.get.queryOptions({ id, today: useToday() }))
  const task = query.data
  return (
    <RecordDrawer
      name={task?.title ?? t('tasks.one')}
      title={task?.title ?? ''}
      badge={
        task ? (
          <>
            <TaskStatusBadge status={task.status} />
            {task.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
          </>
        ) : null
      }
      actions={task ? <TaskActions task={task} onRemoved={onClose} /> : null}
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <TaskFacts task={found} />
            <Checklist task={found} />
            <div className={classes.part}>
              <RecordPanels kind="task" id={found.id} />
            </div>
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}

function TaskActions({ task, onRemoved }: { task: Task; onRemoved: () => void }) {
  const { t } = useText()
  const { done, reopen, cancel, remove, postpone } = useTaskActions()
  const [isMoving, setMoving] = useState(false)
  const [isAsking, setAsking] = useState(false)
  if (isAsking)
    return (
      <span className={classes.ask}>
        <span className="q-quiet">{t('tasks.removeSure', { title: task.title })}</span>
        <Button onClick={() => setAsking(false)} autoFocus>
          {t('common.cancel')}
        </Button>
        <Button
          color="red"
          variant="filled"
          onClick={() => remove.mutate(task, { onSuccess: onRemoved })}
          loading={remove.isPending}
        >
          {t('tasks.remove')}
        </Button>
      </span>
    )
  return (
    <>
      {task.status === 'open' ? (
        <>
          <WriteGate>
            <Button variant="filled" onClick={() => done.mutate(task)} loading={done.isPending}>
              {t('tasks.done')}
            </Button>
          </WriteGate>
          <WriteGate>
            <Button onClick={() => setMoving(true)}>{t('tasks.postpone')}</Button>
          </WriteGate>
        </>
      ) : (
        <WriteGate>
          <Button onClick={() => reopen.mutate(task)} loading={reopen.isPending}>
            {t('tasks.reopen')}
          </Button>
        </WriteGate>
      )}
      <WriteGate>
        <LinkButton to="/tasks/$id/edit" params={{ id: String(task.id) }}>
          {t('common.edit')}
        </LinkButton>
      </WriteGate>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('tasks.more')}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {task.status === 'open' ? (
            <WriteGate>
              <Menu.Item onClick={() => cancel.mutate(task)} title={task.repeat ? t('tasks.cancelText') : ''}>
                {t('tasks.cancelTask')}
              </Menu.Item>
            </WriteGate>
          ) : null}
          <WriteGate>
            <Menu.Item onClick={() => setAsking(true)}>{t('tasks.remove')}</Menu.Item>
          </WriteGate>
        </Menu.Dropdown>
      </Menu>
      {isMoving ? (
        <DayDialog
          count={1}
          initial={task.dueOn ?? ''}
          onMove={(dueOn) => {
            setMoving(false)
            postpone.mutate({ task, dueOn })
          }}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </>
  )
}

function TaskFacts({ task }: { task: Task }) {
  const text = useText()
  const { t, language } = text
  const name = (key: 'dueOn' | 'doneOn' | 'person' | 'record' | 'repeat' | 'nextOn') => t(`tasks.fields.${key}`)
  return (
    <>
      <Facts
        facts={[
          { label: name('dueOn'), value: task.dueOn ? <TaskDue task={task} /> : '' },
          { label: name('doneOn'), value: task.doneOn, optional: true },
          { label: name('person'), value: personOf(language, task) },
          { label: name('record'), value: task.record ? <RecordLink record={task.record} /> : null },
          { label: name('repeat'), value: repeatWords(text, task.repeat), optional: true },
          { label: name('nextOn'), value: task.status === 'open' ? task.nextOn : null, optional: true },
        ]}
      />
      {task.note ? <p className={classes.note}>{task.note}</p> : null}
    </>
  )
}
