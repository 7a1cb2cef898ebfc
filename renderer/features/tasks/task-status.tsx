// A task's status as a badge.
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { TaskStatus } from '#shared/schemas/tasks.ts'

const tones: Readonly<Record<TaskStatus, Tone>> = { open: 'accent', done: 'good', cancelled: 'neutral' }

export function TaskStatusBadge({ status }: { status: TaskStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`tasks.statuses.${status}`)}</StatusBadge>
}
