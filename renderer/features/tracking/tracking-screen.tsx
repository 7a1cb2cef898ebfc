// Tracking in: the field for pastes, and the shipments that were heard of last.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { RecentlyHeard } from '#shared/schemas/tracking.ts'
import { PasteForm } from './paste-form.tsx'
import classes from './tracking.module.css'

const recentCount = 15

export function TrackingScreen() {
  const { t } = useText()
  const query = useQuery(trpc.tracking.recent.queryOptions({ limit: recentCount }))
  const actions = (
    <>
      <LinkButton to="/tracking/rules">{t('tracking.rulesLink')}</LinkButton>
      <ImportLink />
    </>
  )
  return (
    <Page title={t('tracking.title')} subtitle={t('tracking.subtitle')} actions={actions}>
      <div className={classes.page}>
        <PasteForm takesDrops />
        <section>
          <SectionTitle>{t('tracking.recent.title')}</SectionTitle>
          <QueryState query={query}>{(rows) => <RecentTable rows={rows} />}</QueryState>
        </section>
      </div>
    </Page>
  )
}

function RecentTable({ rows }: { rows: readonly RecentlyHeard[] }) {
  const { t, format } = useText()
  if (rows.length === 0) return <p className="q-quiet">{t('tracking.recent.empty')}</p>
  return (
    <ScrollRegion className={classes.rows ?? ''} name={t('tracking.recent.title')}>
      <table className={plain.table}>
        <thead>
          <tr>
            <th scope="col">{t('tracking.recent.shipment')}</th>
            <th scope="col">{t('tracking.recent.to')}</th>
            <th scope="col">{t('tracking.recent.state')}</th>
            <th scope="col">{t('tracking.recent.heard')}</th>
            <th scope="col">{t('tracking.recent.text')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.shipmentId}>
              <td className={classes.time}>
                <Link className="q-link" to="/shipments/$id" params={{ id: String(row.shipmentId) }}>
                  {row.number}
                </Link>
              </td>
              <td>{row.to}</td>
              <td>{t(row.state === '' ? `shipments.statuses.${row.status}` : `shipments.states.${row.state}`)}</td>
              <td className={classes.time}>{format.instant(row.heardAt)}</td>
              <td className={classes.said}>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
