// Charges that came later than the goods (freight, duty): what they are, how they were split, and the way back.
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { LandedCost } from '#shared/schemas/costing.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import { ChargeDialog } from './charge-dialog.tsx'
import classes from './stock.module.css'

export function ChargesSection({ document }: { document: StockDocument }) {
  const { t } = useText()
  const [isAdding, add] = useDisclosure(false)
  const query = useQuery(trpc.costing.landedCosts.queryOptions({ documentId: document.id }))
  return (
    <section>
      <SectionTitle>{t('stock.charges.title')}</SectionTitle>
      <QueryState query={query}>
        {(charges) =>
          charges.length === 0 ? (
            <p className={classes.muted}>{t('stock.charges.none')}</p>
          ) : (
            <ChargeTable charges={charges} base={document.baseCurrency} />
          )
        }
      </QueryState>
      <div className={classes.more}>
        <WriteGate>
          <Button onClick={add.open}>{t('stock.charges.add')}</Button>
        </WriteGate>
      </div>
      {isAdding ? <ChargeDialog document={document} onClose={add.close} /> : null}
    </section>
  )
}

function ChargeTable({ charges, base }: { charges: readonly LandedCost[]; base: string }) {
  const { t } = useText()
  return (
    <ScrollRegion name={t('stock.charges.title')}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('stock.fields.on'),
            t('stock.charges.kind'),
            t('stock.charges.split'),
            t('stock.fields.reference'),
            { numeric: t('stock.fields.amount') },
            { numeric: t('stock.charges.baseAmount', { currency: base }) },
            '',
          ]}
        />
        <tbody>
          {charges.map((charge) => (
            <Charge key={charge.id} charge={charge} base={base} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Charge({ charge, base }: { charge: LandedCost; base: string }) {
  const text = useText()
  const { t, format } = text
  const reversing = useMutation({
    mutationFn: () => client.costing.reverseLandedCost.mutate({ id: charge.id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('stock.charges.reversed'), operationId),
    onError: (error) => sayError(t, error),
  })
  const isStanding = charge.reversesId === null && charge.reversedById === null
  return (
    <tr data-off={charge.reversedById !== null || undefined}>
      <td className={classes.day}>{charge.on}</td>
      <td>
        {t(`stock.charges.kinds.${charge.kind}`)}{' '}
        {charge.reversesId === null ? null : <StatusBadge tone="outline">{t('stock.counter')}</StatusBadge>}
        {charge.isWaiting ? <StatusBadge tone="warn">{t('stock.charges.waiting')}</StatusBadge> : null}
      </td>
      <td>{t(`stock.charges.splits.${charge.splitBy}`)}</td>
      <td className={classes.wide}>
        {[nameIn(format.language, { name: charge.party, nameZh: charge.partyZh }), charge.reference]
          .filter(Boolean)
          .join(' · ')}
      </td>
      <td data-numeric>{format.money(charge.amount, charge.currency)}</td>
      <td data-numeric>
        <ExplainedFigure
          title={t(`stock.charges.kinds.${charge.kind}`)}
          formula={t('stock.formulas.charge')}
          inputs={[
            { label: t('stock.fields.amount'), value: format.money(charge.amount, charge.currency) },
            {
              label: t('stock.fields.rateOf', { from: charge.currency, to: base }),
              value: `${format.number(charge.rate)} · ${charge.rateOn}`,
            },
            ...charge.shares.map((share) => ({
              label: `${share.sku} · ${quantityText(format, share.quantity, share.unit)}`,
              value: format.money(share.amount, base),
            })),
          ]}
          footnote={charge.isWaiting ? t('stock.charges.waitingText') : undefined}
        >
          {format.amount(charge.baseAmount, base)}
        </ExplainedFigure>
      </td>
      <td className={classes.keep}>
        {isStanding ? (
          <WriteGate>
            <Button size="compact-xs" variant="subtle" onClick={() => reversing.mutate()} loading={reversing.isPending}>
              {t('stock.charges.reverse')}
            </Button>
          </WriteGate>
        ) : null}
      </td>
    </tr>
  )
}
