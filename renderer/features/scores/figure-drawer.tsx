// A figure beside the card: its formula, its value, and the very lines, orders or answers it was counted from.
import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import type { BoardRow, FigureLines, FigureName } from '#shared/schemas/scores.ts'
import { FigureRows } from './figure-rows.tsx'
import { figureText, noDataText, windowText } from './score-words.ts'

const pageSize = 200

type FigureDrawerProps = {
  question: { supplierId: number; figure: FigureName }
  row: BoardRow
  onClose: () => void
}

export function FigureDrawer({ question, row, onClose }: FigureDrawerProps) {
  const { t } = useText()
  const asked = { ...question, limit: pageSize }
  const query = useInfiniteQuery({
    queryKey: [...trpc.suppliers.figureLines.queryKey(asked), 'pages'],
    queryFn: ({ pageParam }) => client.suppliers.figureLines.query({ ...asked, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page: FigureLines, pages: FigureLines[]) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return shown < page.total && page.rows.length > 0 ? shown : undefined
    },
    placeholderData: keepPreviousData,
  })
  const title = t(`scores.figures.${question.figure}`)
  return (
    <RecordDrawer name={title} title={title} onClose={onClose}>
      <QueryState query={query}>
        {({ pages }) => {
          const answer = joined(pages)
          return answer ? <FigureFormula answer={answer} row={row} /> : null
        }}
      </QueryState>
      {query.hasNextPage ? (
        <Button mt={8} loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('scores.lines.next')}
        </Button>
      ) : null}
    </RecordDrawer>
  )
}

/** All pages read so far as one; what each row is does not change from page to page. */
function joined(pages: readonly FigureLines[]): FigureLines | null {
  const last = pages.at(-1)
  return last ? ({ ...last, rows: pages.flatMap(({ rows }): unknown[] => rows) } as FigureLines) : null
}

function FigureFormula({ answer, row }: { answer: FigureLines; row: BoardRow }) {
  const text = useText()
  const { t, format } = text
  const { figure, value, currency, question, total, rows } = answer
  return (
    <FormulaCard
      title={t('scores.card.lines')}
      formula={t(`scores.formulas.${figure}`)}
      inputs={[
        {
          label: t('scores.card.value'),
          value: figureText(text, { name: figure, value, currency }) || noDataText(text, row, figure),
        },
        { label: t('scores.columns.cases'), value: format.number(row.n[figure]), optional: true },
        ...(rows.length < total
          ? [
              {
                label: t('scores.card.lines'),
                value: t('scores.lines.more', { shown: format.number(rows.length), total: format.number(total) }),
              },
            ]
          : []),
      ]}
      rows={total === 0 ? <p>{t('scores.lines.none')}</p> : <FigureRows answer={answer} />}
      footnote={windowText(text, question)}
    />
  )
}
