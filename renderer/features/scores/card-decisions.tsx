// What the figures propose, with reasons; what was decided, and the actions that follow as tasks with days.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { ScoreCard } from '#shared/schemas/scores.ts'
import { DecideForm } from './decide-form.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import classes from './scores.module.css'

export function CardDecisions({ supplierId, card }: { supplierId: number; card: ScoreCard }) {
  const { t } = useText()
  const { proposal, decisions } = card
  const [shown, show] = useState<number | null>(null)
  const why = proposal.reasons.map((reason) => t(`scores.proposals.${reason}`)).join(' · ')
  return (
    <section>
      <SectionTitle>{t('scores.decide.title')}</SectionTitle>
      <p>
        {proposal.decision === null
          ? t('scores.decide.noProposal')
          : t('scores.decide.proposed', { what: t(`scores.decisions.${proposal.decision}`) })}{' '}
        <span className="q-quiet">{why}</span>
      </p>
      <DecideForm key={proposal.decision} supplierId={supplierId} proposed={proposal.decision} />
      {decisions.length === 0 ? <p className="q-quiet">{t('scores.decide.none')}</p> : null}
      <table className={plain.table} aria-label={t('scores.decide.title')}>
        <tbody>
          {decisions.map((one) => (
            <tr key={one.id}>
              <td className={classes.day}>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  px={0}
                  aria-label={t('scores.decide.open', { day: one.decidedOn })}
                  onClick={() => show(one.id)}
                >
                  {one.decidedOn}
                </Button>
              </td>
              <th scope="row">{t(`scores.decisions.${one.decided}`)}</th>
              <td>{one.note}</td>
              <td>{one.actions.map(({ title, dueOn }) => [title, dueOn ?? ''].join(' ').trim()).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown === null ? null : <DecisionDialog id={shown} onClose={() => show(null)} />}
    </section>
  )
}
