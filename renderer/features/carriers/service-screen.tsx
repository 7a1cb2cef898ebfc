// A carrier's service on its own page: how it charges, its zones, its rate tables, and what hangs on it.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { CarrierService } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'
import { daysText } from './days-text.ts'
import { RateTables } from './rate-tables.tsx'
import { ServiceZones } from './service-zones.tsx'

export function ServiceScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.carriers.get.queryOptions({ id }))
  return <QueryState query={query}>{(service) => <ServicePage key={service.id} service={service} />}</QueryState>
}

function ServicePage({ service }: { service: CarrierService }) {
  const { t, language } = useText()
  const carrier = nameIn(language, { name: service.carrier, nameZh: service.carrierZh })
  return (
    <Page
      name={service.name}
      title={
        <>
          {service.name} {service.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={
        <Link className="q-link" to="/carriers/$id" params={{ id: String(service.carrierId) }}>
          {carrier}
        </Link>
      }
      actions={<ServiceActions service={service} />}
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <RateTables service={service} />
          <ServiceZones service={service} />
        </div>
        <ServiceFacts service={service} />
        <RecordPanels kind="carrierService" id={service.id} />
      </div>
    </Page>
  )
}

function ServiceActions({ service: { id, name, archived } }: { service: CarrierService }) {
  const text = useText()
  const { t } = text
  const navigate = useNavigate()
  const removing = useMutation({
    mutationFn: () => client.carriers.remove.mutate({ ids: [id] }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('carriers.service.removed', { name }), operationId)
      navigate({ to: '/carrier-services' })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <>
      <WriteGate>
        <Button onClick={() => removing.mutate()} loading={removing.isPending}>
          {t('carriers.delete')}
        </Button>
      </WriteGate>
      <ArchiveButton
        archived={archived}
        archive={() => client.carriers.archive.mutate({ ids: [id] })}
        unarchive={() => client.carriers.unarchive.mutate({ ids: [id] })}
      />
      <WriteGate>
        <LinkButton to="/carrier-services/$id/edit" params={{ id: String(id) }}>
          {t('common.edit')}
        </LinkButton>
      </WriteGate>
      <LinkButton to="/freight-quote" variant="filled">
        {t('carriers.quote.title')}
      </LinkButton>
    </>
  )
}

function ServiceFacts({ service }: { service: CarrierService }) {
  const text = useText()
  const { t, format } = text
  const isByTons = service.weighsBy === 'revenue_ton'
  return (
    <Facts
      title={t('carriers.sections.charges')}
      facts={[
        { label: t('carriers.fields.code'), value: service.code, optional: true },
        {
          label: t('carriers.fields.mode'),
          value: service.mode === '' ? '' : t(`shipments.modes.${service.mode}`),
        },
        { label: t('carriers.fields.weighsBy'), value: t(`carriers.weighings.${service.weighsBy}`) },
        {
          label: t('carriers.fields.divisor'),
          value: isByTons
            ? ''
            : service.divisor === null
              ? t('carriers.noDivisor')
              : `${format.number(service.divisor)} cm³/kg`,
          optional: isByTons,
        },
        {
          label: t('carriers.fields.roundUp'),
          value: isByTons ? '' : format.kg(service.roundUpGrams),
          optional: true,
        },
        {
          label: t('carriers.fields.roundsSides'),
          value: service.roundsSides ? t('common.yes') : '',
          optional: true,
        },
        { label: t('carriers.fields.maxPiece'), value: format.kg(service.maxPieceGrams), optional: true },
        { label: t('carriers.fields.maxSide'), value: format.cm(service.maxSideMm), optional: true },
        { label: t('carriers.fields.days'), value: daysText(text, service.daysMin, service.daysMax) },
        {
          label: t('carriers.fields.storageDays'),
          value: daysText(text, service.storageDays, null),
          optional: true,
        },
        { label: t('carriers.fields.note'), value: service.note, optional: true },
      ]}
    />
  )
}
