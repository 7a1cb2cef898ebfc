// An issued paper beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { PaperFacts } from './paper-facts.tsx'
import { PaperStatusBadge } from './paper-status.tsx'

export function PaperDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.papers.get.queryOptions({ id }))
  const paper = query.data
  return (
    <RecordDrawer
      name={paper?.number ?? t('papers.one')}
      title={paper?.number ?? ''}
      badge={paper ? <PaperStatusBadge status={paper.status} /> : null}
      subtitle={paper ? [t(`papers.kinds.${paper.kind}`), paper.party].filter(Boolean).join(' · ') : null}
      actions={
        <LinkButton to="/papers/$id" params={{ id: String(id) }}>
          {t('papers.show')}
        </LinkButton>
      }
      onClose={onClose}
    >
      <QueryState query={query}>{(found) => <PaperFacts paper={found} />}</QueryState>
    </RecordDrawer>
  )
}
