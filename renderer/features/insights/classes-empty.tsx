// No product to class, and what to do.
import { Button } from '@mantine/core'
import { IconGridDots } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { ClassesResult } from '#shared/schemas/classes.ts'
import { lastDayOfMonth } from './last-day-of-month.ts'
import type { ClassesState } from './use-classes-question.ts'

export function ClassesEmpty({ state: { change }, result }: { state: ClassesState; result: ClassesResult }) {
  const { t } = useText()
  const { lastSoldOn, question } = result
  const isPast = lastSoldOn !== null && lastSoldOn < question.from
  const isNarrow = question.filter !== undefined
  return (
    <EmptyState
      icon={<IconGridDots size={28} stroke={1.5} />}
      title={t('classes.empty.title')}
      actions={
        <>
          {isNarrow ? (
            <Button
              onClick={() => change({ channel: undefined, country: undefined, category: undefined, place: undefined })}
            >
              {t('classes.empty.all')}
            </Button>
          ) : null}
          {isPast ? (
            <Button onClick={() => change({ on: lastDayOfMonth(lastSoldOn) })}>
              {t('classes.empty.lastSales', { day: lastDayOfMonth(lastSoldOn) })}
            </Button>
          ) : null}
          {lastSoldOn === null ? (
            <LinkButton to="/import" variant="filled">
              {t('classes.empty.import')}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {t('classes.empty.text')}
    </EmptyState>
  )
}
