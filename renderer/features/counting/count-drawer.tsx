// A count beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { CountFacts } from './count-facts.tsx'
import { CountStatusBadge, scopeText } from './count-words.tsx'

export function CountDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const query = useQuery(trpc.counting.get.queryOptions({ id }))
  const count = query.data
  return (
    <RecordDrawer
      name={count?.number ?? t('counting.one')}
      title={count?.number ?? ''}
      badge={count ? <CountStatusBadge status={count.status} /> : null}
      subtitle={count ? [scopeText(text, count), count.on].join(' · ') : null}
      actions={
        <LinkButton to="/stock/counts/$id" params={{ id: String(id) }}>
          {t(count?.status === 'open' ? 'counting.goOn' : 'common.openPage')}
        </LinkButton>
      }
      onClose={onClose}
    >
      <QueryState query={query}>{(found) => <CountFacts count={found} />}</QueryState>
    </RecordDrawer>
  )
}
