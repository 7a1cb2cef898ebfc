// The sampling plan of a lot: code letter, sample, the numbers to accept and reject at, and what the findings say against them.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { SeverityVerdict } from '#shared/schemas/inspections.ts'
import classes from './receiving.module.css'
import type { InspectionState } from './use-inspection.ts'

const tones: Readonly<Record<SeverityVerdict['verdict'], Tone>> = {
  passed: 'good',
  failed: 'bad',
  'no-limit': 'outline',
  'sample-too-small': 'warn',
}

export function InspectionPlanTable({ state }: { state: InspectionState }) {
  const { t, format } = useText()
  const plan = state.plan?.plan
  const verdict = state.plan?.verdict
  return (
    <section className={classes.plan}>
      <SectionTitle>
        {t('receiving.inspection.plan')}
        {plan ? ` · ${t('receiving.inspection.letter')} ${plan.letter} · n = ${format.number(plan.sampleSize)}` : ''}
      </SectionTitle>
      {plan && verdict ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('receiving.inspection.fields.severity')}</th>
              <th scope="col" data-numeric>
                AQL
              </th>
              <th scope="col" data-numeric>
                n
              </th>
              <th scope="col" data-numeric>
                {t('receiving.inspection.accept')}
              </th>
              <th scope="col" data-numeric>
                {t('receiving.inspection.reject')}
              </th>
              <th scope="col" data-numeric>
                {t('receiving.inspection.found')}
              </th>
              <th scope="col">{t('receiving.inspection.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {verdict.severities.map(({ severity, found, accept, verdict: said }) => {
              const row = plan.plans.find((one) => one.severity === severity)
              return (
                <tr key={severity}>
                  <td>{t(`receiving.inspection.severities.${severity}`)}</td>
                  <td data-numeric>{row?.aql || '–'}</td>
                  <td data-numeric>
                    {row ? (row.isWholeLot ? t('receiving.inspection.wholeLot') : format.number(row.sampleSize)) : '–'}
                  </td>
                  <td data-numeric>{accept === null ? '–' : format.number(accept)}</td>
                  <td data-numeric>{accept === null ? '–' : format.number(row?.reject ?? accept + 1)}</td>
                  <td data-numeric>{format.number(found)}</td>
                  <td>
                    <StatusBadge tone={tones[said]}>{t(`receiving.inspection.verdicts.${said}`)}</StatusBadge>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : (
        <p className="q-quiet">{t('receiving.inspection.needsLot')}</p>
      )}
      <Said state={state} />
    </section>
  )
}

/** What the numbers say in all; taking it is the seller's word. */
function Said({ state }: { state: InspectionState }) {
  const { t } = useText()
  const { plan, values, set } = state
  if (!plan?.plan) return null
  const { result, reason } = plan.verdict
  if (result === null) {
    return reason === '' ? null : <p className={classes.detail}>{t(`receiving.inspection.reasons.${reason}`)}</p>
  }
  return (
    <p className={classes.stepHead} role="status">
      {t('receiving.inspection.saidBy')}:{' '}
      <StatusBadge tone={result === 'passed' ? 'good' : 'bad'}>
        {t(`receiving.inspection.results.${result}`)}
      </StatusBadge>
      {values.result === result ? null : (
        <Button variant="subtle" size="compact-xs" onClick={() => set({ result })}>
          {t('receiving.inspection.take')}
        </Button>
      )}
    </p>
  )
}
