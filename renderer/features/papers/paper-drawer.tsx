// An issued paper beside its list.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
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
        <Button component={Link} to="/papers/$id" params={{ id: String(id) } as never}>
          {t('papers.show')}
        </Button>
      }
      onClose={onClose}
    >
      <QueryState query={query}>{(found) => <PaperFacts paper={found} />}</QueryState>
    </RecordDrawer>
  )
}
