// Spend against score: who matters and how well they do, as a picture and as a list; both open the card.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { QuadrantResult } from '#shared/schemas/scores.ts'
import { GradeBadge } from './grade-badge.tsx'
import { QuadrantChart } from './quadrant-chart.tsx'
import { scoreText, windowText } from './score-words.ts'
import classes from './scores.module.css'
import { AskedNumber, ScoresBar } from './scores-bar.tsx'
import { ScoresNav } from './scores-nav.tsx'
import { useScoreQuestion } from './use-score-question.ts'

export function QuadrantScreen() {
  const text = useText()
  const { t, format } = text
  const state = useScoreQuestion()
  const { spend, score } = state.address
  const asked = {
    ...state.question,
    ...(spend && { spendLimit: spend }),
    ...(score !== undefined && { scoreLimit: score }),
  }
  const query = useQuery(trpc.suppliers.quadrant.queryOptions(asked, { placeholderData: keepPreviousData }))
  const result = query.data
  return (
    <Page
      title={t('scores.quadrant.title')}
      subtitle={result ? windowText(text, result.question) : t('scores.quadrant.subtitle')}
    >
      <div className={classes.flush}>
        <ScoresNav view="quadrant" address={state.address} />
        <ScoresBar state={state} asked={result?.question} />
        {result && result.points.length > 0 ? (
          <div className={classes.row}>
            <AskedNumber
              label={t('scores.quadrant.spendLimit', { currency: result.currency })}
              value={Number(result.spendLimit)}
              onTake={(limit) => state.change({ spend: limit === undefined ? undefined : String(limit) })}
            />
            <AskedNumber
              label={t('scores.quadrant.scoreLimit')}
              value={result.scoreLimit}
              onTake={(limit) => state.change({ score: limit })}
            />
          </div>
        ) : null}
        <QueryState query={query}>
          {(data) =>
            data.points.length === 0 ? (
              <EmptyState title={t('scores.quadrant.empty')} />
            ) : (
              <>
                <QuadrantChart
                  result={data}
                  onSpend={(limit) => state.change({ spend: String(limit) })}
                  onScore={(limit) => state.change({ score: limit })}
                />
                <Points result={data} />
              </>
            )
          }
        </QueryState>
        {result && result.leftOut > 0 ? (
          <p className="q-quiet">{t('scores.quadrant.leftOut', { n: format.number(result.leftOut) })}</p>
        ) : null}
      </div>
    </Page>
  )
}

function Points({ result: { points, currency } }: { result: QuadrantResult }) {
  const text = useText()
  const { t, format, language } = text
  return (
    <table className={plain.table} aria-label={t('scores.quadrant.list')}>
      <TableHead
        heads={[
          t('scores.columns.supplier'),
          t('scores.quadrant.which'),
          t('scores.columns.grade'),
          { numeric: t('scores.columns.score') },
          { numeric: `${t('scores.columns.spend')} ${currency}` },
        ]}
      />
      <tbody>
        {points.map((point) => (
          <tr key={point.supplierId}>
            <th scope="row">
              <Link className="q-link" to={`/scores/${point.supplierId}` as '/'}>
                {nameIn(language, point)}
              </Link>
            </th>
            <td>{t(`scores.quadrant.${point.quadrant}`)}</td>
            <td>
              <GradeBadge grade={point.grade} />
            </td>
            <td data-numeric>{scoreText(text, point.score)}</td>
            <td data-numeric>{format.amount(point.spend, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
