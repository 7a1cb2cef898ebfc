// Alerts in one state, page after page, with what can be said of several at once.
import { Button, Checkbox } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { handleRowKey } from '#renderer/ui/alerts/row-keys.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import rows from '#renderer/ui/row-list.module.css'
import type { Alert, AlertRuleId, AlertState } from '#shared/schemas/alerts.ts'
import { AlertPage, pageSize } from './alert-page.tsx'
import { SelectionActions } from './selection-actions.tsx'
import { useChosenAlerts } from './use-chosen-alerts.ts'

type AlertListProps = { state: AlertState; rule: AlertRuleId | undefined }

export function AlertList({ state, rule }: AlertListProps) {
  const today = useToday()
  const query = useQuery(trpc.alerts.list.queryOptions({ today, state, rule, limit: pageSize }))
  return (
    <QueryState query={query}>
      {({ rows, total }) =>
        total === 0 ? <NoAlerts state={state} /> : <ListBody state={state} rule={rule} total={total} first={rows} />
      }
    </QueryState>
  )
}

function ListBody({ state, rule, total, first }: AlertListProps & { total: number; first: readonly Alert[] }) {
  const { t, format } = useText()
  const [pages, setPages] = useState(1)
  const chosen = useChosenAlerts()
  const areAllChosen = first.every(chosen.has)
  const counted = { count: total, formatted: format.number(total) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only add to what every control within does by itself
    <div className={rows.list} onKeyDown={handleRowKey}>
      <div className={rows.bar}>
        <Checkbox
          aria-label={t('alerts.selectAll')}
          checked={chosen.alerts.length > 0 && areAllChosen}
          indeterminate={chosen.alerts.length > 0 && !areAllChosen}
          onChange={() => (areAllChosen ? chosen.clear() : chosen.addAll(first))}
        />
        {chosen.alerts.length > 0 ? (
          <SelectionActions state={state} alerts={chosen.alerts} onDone={chosen.clear} />
        ) : (
          <span className="q-quiet">{t('alerts.count', counted)}</span>
        )}
      </div>
      <ul className={rows.rows} aria-label={t(`alerts.tabs.${state}`)}>
        {Array.from({ length: pages }, (_, page) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
          <AlertPage key={page} state={state} rule={rule} page={page} chosen={chosen} />
        ))}
      </ul>
      {pages * pageSize < total ? (
        <Button className={rows.more} onClick={() => setPages(pages + 1)}>
          {t('alerts.more')}
        </Button>
      ) : null}
    </div>
  )
}

function NoAlerts({ state }: { state: AlertState }) {
  const { t } = useText()
  return (
    <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} />} title={t(`alerts.empty.${state}`)}>
      {t('alerts.empty.text')}
    </EmptyState>
  )
}
