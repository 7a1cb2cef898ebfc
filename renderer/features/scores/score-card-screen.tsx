// One supplier's card: the score and what it is made of, every figure with the lines behind it, what was judged and decided.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import type { ScoreCard } from '#shared/schemas/scores.ts'
import { CardCriteria } from './card-criteria.tsx'
import { CardDecisions } from './card-decisions.tsx'
import { CardExceptions } from './card-exceptions.tsx'
import { CardFigures } from './card-figures.tsx'
import { CardJudgements } from './card-judgements.tsx'
import { CardSummary } from './card-summary.tsx'
import { CardTrend } from './card-trend.tsx'
import { FigureDrawer } from './figure-drawer.tsx'
import { GradeBadge } from './grade-badge.tsx'
import { windowText } from './score-words.ts'
import classes from './scores.module.css'
import { ScoresBar } from './scores-bar.tsx'
import { ScoresNav } from './scores-nav.tsx'
import { type ScoreState, useScoreQuestion } from './use-score-question.ts'

export function ScoreCardScreen() {
  const supplierId = Number(useParams({ strict: false }).id)
  const state = useScoreQuestion()
  const query = useQuery(
    trpc.suppliers.scorecard.queryOptions({ ...state.question, supplierId }, { placeholderData: keepPreviousData }),
  )
  return (
    <QueryState query={query}>{(card) => <CardPage card={card} supplierId={supplierId} state={state} />}</QueryState>
  )
}

type CardPageProps = { card: ScoreCard; supplierId: number; state: ScoreState }

function CardPage({ card, supplierId, state }: CardPageProps) {
  const text = useText()
  const { t, language } = text
  const name = nameIn(language, card.row)
  const { figure } = state.address
  return (
    <Page
      title={
        <>
          {t('scores.card.title', { name })} <GradeBadge grade={card.row.grade} />
        </>
      }
      name={t('scores.card.title', { name })}
      subtitle={windowText(text, card.question)}
      fills
      actions={
        <>
          <LinkButton to={'/scores/compare' as '/'} search={{ ...state.address, ids: `${supplierId}` }}>
            {t('scores.card.compare')}
          </LinkButton>
          <LinkButton to={`/suppliers/${supplierId}` as '/'}>{t('scores.card.supplier')}</LinkButton>
        </>
      }
    >
      <ScoresNav view={null} address={state.address} />
      <ScoresBar state={state} asked={card.question} />
      <div className={report.split}>
        <ScrollRegion name={name} className={`${report.main} ${classes.card}`}>
          <div className={classes.sections}>
            <CardSummary card={card} />
            <CardCriteria card={card} />
            <CardFigures row={card.row} currency={card.currency} onOpen={(open) => state.change({ figure: open })} />
            <CardTrend kept={card.kept} />
            <CardJudgements supplierId={supplierId} judgements={card.judgements} />
            <CardDecisions supplierId={supplierId} card={card} />
            <CardExceptions supplierId={supplierId} exceptions={card.exceptions} />
          </div>
        </ScrollRegion>
        {figure ? (
          <FigureDrawer
            question={{ ...state.question, supplierId, figure }}
            row={card.row}
            onClose={() => state.change({ figure: undefined })}
          />
        ) : null}
      </div>
    </Page>
  )
}
