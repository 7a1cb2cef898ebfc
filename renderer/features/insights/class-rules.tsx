// By which rules classes change, what counts as demand, what this screen begins with, and what is done with each cell.
import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ClassesQuestion } from '#shared/schemas/classes.ts'
import { demandBases, kitCounts, type PlanningKey, type PlanningSettings } from '#shared/schemas/planning.ts'
import { CellPolicies } from './cell-policies.tsx'
import classes from './classes-screen.module.css'

/** Sets one setting whole. */
export type SetPlanning = <Key extends PlanningKey>(key: Key, value: PlanningSettings[Key]) => void

export function ClassRules({ question }: { question: ClassesQuestion }) {
  const { t } = useText()
  const query = useQuery(trpc.planning.settings.queryOptions())
  const save = useMutation({
    mutationFn: (setting: { key: PlanningKey; value: unknown }) => client.planning.set.mutate(setting),
    onSuccess: () => notifications.show({ message: t('classes.rules.saved') }),
    onError: (error) => sayError(t, error),
  })
  const set: SetPlanning = (key, value) => save.mutate({ key, value })
  return (
    <div className={classes.panel}>
      <QueryState query={query}>
        {(settings) => (
          <>
            <ChangeRules settings={settings} set={set} />
            <DemandRules settings={settings} set={set} />
            <UsualQuestion settings={settings} set={set} question={question} />
            <CellPolicies settings={settings} set={set} />
          </>
        )}
      </QueryState>
    </div>
  )
}

export type RulesProps = { settings: PlanningSettings; set: SetPlanning }

function ChangeRules({ settings: { classes: rules }, set }: RulesProps) {
  const { t } = useText()
  const change = (part: Partial<PlanningSettings['classes']>) => set('classes', { ...rules, ...part })
  return (
    <section>
      <SectionTitle>{t('classes.rules.change')}</SectionTitle>
      <div className={classes.fields}>
        <RuleNumber
          label={t('classes.rules.abcMargin')}
          about={t('classes.rules.abcMarginAbout')}
          unit="%"
          value={Number((rules.abcMargin * 100).toFixed(6))}
          range={[0, 50]}
          onSave={(value) => change({ abcMargin: (value ?? 0) / 100 })}
        />
        <RuleNumber
          label={t('classes.rules.xyzMargin')}
          about={t('classes.rules.xyzMarginAbout')}
          value={rules.xyzMargin}
          range={[0, 5]}
          onSave={(value) => change({ xyzMargin: value ?? 0 })}
        />
        <RuleNumber
          label={t('classes.rules.runsInARow')}
          about={t('classes.rules.runsInARowAbout')}
          value={rules.runsInARow}
          range={[1, 10]}
          isWhole
          mayBeEmpty
          onSave={(value) => change({ runsInARow: value })}
        />
        <RuleNumber
          label={t('classes.rules.shieldDays')}
          about={t('classes.rules.shieldDaysAbout')}
          unit={t('classes.rules.days')}
          value={rules.shieldDays}
          range={[0, 3650]}
          isWhole
          onSave={(value) => change({ shieldDays: value ?? 0 })}
        />
      </div>
    </section>
  )
}

function DemandRules({ settings: { demand, classes: rules }, set }: RulesProps) {
  const { t } = useText()
  const share = demand.stockOutShare
  return (
    <section>
      <SectionTitle>{t('classes.rules.demand')}</SectionTitle>
      <div className={classes.fields}>
        <WriteGate>
          <Select
            w={240}
            label={t('classes.rules.demandBasis')}
            data={demandBases.map((value) => ({ value, label: t(`classes.rules.${value}`) }))}
            allowDeselect={false}
            value={demand.basis}
            onChange={(value) =>
              set('demand', { ...demand, basis: demandBases.find((one) => one === value) ?? demand.basis })
            }
          />
        </WriteGate>
        <RuleNumber
          label={t('classes.rules.stockOut')}
          about={t('classes.rules.stockOutAbout')}
          unit="%"
          value={share === null ? null : Number((share * 100).toFixed(6))}
          range={[1, 100]}
          mayBeEmpty
          onSave={(value) => set('demand', { ...demand, stockOutShare: value === null ? null : value / 100 })}
        />
        <WriteGate>
          <Select
            w={240}
            label={t('classes.rules.kits')}
            data={kitCounts.map((value) => ({
              value,
              label: t(value === 'parts' ? 'classes.rules.kitsParts' : 'classes.rules.kitsSold'),
            }))}
            allowDeselect={false}
            value={rules.kits}
            onChange={(value) =>
              set('classes', { ...rules, kits: kitCounts.find((one) => one === value) ?? rules.kits })
            }
          />
        </WriteGate>
      </div>
    </section>
  )
}

function UsualQuestion({ settings: { classes: rules }, set, question }: RulesProps & { question: ClassesQuestion }) {
  const { t } = useText()
  const { basis, months, period, thresholds, limits } = question
  const asked = { basis, months, period, thresholds, limits }
  const isUsual = JSON.stringify({ ...rules, ...asked }) === JSON.stringify(rules)
  return (
    <section>
      <SectionTitle>{t('classes.rules.usual')}</SectionTitle>
      <div className={classes.fields}>
        <p className="q-quiet">{t('classes.rules.usualAbout')}</p>
        <div>
          <WriteGate>
            <Button disabled={isUsual} onClick={() => set('classes', { ...rules, ...asked })}>
              {t('classes.rules.saveUsual')}
            </Button>
          </WriteGate>
        </div>
      </div>
    </section>
  )
}
