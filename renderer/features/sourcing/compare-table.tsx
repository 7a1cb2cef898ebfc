// Lines down, suppliers across: landed cost of one with the card of its parts, and what else speaks for or against each.
import { Button, Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { ComparedAnswer, Comparison, RequestLine } from '#shared/schemas/quote-requests.ts'
import type { Picks } from './compare-answers.tsx'
import { LandedFigure } from './landed-figure.tsx'
import { LineName, lineWord } from './request-goods.tsx'
import { AnswerStateBadge } from './request-status.tsx'
import classes from './sourcing.module.css'

type TableProps = { comparison: Comparison; picks: Picks; onPick: ((more: Picks) => void) | null }

export function CompareTable({ comparison, picks, onPick }: TableProps) {
  const { t, format, language } = useText()
  const { answers, lines } = comparison
  return (
    <ScrollRegion name={t('sourcing.requests.compare.label')} className={classes.frame ?? ''}>
      <table className={classes.table} aria-label={t('sourcing.requests.compare.label')}>
        <thead>
          <tr>
            <th scope="col">{t('sourcing.requests.compare.line')}</th>
            {answers.map(({ answerId, supplier, state }) => (
              <th key={answerId} scope="col">
                <span className={classes.sideHead}>
                  {nameIn(language, supplier)}
                  <AnswerStateBadge state={state} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <LineName line={line} />
                <span className={classes.quiet}>{quantityText(format, line.quantity, line.unit)}</span>
              </th>
              {answers.map((answer) => (
                <td key={answer.answerId} className={classes.side}>
                  <LineFigure {...{ comparison, answer, line, picks, onPick }} />
                </td>
              ))}
            </tr>
          ))}
          <AnswerRows comparison={comparison} />
          {onPick ? (
            <tr>
              <td />
              {answers.map((answer) => (
                <td key={answer.answerId}>
                  <PickAll answer={answer} onPick={onPick} />
                </td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type FigureProps = TableProps & { answer: ComparedAnswer; line: RequestLine }

function LineFigure({ comparison, answer, line, picks, onPick }: FigureProps) {
  const { t, format, language } = useText()
  const compared = answer.lines.find(({ lineId }) => lineId === line.id)
  if (!compared || compared.price === null)
    return <span className="q-quiet">{t('sourcing.requests.compare.notOffered')}</span>
  const supplier = nameIn(language, answer.supplier)
  const { minOrder } = compared
  return (
    <div className={classes.pair}>
      <span className={classes.figure}>
        {onPick && answer.state === 'answered' ? (
          <Radio
            name={`line-${line.id}`}
            aria-label={t('sourcing.requests.compare.choose', { supplier, item: lineWord(line) })}
            checked={picks[line.id] === answer.answerId}
            onChange={() => onPick({ [line.id]: answer.answerId })}
          />
        ) : null}
        <LandedFigure base={comparison.baseCurrency} {...{ answer, line, compared }} />
        {compared.rank === 1 ? (
          <StatusBadge tone="good">{t('sourcing.requests.compare.best')}</StatusBadge>
        ) : compared.rank === null ? null : (
          <span className="q-quiet">{t('sourcing.requests.compare.rank', { rank: compared.rank })}</span>
        )}
      </span>
      {compared.isBelowMinimum && minOrder !== null ? (
        <span className={classes.warn}>
          {t('sourcing.requests.compare.below', { quantity: quantityText(format, minOrder, line.unit) })}
        </span>
      ) : null}
      {compared.isBrokenCarton ? <span className={classes.warn}>{t('sourcing.requests.compare.broken')}</span> : null}
    </div>
  )
}

function AnswerRows({ comparison }: { comparison: Comparison }) {
  const { t, format } = useText()
  const { answers, baseCurrency } = comparison
  const row = (label: string, cell: (answer: ComparedAnswer) => ReactNode) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      {answers.map((answer) => (
        <td key={answer.answerId}>{cell(answer)}</td>
      ))}
    </tr>
  )
  const missing = <span className="q-quiet">—</span>
  const days = t('sourcing.requests.answers.days')
  return (
    <>
      {row(t('sourcing.requests.compare.total'), ({ landedTotal, rank }) => (
        <span className={classes.figure}>
          {landedTotal === null ? t('sourcing.requests.compare.noFigure') : format.amount(landedTotal, baseCurrency)}
          {rank === 1 ? <StatusBadge tone="good">{t('sourcing.requests.compare.best')}</StatusBadge> : null}
        </span>
      ))}
      {row(t('sourcing.requests.compare.offered'), ({ offered }) =>
        t('sourcing.requests.compare.offeredOf', { offered, count: comparison.lines.length }),
      )}
      {row(t('sourcing.answer.leadTimeDays'), ({ leadTimeDays }) =>
        leadTimeDays === null ? missing : `${format.number(leadTimeDays)} ${days}`,
      )}
      {row(t('sourcing.requests.compare.terms'), ({ terms }) => (
        <Terms terms={terms} />
      ))}
      {row(t('sourcing.requests.compare.score'), ({ score }) =>
        score === null
          ? t('sourcing.requests.compare.noScore')
          : [score.grade, score.score === null ? '' : format.number(score.score.toFixed(1))]
              .filter(Boolean)
              .join(' · '),
      )}
      {row(t('sourcing.requests.compare.hours'), ({ hours }) => (hours === null ? missing : <Hours hours={hours} />))}
      {row(t('sourcing.answer.validTo'), ({ validTo }) => validTo ?? missing)}
      {row(t('sourcing.requests.compare.gaps'), ({ gaps }) =>
        gaps.length === 0 ? missing : gaps.map((gap) => t(`sourcing.requests.compare.gap.${gap}`)).join(', '),
      )}
    </>
  )
}

function Hours({ hours }: { hours: number }) {
  const { t, format } = useText()
  const whole = Math.round(hours)
  return <>{t('sourcing.requests.compare.hoursText', { count: whole, formatted: format.number(whole) })}</>
}

function Terms({ terms }: { terms: ComparedAnswer['terms'] }) {
  const { t, format } = useText()
  const rest = { days: format.number(terms.dueDays), from: t(`suppliers.dueFroms.${terms.dueFrom}`) }
  return (
    <>
      {terms.depositPercent > 0 ? (
        <span className={classes.quiet}>
          {t('sourcing.requests.compare.deposit', { percent: format.percent(terms.depositPercent) })}
        </span>
      ) : null}
      {t('sourcing.requests.compare.rest', rest)}
    </>
  )
}

function PickAll({ answer, onPick }: { answer: ComparedAnswer; onPick: (more: Picks) => void }) {
  const { t, language } = useText()
  if (answer.state !== 'answered') return null
  const offered = answer.lines.filter(({ price }) => price !== null)
  const supplier = nameIn(language, answer.supplier)
  return (
    <Button
      variant="subtle"
      aria-label={t('sourcing.requests.compare.chooseAllOf', { supplier })}
      onClick={() => onPick(Object.fromEntries(offered.map(({ lineId }) => [lineId, answer.answerId])))}
    >
      {t('sourcing.requests.compare.chooseAll')}
    </Button>
  )
}
