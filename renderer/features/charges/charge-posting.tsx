// What became of a charge: costs of the shipment's orders by themselves, a landed cost of its goods when it is asked for.
import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ShipmentCharge, ShipmentCharges } from '#shared/schemas/charges.ts'
import { type ChargeSplit, chargeSplits } from '#shared/schemas/costing.ts'
import classes from './charges.module.css'

type PostingProps = { all: ShipmentCharges; charge: ShipmentCharge }

export function ChargePosting({ all, charge }: PostingProps) {
  const { t, format } = useText()
  const { posting } = charge
  if (posting?.as === 'orders') {
    return (
      <>
        {posting.orders.map(({ id, number, amount }) => (
          <span key={id} className={classes.line}>
            <Link className="q-link" to="/orders/$id" params={{ id: String(id) }}>
              {number}
            </Link>{' '}
            {format.amount(amount, (charge.actual ?? charge.estimate)?.currency ?? '')}
          </span>
        ))}
        <span className={classes.quiet}>
          {[
            posting.isEstimate ? t('charges.asEstimate') : '',
            posting.orders.length > 1 ? t(`charges.by.${posting.by}`) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    )
  }
  if (all.becomes !== 'landed')
    return <span className="q-quiet">{all.becomes === 'orders' ? '—' : t('charges.nothing')}</span>
  return <Landed all={all} charge={charge} />
}

const splits = chargeSplits.filter((split) => split !== 'by_hand') as Exclude<ChargeSplit, 'by_hand'>[]

function Landed({ all, charge }: PostingProps) {
  const text = useText()
  const { t, format } = text
  const done = (said: 'charges.landed' | 'charges.tookBack') => ({
    onSuccess: ({ operationId }: { operationId: number | null }) => sayUndoable(text, t(said), operationId),
    onError: (error: unknown) => sayError(t, error),
  })
  const posting = useMutation({
    mutationFn: (splitBy: (typeof splits)[number]) =>
      client.charges.postLanded.mutate({ chargeId: charge.id, splitBy }),
    ...done('charges.landed'),
  })
  const takingBack = useMutation({
    mutationFn: () => client.charges.takeBackLanded.mutate({ id: charge.id }),
    ...done('charges.tookBack'),
  })
  if (charge.posting?.as === 'landed') {
    const { on, amount, currency } = charge.posting
    return (
      <>
        {t('charges.landedOn', { money: format.money(amount, currency), day: on })}
        <WriteGate>
          <Button variant="subtle" onClick={() => takingBack.mutate()} loading={takingBack.isPending}>
            {t('charges.takeBack')}
          </Button>
        </WriteGate>
      </>
    )
  }
  if (all.receipts.length === 0) return <span className="q-quiet">{t('charges.notCame')}</span>
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <WriteGate>
          <Button loading={posting.isPending}>{t('charges.postLanded')}</Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('charges.splitBy')}</Menu.Label>
        {splits.map((split) => (
          <Menu.Item key={split} onClick={() => posting.mutate(split)}>
            {t(`charges.splits.${split}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
