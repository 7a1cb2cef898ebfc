// Why a product has its two classes: both formulas with what went in, its demand period by period, its classes so far.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { ClassesInput, ClassItemDetail } from '#shared/schemas/classes.ts'
import classes from './class-drawer.module.css'
import { abcClassFormula, xyzClassFormula } from './class-formulas.ts'
import { ClassHistory } from './class-history.tsx'
import { classLetters } from './class-words.ts'
import { DemandRows } from './demand-rows.tsx'

type ClassDrawerProps = { productId: number; question: ClassesInput; onClose: () => void }

export function ClassDrawer({ productId, question, onClose }: ClassDrawerProps) {
  const text = useText()
  const { t } = text
  const query = useQuery(
    trpc.classes.item.queryOptions({ ...question, productId }, { placeholderData: keepPreviousData }),
  )
  const detail = query.data
  return (
    <RecordDrawer
      name={detail ? `${detail.sku} ${detail.name}` : t('classes.title')}
      title={detail?.sku ?? ''}
      badge={detail?.item ? <StatusBadge tone="accent">{classLetters(text, detail.item)}</StatusBadge> : null}
      subtitle={detail?.name}
      onClose={onClose}
      actions={
        <Link to="/products/$id" params={{ id: String(productId) }} className="q-link">
          {t('classes.card.productPage')}
        </Link>
      }
    >
      <QueryState query={query}>{(data) => <ClassCards productId={productId} detail={data} />}</QueryState>
    </RecordDrawer>
  )
}

function ClassCards({ productId, detail }: { productId: number; detail: ClassItemDetail }) {
  const text = useText()
  const { t } = text
  const { item, rows, question } = detail
  return (
    <div className={classes.cards}>
      {item ? (
        <>
          <FormulaCard {...abcClassFormula(text, detail, item)} />
          <FormulaCard {...xyzClassFormula(text, detail, item)} />
        </>
      ) : (
        <p>{t('classes.card.notAsked')}</p>
      )}
      {rows.length > 0 ? <DemandRows period={question.period} rows={rows} /> : null}
      <section>
        <SectionTitle>{t('classes.history.title')}</SectionTitle>
        <ClassHistory productId={productId} />
      </section>
    </div>
  )
}
