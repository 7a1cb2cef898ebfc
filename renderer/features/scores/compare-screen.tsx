// Up to five suppliers beside one another: criteria as a radar, criteria and figures as a table.
import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { CompareTable } from './compare-table.tsx'
import { CriteriaRadar } from './criteria-radar.tsx'
import { windowText } from './score-words.ts'
import classes from './scores.module.css'
import { comparedIds } from './scores-address.ts'
import { ScoresBar } from './scores-bar.tsx'
import { ScoresNav } from './scores-nav.tsx'
import { type ScoreState, useScoreQuestion } from './use-score-question.ts'

const mostCompared = 5

export function CompareScreen() {
  const text = useText()
  const { t } = text
  const state = useScoreQuestion()
  const ids = comparedIds(state.address.ids)
  const query = useQuery(
    trpc.suppliers.compareScores.queryOptions(
      { ...state.question, supplierIds: ids },
      { enabled: ids.length > 0, placeholderData: keepPreviousData },
    ),
  )
  const show = (next: readonly number[]) => state.change({ ids: next.length > 0 ? next.join('-') : undefined })
  return (
    <Page title={t('scores.compare.title')} subtitle={query.data ? windowText(text, query.data.question) : undefined}>
      <div className={`${classes.flush} ${classes.sections}`}>
        <div>
          <ScoresNav view="compare" address={state.address} />
          <ScoresBar state={state} asked={query.data?.question} />
          <PartyPicker
            partyRole="supplier"
            w={280}
            label={t('scores.compare.add')}
            disabled={ids.length >= mostCompared}
            value={null}
            onChange={(option) => option && show([...ids, option.id])}
          />
        </div>
        {ids.length === 0 ? (
          <NobodyYet state={state} onShow={show} />
        ) : (
          <QueryState query={query}>
            {({ suppliers, currency }) => (
              <>
                <CriteriaRadar
                  suppliers={suppliers.map(({ row, criteria }) => ({
                    id: row.supplierId ?? 0,
                    name: nameIn(text.language, row),
                    criteria,
                  }))}
                />
                <CompareTable
                  suppliers={suppliers}
                  currency={currency}
                  onRemove={(id) => show(ids.filter((one) => one !== id))}
                />
              </>
            )}
          </QueryState>
        )}
      </div>
    </Page>
  )
}

function NobodyYet({ state, onShow }: { state: ScoreState; onShow: (ids: number[]) => void }) {
  const { t } = useText()
  const board = useQuery(trpc.suppliers.scoreboard.queryOptions(state.question))
  const best = (board.data?.rows ?? [])
    .filter(({ rank }) => rank !== null)
    .sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0))
    .flatMap(({ supplierId }) => supplierId ?? [])
    .slice(0, mostCompared)
  return (
    <EmptyState
      title={t('scores.compare.empty')}
      actions={best.length > 0 ? <Button onClick={() => onShow(best)}>{t('scores.compare.best')}</Button> : undefined}
    />
  )
}
