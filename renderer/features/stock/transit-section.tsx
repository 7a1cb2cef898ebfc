// What of a transfer is still on its way, and the difference that is left when less arrived than was sent.
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { StockDocument, StockTransit } from '#shared/schemas/stock-documents.ts'
import { ArriveDialog } from './arrive-dialog.tsx'
import classes from './stock.module.css'

export function TransitSection({ document }: { document: StockDocument }) {
  const { t } = useText()
  const [isSettling, settle] = useDisclosure(false)
  const { transit } = document
  if (transit.length === 0) return null
  const isShort = transit.some(({ open }) => open > 0) && transit.some(({ arrived }) => arrived > 0)
  return (
    <section>
      <SectionTitle>{t('stock.transit.title')}</SectionTitle>
      {isShort ? (
        <Notice
          tone="warn"
          title={t('stock.transit.short')}
          actions={
            <WriteGate>
              <Button onClick={settle.open}>{t('stock.settle.open')}</Button>
            </WriteGate>
          }
        >
          {t('stock.transit.shortText')}
        </Notice>
      ) : null}
      <ScrollRegion name={t('stock.transit.title')}>
        <table className={classes.table}>
          <TableHead
            heads={[
              t('stock.fields.product'),
              t('stock.fields.batch'),
              { numeric: t('stock.transit.sent') },
              { numeric: t('stock.transit.arrived') },
              { numeric: t('stock.transit.settled') },
              { numeric: t('stock.transit.open') },
            ]}
          />
          <tbody>
            {transit.map((line) => (
              <Line key={line.movementId} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {isSettling ? <ArriveDialog document={document} way="settle" onClose={settle.close} /> : null}
    </section>
  )
}

function Line({ line }: { line: StockTransit }) {
  const { t, format, language } = useText()
  const said = (quantity: number) => quantityText(format, quantity, line.unit)
  return (
    <tr>
      <td className={classes.wide}>
        <span className={classes.clamp}>
          {line.sku} <span className="q-quiet">{nameIn(language, line)}</span>
        </span>
      </td>
      <td>{line.batch}</td>
      <td data-numeric>{said(line.sent)}</td>
      <td data-numeric>{said(line.arrived)}</td>
      <td data-numeric>{said(line.settled)}</td>
      <td data-numeric>
        <ExplainedFigure
          title={t('stock.transit.open')}
          formula={t('stock.formulas.transitOpen')}
          inputs={[
            { label: t('stock.transit.sent'), value: said(line.sent) },
            { label: t('stock.transit.arrived'), value: said(line.arrived) },
            { label: t('stock.transit.settled'), value: said(line.settled) },
          ]}
        >
          {said(line.open)}
        </ExplainedFigure>
      </td>
    </tr>
  )
}
