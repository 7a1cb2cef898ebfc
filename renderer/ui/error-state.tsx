// Something could not be read: the sentence, and another try.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from './empty-state.tsx'

type ErrorStateProps = { error: unknown; title?: string; onRetry?: () => void; actions?: ReactNode }

export function ErrorState({ error, title, onRetry, actions }: ErrorStateProps) {
  const { t } = useText()
  const message = wholeMessage(t, error)
  const retry = onRetry ? <Button onClick={onRetry}>{t('common.tryAgain')}</Button> : null
  return (
    <div role="alert">
      <EmptyState
        icon={<IconAlertTriangle size={28} stroke={1.5} />}
        title={title ?? message}
        actions={
          <>
            {retry}
            {actions}
          </>
        }
      >
        {title ? message : null}
      </EmptyState>
    </div>
  )
}
