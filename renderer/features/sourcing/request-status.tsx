// How a request stands, and how an answer to it.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { daysBetween, isDay } from '#shared/dates.ts'
import type { AnswerState, RequestRow, RequestStatus } from '#shared/schemas/quote-requests.ts'

const tones: Readonly<Record<RequestStatus, Tone>> = {
  draft: 'neutral',
  sent: 'accent',
  closed: 'good',
  cancelled: 'outline',
}

export function RequestStatusBadge({ status }: { status: RequestStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`sourcing.requestStatuses.${status}`)}</StatusBadge>
}

/** Says that the day for answers is over while some are still silent. */
export function LateBadge({ status, answerBy }: Pick<RequestRow, 'status' | 'answerBy'>) {
  const { t, format } = useText()
  const today = useToday()
  const late = status === 'sent' && answerBy && isDay(answerBy) ? daysBetween(answerBy, today) : 0
  if (late <= 0) return null
  return (
    <StatusBadge tone="warn">
      {t('sourcing.requests.late', { count: late, formatted: format.number(late) })}
    </StatusBadge>
  )
}

const answerTones: Readonly<Record<AnswerState, Tone>> = {
  asked: 'neutral',
  answered: 'accent',
  declined: 'outline',
  chosen: 'good',
}

export function AnswerStateBadge({ state }: { state: AnswerState }) {
  const { t } = useText()
  return <StatusBadge tone={answerTones[state]}>{t(`sourcing.answerStates.${state}`)}</StatusBadge>
}
