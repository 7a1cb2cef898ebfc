// All alerts: those that wait, those put aside, those done, and the rules that find them.
import { SegmentedControl, Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { alertRuleIds } from '#shared/schemas/alerts.ts'
import { AlertList } from './alert-list.tsx'
import { type AlertsAddress, alertTabs, readAlertsAddress, stateOfTab } from './alerts-address.ts'
import classes from './alerts-screen.module.css'
import { RuleSettings } from './rule-settings.tsx'

export function AlertsScreen() {
  const { t } = useText()
  const [address, go] = useAlertsAddress()
  const tab = address.tab ?? 'waiting'
  const { rule } = address
  return (
    <Page title={t('alerts.title')} subtitle={t('alerts.subtitle')}>
      <div className={classes.ways}>
        <SegmentedControl
          aria-label={t('alerts.tabs.label')}
          data={alertTabs.map((one) => ({ value: one, label: t(`alerts.tabs.${one}`) }))}
          value={tab}
          onChange={(one) => go({ ...address, tab: one as AlertsAddress['tab'] })}
        />
        {tab === 'rules' ? null : (
          <Select
            aria-label={t('alerts.kind')}
            placeholder={t('alerts.anyKind')}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            data={alertRuleIds.map((one) => ({ value: one, label: t(`alerts.rules.${one}.name`) }))}
            value={rule ?? null}
            onChange={(one) => go({ ...address, rule: (one ?? undefined) as AlertsAddress['rule'] })}
            w={240}
          />
        )}
      </div>
      {tab === 'rules' ? (
        <RuleSettings />
      ) : (
        <AlertList key={`${tab} ${rule ?? ''}`} state={stateOfTab(tab)} rule={rule} />
      )}
    </Page>
  )
}

function useAlertsAddress() {
  const address = readAlertsAddress(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  const go = (to: AlertsAddress) => navigate({ to: '.', search: readAlertsAddress(to), replace: true })
  return [address, go] as const
}
