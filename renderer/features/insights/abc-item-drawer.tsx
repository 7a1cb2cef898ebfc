// Why a product is in its class: the formula, what went into it, and the order lines behind.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { AbcInput, AbcItemDetail } from '#shared/schemas/insights.ts'
import { classTones } from './abc-columns.tsx'
import { abcFormula } from './abc-formula.ts'
import { AbcLines } from './abc-lines.tsx'

type AbcItemDrawerProps = { productId: number; question: AbcInput; onClose: () => void }

export function AbcItemDrawer({ productId, question, onClose }: AbcItemDrawerProps) {
  const { t } = useText()
  const query = useQuery(
    trpc.insights.abcItem.queryOptions({ ...question, productId }, { placeholderData: keepPreviousData }),
  )
  const detail = query.data
  return (
    <RecordDrawer
      name={detail ? `${detail.sku} ${detail.name}` : t('insights.abc.card.title')}
      title={detail?.sku ?? ''}
      badge={
        detail ? (
          <StatusBadge tone={classTones[detail.class]}>{t('insights.abc.class', { letter: detail.class })}</StatusBadge>
        ) : null
      }
      subtitle={detail?.name}
      onClose={onClose}
    >
      <QueryState query={query}>{(data) => <AbcCard question={question} detail={data} />}</QueryState>
    </RecordDrawer>
  )
}

function AbcCard({ question, detail }: { question: AbcInput; detail: AbcItemDetail }) {
  const { title, formula, inputs, footnote } = abcFormula(useText(), question, detail)
  return (
    <>
      <FormulaCard title={title} formula={formula} inputs={inputs} footnote={footnote} />
      {detail.lines.length > 0 ? <AbcLines basis={question.basis} detail={detail} /> : null}
    </>
  )
}
