// Packing a shipment: cartons proposed or typed, with what is left of its lines and what all of it comes to beside them.
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { focusNextStep } from '#renderer/ui/next-step.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { useStored } from '#renderer/ui/record-form/use-stored.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PackingLine } from '#shared/schemas/packing.ts'
import type { Revised } from '#shared/schemas/records.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'
import { LeftLines } from './left-lines.tsx'
import { leftOfLines, measuresOf, type PackForm, packToForm, readPackForm } from './pack-form-values.ts'
import { PackTable } from './pack-table.tsx'
import classes from './packing.module.css'
import { PackingSettings } from './packing-settings.tsx'
import { PackingSums } from './packing-sums.tsx'
import { ProposalNotice } from './proposal-notice.tsx'
import { usePackRows } from './use-pack-rows.ts'
import { useProposal } from './use-proposal.ts'

export function PackScreen() {
  const { t, language } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.shipments.get.queryOptions({ id }))
  const packing = useQuery(trpc.packing.ofShipment.queryOptions({ shipmentId: id }))
  const { data: shipment } = query
  const who = shipment && (shipment.party ? nameIn(language, shipment.party) : shipment.shipTo.name)
  return (
    <Page title={t('packing.screen.title', { number: shipment?.number ?? '' })} subtitle={who || undefined}>
      <QueryState query={query}>
        {(found) => (
          <QueryState query={packing}>
            {({ lines }) => <Packable key={found.id} shipment={found} lines={lines} />}
          </QueryState>
        )}
      </QueryState>
    </Page>
  )
}

type ShipmentProps = { shipment: Revised<Shipment>; lines: readonly PackingLine[] }

function Packable({ shipment, lines }: ShipmentProps) {
  const { t } = useText()
  const back = (
    <LinkButton to="/shipments/$id" params={{ id: String(shipment.id) }}>
      {shipment.number}
    </LinkButton>
  )
  if (!shipment.verbs.includes('edit')) return <EmptyState title={t('packing.screen.fixed')} actions={back} />
  if (lines.length === 0 && shipment.parcels.length === 0)
    return (
      <EmptyState title={t('packing.screen.noLines')} actions={back}>
        {t('packing.screen.noLinesText')}
      </EmptyState>
    )
  return <PackDraft shipment={shipment} lines={lines} />
}

function PackDraft({ shipment, lines }: ShipmentProps) {
  const { id } = shipment
  const stored = useStored(shipment, packToForm, () => client.shipments.get.query({ id }))
  const drafts = useDraft<PackForm>(`packing/${id}`, stored.start.values)
  return drafts === undefined ? <LoadingState /> : <PackEditor {...{ shipment, lines, stored, drafts }} />
}

type EditorProps = ShipmentProps & {
  stored: ReturnType<typeof useStored<Shipment, PackForm>>
  drafts: KeptDrafts<PackForm>
}

function PackEditor({ shipment: { id, number, serviceId }, lines, stored, drafts }: EditorProps) {
  const text = useText()
  const { t, format } = text
  const navigate = useNavigate()
  const leave = () =>
    navigate({ to: '/shipments/$id', params: { id: String(id) }, search: { panel: 'packing' } as never })
  const state = useRecordForm({
    name: `packing/${id}`,
    initial: stored.start.values,
    stored,
    drafts,
    read: readPackForm,
    blame: ({ code, details }) => ({
      fields:
        code === 'shipments/net-above-gross'
          ? { [fieldOfParcel(String(details?.field))]: t(`errors.${code}` as never) }
          : {},
      isTold: false,
    }),
    save: (parcels, seen) => client.packing.save.mutate({ shipmentId: id, seen, parcels }),
    onSaved: ({ operationId }) => {
      const pieces = measuresOf(state.form.getValues()).reduce((sum, row) => sum + row.pieces, 0)
      sayUndoable(text, t('packing.screen.saved', { number, formatted: format.number(pieces) }), operationId)
      focusNextStep()
      leave()
    },
  })
  const { form } = state
  const changes = usePackRows(form, lines)
  const proposal = useProposal(form, lines)
  return (
    <RecordForm state={state} onCancel={leave} label={t('packing.one')}>
      <div className={classes.screen}>
        <div className={classes.main}>
          <ProposeBar hasRows={form.values.rows.length > 0} proposal={proposal} />
          {proposal.data ? <ProposalNotice proposal={proposal.data.proposal} lines={lines} /> : null}
          <PackTable form={form} lines={lines} changes={changes} />
        </div>
        <div className={classes.side}>
          <LeftLines lines={leftOfLines(lines, form.values)} />
          <Sums form={form.values} serviceId={serviceId} />
        </div>
      </div>
    </RecordForm>
  )
}

/** `parcels.3.netGrams` of the book is `rows.3.net` here. */
function fieldOfParcel(field: string): string {
  return field.replace(/^parcels\./, 'rows.').replace(/netGrams$/, 'net')
}

type BarProps = { hasRows: boolean; proposal: ReturnType<typeof useProposal> }

function ProposeBar({ hasRows, proposal }: BarProps) {
  const { t } = useText()
  const [isSetting, setSetting] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  // The form leads to its first field; where there is no carton yet, the proposal comes before all fields.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the form opens
  useEffect(() => {
    if (!hasRows) requestAnimationFrame(() => first.current?.focus())
  }, [])
  return (
    <div className={classes.bar}>
      <WriteGate>
        <Button ref={first} onClick={() => proposal.mutate(false)} loading={proposal.isPending}>
          {t(hasRows ? 'packing.screen.proposeRest' : 'packing.screen.propose')}
        </Button>
      </WriteGate>
      {hasRows ? (
        <WriteGate>
          <Button variant="subtle" onClick={() => proposal.mutate(true)}>
            {t('packing.screen.startOver')}
          </Button>
        </WriteGate>
      ) : null}
      <Button variant="subtle" className={classes.push ?? ''} onClick={() => setSetting(true)}>
        {t('packing.screen.settings')}
      </Button>
      {isSetting ? <PackingSettings onClose={() => setSetting(false)} /> : null}
    </div>
  )
}

const typingPauseMs = 250

/** As the rows are typed; nothing is written. */
function Sums({ form, serviceId }: { form: PackForm; serviceId: number | null }) {
  const [asked] = useDebouncedValue(JSON.stringify(measuresOf(form)), typingPauseMs)
  const parcels = JSON.parse(asked) as ReturnType<typeof measuresOf>
  const options = trpc.packing.totals.queryOptions({ parcels, serviceId })
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData })
  return data ? <PackingSums totals={data} /> : null
}
