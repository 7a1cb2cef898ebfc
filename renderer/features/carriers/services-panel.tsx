// The services of a carrier, on its page.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import classes from './carriers.module.css'
import { daysText } from './days-text.ts'

export function ServicesPanel({ record: { id } }: PanelProps) {
  const text = useText()
  const { t } = text
  const query = useQuery(trpc.carriers.services.queryOptions({ carrierId: id }))
  return (
    <QueryState query={query}>
      {(services) => (
        <div className={classes.stack}>
          {services.length === 0 ? (
            <p className="q-quiet">{t('carriers.panel.none')}</p>
          ) : (
            <table className={classes.table} aria-label={t('carriers.panel.title')}>
              <tbody>
                {services.map((service) => (
                  <tr key={service.id}>
                    <th scope="row">
                      <Link className="q-link" to="/carrier-services/$id" params={{ id: String(service.id) }}>
                        {service.name}
                      </Link>
                    </th>
                    <td>{service.mode === '' ? '' : t(`shipments.modes.${service.mode}`)}</td>
                    <td>{daysText(text, service.daysMin, service.daysMax)}</td>
                    <td>
                      {service.tableId === null
                        ? t('carriers.list.noTable')
                        : t(service.validTo === null ? 'carriers.tables.from' : 'carriers.tables.fromTo', {
                            from: service.validFrom ?? '',
                            to: service.validTo ?? '',
                          })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <div>
            <WriteGate>
              <LinkButton to="/carrier-services/new" search={{ carrier: id }}>
                {t('carriers.list.new')}
              </LinkButton>
            </WriteGate>
          </div>
        </div>
      )}
    </QueryState>
  )
}
