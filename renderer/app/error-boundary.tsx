// Catches a fault while drawing, so that one broken screen leaves the rest at work.
import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'

type ErrorBoundaryProps = { children: ReactNode }

export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <ScreenFault error={this.state.error} reset={() => this.setState({ error: null })} />
  }
}

export function ScreenFault({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useText()
  const message = error instanceof Error ? error.message : String(error)
  return (
    <div role="alert">
      <EmptyState title={t('shell.fault')} actions={<Button onClick={reset}>{t('common.tryAgain')}</Button>}>
        <p>{t('shell.faultText')}</p>
        <p>{message}</p>
      </EmptyState>
    </div>
  )
}
