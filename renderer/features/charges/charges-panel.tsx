// Charges of a shipment: estimate and actual with what lies between them, what they came to in all, and what became of each.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ShipmentCharge, ShipmentCharges } from '#shared/schemas/charges.ts'
import { ChargeDialog } from './charge-dialog.tsx'
import { ChargePosting } from './charge-posting.tsx'
import classes from './charges.module.css'

export function ChargesPanel({ record }: PanelProps) {
  const query = useQuery(trpc.charges.ofShipment.queryOptions({ shipmentId: record.id }))
  return <QueryState query={query}>{(charges) => <Charges all={charges} />}</QueryState>
}

function Charges({ all }: { all: ShipmentCharges }) {
  const { t, language } = useText()
  const [open, setOpen] = useState<ShipmentCharge | 'new' | null>(null)
  const { data: shipment } = useQuery(trpc.shipments.get.queryOptions({ id: all.shipmentId }))
  const carrier = shipment?.carrier ? { id: shipment.carrier.id, name: nameIn(language, shipment.carrier) } : null
  return (
    <div className={classes.stack}>
      <div className={classes.actions}>
        <WriteGate>
          <Button onClick={() => setOpen('new')}>{t('charges.add')}</Button>
        </WriteGate>
        <LinkButton to="/freight-quote" search={{ shipment: all.shipmentId }}>
          {t('carriers.quote.title')}
        </LinkButton>
        <LinkButton to="/freight-bills">{t('charges.bills.title')}</LinkButton>
      </div>
      {all.charges.length === 0 ? (
        <p className="q-quiet">{t('charges.none')}</p>
      ) : (
        <ChargeTable all={all} onOpen={setOpen} />
      )}
      <FreightOfGoods all={all} />
      {open === null ? null : (
        <ChargeDialog
          shipmentId={all.shipmentId}
          base={all.baseCurrency}
          charge={open === 'new' ? null : open}
          carrier={carrier}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** What freight is of what the goods are worth, where both are known. */
function FreightOfGoods({ all: { freight, baseCurrency } }: { all: ShipmentCharges }) {
  const { t, format } = useText()
  const { amount, value, percent, isEstimate, isAtCost } = freight
  if (amount === null) return null
  if (percent === null) return <p className="q-quiet">{t('charges.share.none')}</p>
  const figure = format.percent(percent)
  return (
    <p>
      {t(isEstimate ? 'charges.share.expected' : 'charges.share.real')}{' '}
      <ExplainedFigure
        title={t('charges.share.title')}
        label={`${t('charges.share.title')}: ${figure}`}
        formula={t('charges.share.formula')}
        inputs={[
          {
            label: t(isEstimate ? 'charges.share.expectedFreight' : 'charges.share.freight'),
            value: format.money(amount, baseCurrency),
          },
          {
            label: t(isAtCost ? 'charges.share.valueAtCost' : 'charges.share.value'),
            value: value && format.money(value, baseCurrency),
          },
        ]}
      >
        {figure}
      </ExplainedFigure>
    </p>
  )
}

type TableProps = { all: ShipmentCharges; onOpen: (charge: ShipmentCharge) => void }

function ChargeTable({ all, onOpen }: TableProps) {
  const { t, format } = useText()
  const { totals, baseCurrency } = all
  const sum = (amount: string | null) => (amount === null ? '—' : format.money(amount, baseCurrency))
  return (
    <ScrollRegion name={t('charges.title')} className={classes.frame ?? ''}>
      <table className={classes.table} aria-label={t('charges.title')}>
        <thead>
          <tr>
            <th scope="col">{t('charges.fields.kind')}</th>
            {(['estimate', 'actual', 'variance'] as const).map((head) => (
              <th key={head} scope="col" data-numeric>
                {t(`charges.fields.${head}`)}
              </th>
            ))}
            <th scope="col">{t('charges.fields.became')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {all.charges.map((charge) => (
            <ChargeRow key={charge.id} all={all} charge={charge} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('charges.total')}</th>
            <td data-numeric>{sum(totals.estimate)}</td>
            <td data-numeric>{sum(totals.actual)}</td>
            <td data-numeric>
              <Variance
                variance={
                  totals.variance === null
                    ? null
                    : { amount: totals.variance, currency: baseCurrency, percent: totals.variancePercent }
                }
              />
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function ChargeRow({ all, charge, onOpen }: TableProps & { charge: ShipmentCharge }) {
  const { t, language } = useText()
  const party = nameIn(language, { name: charge.party, nameZh: charge.partyZh })
  return (
    <tr>
      <th scope="row">
        {t(`charges.kinds.${charge.kind}`)}
        <span className={classes.quiet}>{[party, charge.reference, charge.billedOn].filter(Boolean).join(' · ')}</span>
        {charge.note ? <span className={classes.quiet}>{charge.note}</span> : null}
      </th>
      <td data-numeric>
        <Side money={charge.estimate} base={all.baseCurrency} />
      </td>
      <td data-numeric>
        <Side money={charge.actual} base={all.baseCurrency} />
      </td>
      <td data-numeric>
        <Variance variance={charge.variance} />
      </td>
      <td>
        <ChargePosting all={all} charge={charge} />
      </td>
      <td>
        <ChargeMenu charge={charge} onOpen={onOpen} />
      </td>
    </tr>
  )
}

function Side({ money, base }: { money: ShipmentCharge['estimate']; base: string }) {
  const { t, format } = useText()
  if (money === null) return <>—</>
  return (
    <>
      {format.money(money.amount, money.currency)}
      {money.currency === base ? null : (
        <span className={classes.quiet}>
          {money.base === null ? t('charges.noRate') : `= ${format.money(money.base, base)}`}
        </span>
      )}
    </>
  )
}

/** More than expected says so in words: nothing hangs on its colour. */
function Variance({ variance }: { variance: ShipmentCharge['variance'] }) {
  const { t, format } = useText()
  if (variance === null) return <>—</>
  const isMore = Number(variance.amount) > 0
  const isSame = Number(variance.amount) === 0
  return (
    <>
      {isMore ? '+' : ''}
      {format.money(variance.amount, variance.currency)}
      <span className={isMore ? classes.warn : classes.quiet}>
        {isSame ? t('charges.asExpected') : t(isMore ? 'charges.more' : 'charges.less')}
        {variance.percent === null || isSame ? '' : ` · ${format.percent(variance.percent)}`}
      </span>
    </>
  )
}

function ChargeMenu({ charge, onOpen }: { charge: ShipmentCharge; onOpen: (charge: ShipmentCharge) => void }) {
  const text = useText()
  const { t } = text
  const removing = useMutation({
    mutationFn: () => client.charges.remove.mutate({ ids: [charge.id] }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('charges.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  const name = t(`charges.kinds.${charge.kind}`)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <WriteGate>
          <ActionIcon aria-label={t('charges.menu', { name })}>
            <IconDots size={15} stroke={1.5} />
          </ActionIcon>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen(charge)}>{t('common.edit')}</Menu.Item>
        <Menu.Item onClick={() => removing.mutate()}>{t('charges.delete')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
