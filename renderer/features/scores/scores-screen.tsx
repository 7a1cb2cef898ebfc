// The score board: every supplier measured over the same days; a row opens the supplier's card.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { HelpButton } from '#renderer/ui/help-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import type { BoardRow, ScoreBoard } from '#shared/schemas/scores.ts'
import { useBoardColumns } from './board-columns.tsx'
import { KeepPeriod } from './keep-period.tsx'
import { windowText } from './score-words.ts'
import classes from './scores.module.css'
import { ScoresBar } from './scores-bar.tsx'
import { ScoresNav } from './scores-nav.tsx'
import { useScoreQuestion } from './use-score-question.ts'

export function ScoresScreen() {
  const text = useText()
  const { t } = text
  const state = useScoreQuestion()
  const query = useQuery(trpc.suppliers.scoreboard.queryOptions(state.question, { placeholderData: keepPreviousData }))
  const isEmpty = !query.data || query.data.rows.length === 0
  return (
    <Page
      title={t('scores.title')}
      subtitle={query.data ? windowText(text, query.data.question) : t('scores.reading')}
      fills
      actions={
        <>
          <ReportExport
            asked={{ list: 'scoreboard', scores: { ...state.question, groupBy: 'supplier' } }}
            isEmpty={isEmpty}
          />
          <KeepPeriod />
        </>
      }
    >
      <ScoresNav view="board" address={state.address} />
      <ScoresBar state={state} asked={query.data?.question} />
      <QueryState query={query}>
        {(board) => (board.rows.length === 0 ? <Empty /> : <Board board={board} />)}
      </QueryState>
    </Page>
  )
}

function Empty() {
  const { t } = useText()
  return (
    <EmptyState
      title={t('scores.empty.title')}
      actions={
        <>
          <LinkButton to="/purchases">{t('scores.empty.button')}</LinkButton>
          <HelpButton />
        </>
      }
    >
      {t('scores.empty.text')}
    </EmptyState>
  )
}

function Board({ board }: { board: ScoreBoard }) {
  const { t, format } = useText()
  const navigate = useNavigate()
  const { address } = useScoreQuestion()
  const columns = useBoardColumns(board.currency)
  const rows = useMemo(() => board.rows.toSorted((left, right) => placeOf(left) - placeOf(right)), [board])
  const hints = [
    ...(board.linesWithoutReceiptDays > 0
      ? [t('scores.noReceiptDays', { n: format.number(board.linesWithoutReceiptDays) })]
      : []),
    ...(board.linesWithoutQuantities > 0
      ? [t('scores.noQuantities', { n: format.number(board.linesWithoutQuantities) })]
      : []),
    ...(board.linesWithoutRejects > 0 ? [t('scores.noRejects', { n: format.number(board.linesWithoutRejects) })] : []),
    ...(board.linesWithoutRate > 0 ? [t('scores.noRate', { n: format.number(board.linesWithoutRate) })] : []),
  ]
  return (
    <>
      {hints.length > 0 ? <Notice className={classes.hints}>{hints.join(' ')}</Notice> : null}
      <div className={report.grid}>
        <RowGrid
          label={t('scores.table')}
          rows={rows}
          columns={columns}
          idOf={keyOf}
          onOpen={({ supplierId }) =>
            supplierId !== null &&
            navigate({ to: `/scores/${supplierId}` as '/', search: { ...address, figure: undefined } })
          }
        />
      </div>
    </>
  )
}

/** Who has no rank stands behind all. */
function placeOf({ rank }: BoardRow): number {
  return rank ?? Number.MAX_SAFE_INTEGER
}

function keyOf({ key }: BoardRow): string {
  return key
}
