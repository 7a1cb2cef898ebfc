// The rate tables of a service: the one that holds open, the others a click away; weights down, zones across.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { CarrierService, RateTable } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'
import { rateGrid } from './rate-grid.ts'
import { faultText, SurchargeList } from './rate-words.tsx'

export function RateTables({ service }: { service: CarrierService }) {
  const { t } = useText()
  const first = service.tables.find(({ state }) => state === 'valid') ?? service.tables[0]
  // Until somebody opens or closes one, the table that holds is open.
  const [chosen, setChosen] = useState<number | null | undefined>(undefined)
  const openId = chosen === undefined ? first?.id : chosen
  return (
    <section aria-label={t('carriers.tables.title')}>
      <div className={classes.head}>
        <SectionTitle>{t('carriers.tables.title')}</SectionTitle>
        <WriteGate>
          <LinkButton to="/carrier-services/$id/rates" params={{ id: String(service.id) }}>
            {t('carriers.tables.new')}
          </LinkButton>
        </WriteGate>
      </div>
      {service.tables.length === 0 ? <p className="q-quiet">{t('carriers.tables.none')}</p> : null}
      {service.tables.map((table) => (
        <OneTable
          key={table.id}
          service={service}
          table={table}
          isOpen={table.id === openId}
          onToggle={() => setChosen(table.id === openId ? null : table.id)}
        />
      ))}
    </section>
  )
}

type TableProps = { service: CarrierService; table: RateTable }

function OneTable({ service, table, isOpen, onToggle }: TableProps & { isOpen: boolean; onToggle: () => void }) {
  const { t } = useText()
  const days = t(table.validTo === null ? 'carriers.tables.from' : 'carriers.tables.fromTo', {
    from: table.validFrom,
    to: table.validTo ?? '',
  })
  return (
    <article className={classes.oneTable} aria-label={`${table.name} ${days}`.trim()}>
      <div className={classes.head}>
        <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={onToggle}>
          {table.name ? <strong>{table.name}</strong> : null} {days} · {table.currency}
        </button>
        {table.state === 'valid' ? (
          <StatusBadge tone="good">{t('carriers.tables.states.valid')}</StatusBadge>
        ) : (
          <StatusBadge>{t(`carriers.tables.states.${table.state}`)}</StatusBadge>
        )}
      </div>
      {isOpen ? <OpenTable service={service} table={table} /> : null}
    </article>
  )
}

function OpenTable({ service, table }: TableProps) {
  const text = useText()
  const { t, format } = text
  const faults = table.faults.map((fault) => faultText(text, service, fault))
  return (
    <div className={classes.stack}>
      {table.overlaps.length > 0 ? <Notice tone="warn">{t('carriers.tables.overlaps')}</Notice> : null}
      {faults.length > 0 ? (
        <Notice tone="warn" title={t('carriers.faults.title')}>
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </Notice>
      ) : null}
      <RateTableView service={service} table={table} />
      <p className="q-quiet">
        {Number(table.minimum) > 0
          ? t('carriers.tables.minimum', { money: format.money(table.minimum, table.currency) })
          : ''}
      </p>
      <SurchargeList service={service} table={table} />
      {table.note ? <p className="q-quiet">{table.note}</p> : null}
      <TableActions service={service} table={table} />
    </div>
  )
}

function RateTableView({ service, table }: TableProps) {
  const { t, format } = useText()
  const { columns, rows } = rateGrid(table.rates, service.zones)
  if (rows.length === 0) return <p className="q-quiet">{t('carriers.tables.noRates')}</p>
  const isByTons = service.weighsBy === 'revenue_ton'
  return (
    <ScrollRegion name={t('carriers.tables.rates')} className={classes.frame ?? ''}>
      <table className={classes.table} aria-label={t('carriers.tables.rates')}>
        <thead>
          <tr>
            <th scope="col">{t('carriers.rates.weight')}</th>
            {columns.map(({ zoneId, name }) => (
              <th key={zoneId ?? 0} scope="col" data-numeric>
                {zoneId === null ? t('carriers.rates.everywhere') : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {isByTons && row.upToGrams === null
                  ? t('carriers.rates.perTon')
                  : row.upToGrams === null
                    ? t('carriers.rates.over', { weight: format.kg(row.overGrams) })
                    : t('carriers.rates.upTo', { weight: format.kg(row.upToGrams) })}
                {row.stepGrams === null ? null : (
                  <span className={classes.quiet}>
                    {t('carriers.rates.eachFurther', { weight: format.kg(row.stepGrams) })}
                  </span>
                )}
                {row.minimumTons === null ? null : (
                  <span className={classes.quiet}>
                    {t('carriers.rates.leastTons', { tons: format.number(row.minimumTons) })}
                  </span>
                )}
              </th>
              {row.cells.map((cell, at) => (
                <td key={columns[at]?.zoneId ?? 0} data-numeric>
                  {cell || '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function TableActions({ service, table }: TableProps) {
  const text = useText()
  const { t } = text
  const removing = useMutation({
    mutationFn: () => client.carriers.removeTable.mutate({ id: table.id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('carriers.tables.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  const toForm = (search: { table?: number; copy?: number }) => ({
    to: '/carrier-services/$id/rates' as const,
    params: { id: String(service.id) },
    search: search as never,
  })
  return (
    <div className={classes.actions}>
      <WriteGate>
        <LinkButton {...toForm({ table: table.id })}>{t('carriers.tables.edit')}</LinkButton>
      </WriteGate>
      <WriteGate>
        <LinkButton {...toForm({ copy: table.id })}>{t('carriers.tables.copy')}</LinkButton>
      </WriteGate>
      <WriteGate>
        <Button onClick={() => removing.mutate()} loading={removing.isPending}>
          {t('carriers.delete')}
        </Button>
      </WriteGate>
    </div>
  )
}
