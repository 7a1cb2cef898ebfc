// A book that a newer program wrote: nothing was done to it, and nothing is wrong with it.
import { Button } from '@mantine/core'
import { IconArrowUpCircle } from '@tabler/icons-react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'

export function NewerBook({ failure, onBack }: { failure: unknown; onBack: () => void }) {
  const { t } = useText()
  const { version } = useHostState()
  return (
    <div role="status">
      <EmptyState
        icon={<IconArrowUpCircle size={28} stroke={1.5} />}
        title={t('welcome.newer.title')}
        actions={<Button onClick={onBack}>{t('welcome.new.back')}</Button>}
      >
        <p>{errorMessage(t, failure)}</p>
        <p>{t('welcome.newer.version', { version })}</p>
      </EmptyState>
    </div>
  )
}
