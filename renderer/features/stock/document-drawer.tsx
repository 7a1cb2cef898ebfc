// A stock document beside its list.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { DocumentStateBadge } from './document-words.tsx'

export function DocumentDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, format } = useText()
  const query = useQuery(trpc.stock.document.queryOptions({ id }))
  const document = query.data
  return (
    <RecordDrawer
      name={document?.number ?? t('stock.documents.one')}
      title={document?.number ?? ''}
      badge={document ? <DocumentStateBadge state={document.state} /> : null}
      subtitle={document ? [t(`stock.kinds.${document.kind}`), document.on].join(' · ') : null}
      actions={
        <LinkButton to="/stock/documents/$id" params={{ id: String(id) }}>
          {t('common.openPage')}
        </LinkButton>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <>
            <DocumentFacts document={found} />
            <Facts
              title={t('stock.form.lines')}
              facts={found.lines.map((line) => ({
                label: line.sku,
                value: quantityText(format, line.quantity, line.unit),
              }))}
            />
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}
