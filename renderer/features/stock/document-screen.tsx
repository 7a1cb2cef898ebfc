// A stock document on its own page: its lines, what of it is on its way, what was charged later, and the way back.
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PaperMenu } from '#renderer/ui/paper-menu.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import { ArriveDialog } from './arrive-dialog.tsx'
import { ChargesSection } from './charges-section.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { DocumentLines } from './document-lines.tsx'
import { DocumentStateBadge, placesOf } from './document-words.tsx'
import { EditDocumentDialog } from './edit-document-dialog.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import classes from './stock.module.css'
import { TransitSection } from './transit-section.tsx'

export function DocumentScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.stock.document.queryOptions({ id }))
  return <QueryState query={query}>{(document) => <DocumentPage document={document} />}</QueryState>
}

function DocumentPage({ document }: { document: StockDocument }) {
  const { t } = useText()
  return (
    <Page
      name={document.number}
      title={
        <>
          {document.number} <DocumentStateBadge state={document.state} />
        </>
      }
      subtitle={[t(`stock.kinds.${document.kind}`), placesOf(t, document), document.on].join(' · ')}
      actions={<DocumentActions document={document} />}
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <TransitSection document={document} />
          <DocumentLines document={document} />
          {hasCharges(document) ? <ChargesSection document={document} /> : null}
        </div>
        <div className={classes.facts}>
          <DocumentFacts document={document} />
        </div>
        <div className={classes.panels}>
          <RecordPanels kind="document" id={document.id} />
        </div>
      </div>
    </Page>
  )
}

/** Freight and duty come with goods that came in. */
function hasCharges({ kind, state }: StockDocument): boolean {
  return kind === 'receipt' && state !== 'reversed'
}

function DocumentActions({ document }: { document: StockDocument }) {
  const { t } = useText()
  const [isReversing, reverse] = useDisclosure(false)
  const [isArriving, arrive] = useDisclosure(false)
  const [isEditing, edit] = useDisclosure(false)
  const isOpen = document.transit.some(({ open }) => open > 0)
  return (
    <>
      <PaperMenu record={{ kind: 'document', id: document.id }} />
      <WriteGate>
        <Button onClick={edit.open}>{t('stock.editDocument.open')}</Button>
      </WriteGate>
      {isOpen && document.shipment === null ? (
        <WriteGate>
          <LinkButton to="/shipments/new" search={{ document: String(document.id) }}>
            {t('shipments.panel.new')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {document.state === 'reversed' ? null : (
        <WriteGate>
          <Button onClick={reverse.open}>{t('stock.reverse.open')}</Button>
        </WriteGate>
      )}
      {isOpen ? (
        <WriteGate>
          <Button variant="filled" onClick={arrive.open}>
            {t('stock.arrive.open')}
          </Button>
        </WriteGate>
      ) : null}
      {isEditing ? <EditDocumentDialog document={document} onClose={edit.close} /> : null}
      {isReversing ? <ReverseDialog document={document} onClose={reverse.close} /> : null}
      {isArriving ? <ArriveDialog document={document} way="arrive" onClose={arrive.close} /> : null}
    </>
  )
}
