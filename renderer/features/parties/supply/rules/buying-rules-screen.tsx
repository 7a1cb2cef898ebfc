// What the book has settled about buying: what is seen before a supplier is approved, defects, milestones, what money costs.
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { SupplyKey, SupplySettings } from '#shared/schemas/supply-settings.ts'
import { AdmissionRules } from './admission-rules.tsx'
import { DefectRules } from './defect-rules.tsx'
import classes from './rules.module.css'

export function BuyingRulesScreen() {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const query = useQuery(trpc.suppliers.settings.queryOptions())
  const save = useMutation({
    mutationFn: (setting: { key: SupplyKey; value: unknown }) => client.suppliers.setSetting.mutate(setting),
    onSuccess: () => notifications.show({ id: 'buying-rules-saved', message: t('suppliers.rules.saved') }),
    onError: (error) => sayError(t, error),
  })
  const set = ifMayWrite((part: Partial<SupplySettings>) => {
    for (const [key, value] of Object.entries(part)) save.mutate({ key: key as SupplyKey, value })
  })
  return (
    <Page title={t('suppliers.rules.title')} subtitle={t('suppliers.rules.subtitle')}>
      <QueryState query={query}>
        {(settings) => (
          <div className={classes.sections}>
            <AdmissionRules admission={settings.admission} onChange={(admission) => set({ admission })} />
            <Capital settings={settings} set={set} />
            <Milestones settings={settings} set={set} />
            <DefectRules defects={settings.defects} onChange={(defects) => set({ defects })} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

type SettingsProps = { settings: SupplySettings; set: (part: Partial<SupplySettings>) => void }

function Capital({ settings: { capital }, set }: SettingsProps) {
  const { t } = useText()
  return (
    <section>
      <SectionTitle>{t('suppliers.rules.capital')}</SectionTitle>
      <RuleNumber
        label={t('suppliers.rules.yearly')}
        about={t('suppliers.rules.capitalAbout')}
        unit="%"
        value={capital.yearlyPercent}
        range={[0, 100]}
        onSave={(value) => value !== null && set({ capital: { yearlyPercent: Number(value.toFixed(4)) } })}
      />
    </section>
  )
}

const planned = ['materials', 'first_piece', 'mid_inspection', 'final_inspection', 'packed', 'ready'] as const

function Milestones({ settings: { milestones }, set }: SettingsProps) {
  const { t } = useText()
  return (
    <section>
      <SectionTitle>{t('suppliers.rules.milestones')}</SectionTitle>
      <p className="q-quiet">{t('suppliers.rules.milestonesAbout')}</p>
      <div className={classes.numbers}>
        {planned.map((kind) => (
          <RuleNumber
            key={kind}
            label={t(`receiving.milestone.kinds.${kind}`)}
            value={milestones[kind]}
            range={[0, 365]}
            isWhole
            mayBeEmpty
            onSave={(days) => set({ milestones: { ...milestones, [kind]: days } })}
          />
        ))}
      </div>
    </section>
  )
}
