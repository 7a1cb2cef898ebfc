// What is done with the products of each cell: suggested, or decided otherwise.
import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type CellPolicyState, type CellPolicyValue, stockPolicyNames } from '#shared/schemas/planning.ts'
import type { RulesProps } from './class-rules.tsx'
import classes from './classes-screen.module.css'

export function CellPolicies({ settings, set }: RulesProps) {
  const { t } = useText()
  const query = useQuery(trpc.planning.policies.queryOptions())
  const decide = ({ cell }: CellPolicyState, value: CellPolicyValue | null) => {
    const { [cell]: _before, ...others } = settings.policies
    set('policies', value === null ? others : { ...others, [cell]: value })
  }
  return (
    <section className={classes.policies}>
      <SectionTitle>{t('classes.rules.policies')}</SectionTitle>
      <QueryState query={query}>
        {(policies) => (
          <table className={table.table} aria-label={t('classes.rules.policies')}>
            <TableHead heads={[t('classes.rules.cell'), t('classes.rules.policy'), t('classes.rules.service'), '']} />
            <tbody>
              {policies.map((policy) => (
                <PolicyRow key={policy.cell} policy={policy} onDecide={(value) => decide(policy, value)} />
              ))}
            </tbody>
          </table>
        )}
      </QueryState>
    </section>
  )
}

type PolicyRowProps = { policy: CellPolicyState; onDecide: (value: CellPolicyValue | null) => void }

function PolicyRow({ policy, onDecide }: PolicyRowProps) {
  const { t } = useText()
  const { suggested, serviceLevel } = policy
  const cell = policy.cell === 'unclassified' ? t('classes.matrix.unclassified') : policy.cell
  const isSuggested = policy.policy === suggested.policy && serviceLevel === suggested.serviceLevel
  return (
    <tr>
      <th scope="row">{cell}</th>
      <td>
        <WriteGate>
          <Select
            w={280}
            aria-label={t('classes.rules.policyOf', { cell })}
            data={stockPolicyNames.map((value) => ({ value, label: t(`classes.policy.${value}`) }))}
            allowDeselect={false}
            value={policy.policy}
            onChange={(value) =>
              onDecide({ serviceLevel, policy: stockPolicyNames.find((one) => one === value) ?? policy.policy })
            }
          />
        </WriteGate>
        <span className="q-quiet">{t(`classes.policyAbout.${policy.policy}`)}</span>
      </td>
      <td>
        <RuleNumber
          label={t('classes.rules.serviceOf', { cell })}
          isNamedOutside
          unit="%"
          value={Number((serviceLevel * 100).toFixed(4))}
          range={[1, 99.99]}
          onSave={(value) => onDecide({ policy: policy.policy, serviceLevel: (value ?? 0) / 100 })}
        />
      </td>
      <td>
        {isSuggested ? (
          <span className="q-quiet">{t('classes.rules.suggested')}</span>
        ) : (
          <WriteGate>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('classes.rules.resetOf', { cell })}
              onClick={() => onDecide(null)}
            >
              {t('classes.rules.reset')}
            </Button>
          </WriteGate>
        )}
      </td>
    </tr>
  )
}
