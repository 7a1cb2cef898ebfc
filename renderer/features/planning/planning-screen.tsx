// What demand, forecasts and what to buy are worked out by: every setting on one page, saved when its field is left.
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import type { PlanningKey } from '#shared/schemas/planning.ts'
import classes from './planning.module.css'
import { CountingSettings, DemandSettings, ForecastSettings } from './planning-demand.tsx'
import { CostSettings, OrderSettings, type SetPlanning } from './planning-order.tsx'
import { LeadTimes, ServiceLevels } from './planning-service.tsx'

export function PlanningScreen() {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const settings = useQuery(trpc.planning.settings.queryOptions())
  const save = useMutation({
    mutationFn: (setting: { key: PlanningKey; value: unknown }) => client.planning.set.mutate(setting),
    onSuccess: () => notifications.show({ id: 'planning-saved', message: t('planning.saved') }),
    onError: (error) => sayError(t, error),
  })
  const set: SetPlanning = ifMayWrite((key: PlanningKey, value: unknown) => save.mutate({ key, value }))
  return (
    <Page
      title={t('planning.title')}
      subtitle={t('planning.subtitle')}
      actions={<LinkButton to="/replenishment">{t('replenishment.title')}</LinkButton>}
    >
      <QueryState query={settings}>
        {(data) => (
          <div className={classes.settings}>
            <DemandSettings settings={data} set={set} />
            <ForecastSettings settings={data} set={set} />
            <OrderSettings settings={data} set={set} />
            <CostSettings settings={data} set={set} />
            <ServiceLevels />
            <LeadTimes />
            <CountingSettings settings={data} set={set} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}
