// The history of the whole book: who changed what and when, narrowed by what stands in the address, and the way back.
import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { type HistoryAddress, isNarrowed, readHistoryAddress } from './history-address.ts'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryList } from './history-list.tsx'
import { OpenedOperation } from './opened-operation.tsx'

export function HistoryScreen() {
  const { t } = useText()
  const [address, go] = useHistoryAddress()
  return (
    <Page
      title={t('history.book.title')}
      subtitle={t('history.book.subtitle')}
      actions={
        <Button
          leftSection={<IconTrash size={14} stroke={1.6} />}
          renderRoot={(props: object) => <Link {...props} to="/bin" />}
        >
          {t('history.book.bin')}
        </Button>
      }
    >
      <HistoryFilters address={address} onChange={go} />
      {address.operation && !isNarrowed(address) ? (
        <OpenedOperation
          operationId={address.operation}
          onClose={() => go({ ...address, operation: undefined } as HistoryAddress)}
        />
      ) : null}
      <HistoryList address={address} onChange={go} />
    </Page>
  )
}

export type GoTo = (address: HistoryAddress) => void

function useHistoryAddress(): readonly [HistoryAddress, GoTo] {
  const address = readHistoryAddress(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  const go = (to: HistoryAddress) =>
    void navigate({ to: '.', search: readHistoryAddress(to as Record<string, unknown>), replace: true })
  return [address, go]
}
