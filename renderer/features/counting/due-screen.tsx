// What is due to be counted, class by class in its own rhythm.
import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type CountClass, countClasses, type DueCounts, type DueRow } from '#shared/schemas/counting.ts'
import classes from './counting.module.css'
import { PageTurner } from './page-turner.tsx'
import { Rhythm } from './rhythm.tsx'
import { usePlaces } from './use-places.ts'

const pageSize = 100

export function DueScreen() {
  const { t } = useText()
  const places = usePlaces()
  const [place, setPlace] = useState('1')
  const [name, setName] = useState<CountClass | null>(null)
  const [offset, setOffset] = useState(0)
  const asked = { warehouseId: Number(place), class: name, offset, limit: pageSize }
  const query = useQuery(trpc.counting.due.queryOptions(asked, { placeholderData: keepPreviousData }))
  const search = { place: Number(place), due: true, ...(name && { class: name }) }
  const choose = (change: () => void) => {
    change()
    setOffset(0)
  }
  return (
    <Page
      title={t('counting.due.title')}
      subtitle={t('counting.due.subtitle')}
      actions={
        <WriteGate>
          <LinkButton variant="filled" to="/stock/counts/new" search={search}>
            {t('counting.due.count')}
          </LinkButton>
        </WriteGate>
      }
    >
      <div className={classes.bar}>
        <Select
          w={200}
          label={t('counting.fields.place')}
          allowDeselect={false}
          data={places}
          value={place}
          onChange={(value) => value && choose(() => setPlace(value))}
        />
        <Select
          w={200}
          label={t('counting.fields.class')}
          placeholder={t('counting.due.anyClass')}
          clearable
          data={countClasses.map((value) => ({ value, label: t(`counting.classes.${value}`) }))}
          value={name}
          onChange={(value) => choose(() => setName(value as CountClass | null))}
        />
      </div>
      <QueryState query={query}>
        {(due) => (
          <div className={classes.main}>
            <Rhythm due={due} />
            <DueProducts due={due} />
            <PageTurner total={due.total} offset={offset} limit={pageSize} onTurn={setOffset} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function DueProducts({ due }: { due: DueCounts }) {
  const { t } = useText()
  if (due.total === 0) {
    const known = due.classes.some(({ products }) => products > 0)
    return (
      <EmptyState title={t(known ? 'counting.due.nothing' : 'counting.due.noStock')}>
        {t(known ? 'counting.due.nothingText' : 'counting.due.noStockText')}
      </EmptyState>
    )
  }
  return (
    <ScrollRegion name={t('counting.due.title')}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('counting.fields.product'),
            t('counting.fields.class'),
            { numeric: t('counting.fields.onHand') },
            t('counting.fields.lastOn'),
            t('counting.fields.dueOn'),
          ]}
        />
        <tbody>
          {due.rows.map((row) => (
            <DueProduct key={row.productId} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function DueProduct({ row }: { row: DueRow }) {
  const { t, format, language } = useText()
  return (
    <tr>
      <td className={classes.wide}>
        <span className={classes.clamp}>
          <Link className="q-link" to="/stock/$id" params={{ id: String(row.productId) }}>
            {row.sku}
          </Link>{' '}
          <span className="q-quiet">{nameIn(language, row)}</span>
        </span>
      </td>
      <td className={classes.code}>{t(`counting.classes.${row.class}`)}</td>
      <td data-numeric>{quantityText(format, row.onHand, row.unit)}</td>
      <td className={classes.code}>{row.lastOn ?? <span className="q-quiet">{t('counting.due.never')}</span>}</td>
      <td className={classes.code}>{row.dueOn ?? <StatusBadge tone="warn">{t('counting.due.now')}</StatusBadge>}</td>
    </tr>
  )
}
