// What is known of a stock document as a whole.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import { placesOf, reasonText } from './document-words.tsx'

export function DocumentFacts({ document }: { document: StockDocument }) {
  const { t } = useText()
  const role = document.kind === 'issue' || document.kind === 'customer_return' ? 'customer' : 'supplier'
  const party = {
    kind: 'party',
    id: document.partyId ?? 0,
    role,
    code: '',
    name: document.party,
    nameZh: document.partyZh,
  } as const
  return (
    <Facts
      facts={[
        { label: t('stock.fields.kind'), value: t(`stock.kinds.${document.kind}`) },
        { label: t('stock.fields.place'), value: placesOf(t, document) },
        { label: t('stock.fields.on'), value: document.on },
        { label: t('stock.fields.reason'), value: reasonText(t, document.reason), optional: true },
        {
          label: t('stock.fields.party'),
          value: document.partyId !== null && <RecordLink record={{ ...party, deleted: false } as RecordTitle} />,
          optional: true,
        },
        {
          label: t('stock.fields.order'),
          value: document.orderId !== null && (
            <Link className="q-link" to="/orders/$id" params={{ id: String(document.orderId) }}>
              {document.orderNumber}
            </Link>
          ),
          optional: true,
        },
        {
          label: t('shipments.one'),
          value: document.shipment && (
            <Link className="q-link" to="/shipments/$id" params={{ id: String(document.shipment.id) }}>
              {document.shipment.number}
            </Link>
          ),
          optional: true,
        },
        { label: t('stock.fields.reference'), value: document.reference, optional: true },
        { label: t('stock.fields.value'), value: <DocumentValue document={document} /> },
        { label: t('stock.fields.note'), value: document.note, optional: true },
      ]}
    />
  )
}

/** What the stock was worth that the document brought or took; no figure where a part of it is not known. */
function DocumentValue({ document }: { document: StockDocument }) {
  const { t, format } = useText()
  const standing = document.lines.filter(({ reversesId, reversedById }) => reversesId === null && reversedById === null)
  // A transfer takes from one place what it brings to another: what left is what it is worth.
  const counted = document.kind === 'transfer' ? standing.filter(({ quantity }) => quantity < 0) : standing
  const unknown = counted.filter(({ value }) => value === null)
  const sum = counted.reduce((total, { value }) => total.plus(value ?? 0), new Decimal(0))
  const shown = document.kind === 'transfer' ? sum.abs() : sum
  return (
    <ExplainedFigure
      title={t('stock.fields.value')}
      formula={t('stock.formulas.documentValue')}
      inputs={counted.slice(0, 12).map((line) => ({
        label: line.sku,
        value: line.value === null ? t('common.noData') : format.money(line.value, document.baseCurrency),
      }))}
      footnote={
        unknown.length > 0
          ? t('stock.formulas.unknownLines', { count: unknown.length, formatted: format.number(unknown.length) })
          : t('stock.formulas.documentValueNote')
      }
    >
      {unknown.length === counted.length ? t('common.noData') : format.money(shown.toFixed(), document.baseCurrency)}
    </ExplainedFigure>
  )
}
