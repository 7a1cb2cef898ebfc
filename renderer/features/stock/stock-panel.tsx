// Stock on the page of a product: how much there is where, and what is done with it most.
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { NewDocumentMenu } from './new-document-menu.tsx'
import { OpeningDialog } from './opening-dialog.tsx'
import { BatchTable, PlaceTable } from './place-tables.tsx'
import classes from './stock.module.css'
import { StockFigureRow } from './stock-figures.tsx'

export function StockPanel({ record }: PanelProps) {
  const { t } = useText()
  const [isOpening, opening] = useDisclosure(false)
  const query = useQuery(trpc.stock.levels.queryOptions({ productId: record.id }))
  return (
    <QueryState query={query}>
      {(levels) => (
        <>
          <StockFigureRow levels={levels} />
          <div className={classes.main}>
            <PlaceTable levels={levels} isShort />
            <BatchTable levels={levels} />
          </div>
          <div className={classes.more}>
            <NewDocumentMenu product={record.id} variant="default" />
            {levels.tracking === 'none' ? (
              <WriteGate>
                <Button onClick={opening.open}>{t('stock.opening.title')}</Button>
              </WriteGate>
            ) : null}
            <LinkButton to="/stock/$id" params={{ id: String(record.id) }}>
              {t('stock.product.all')}
            </LinkButton>
          </div>
          {isOpening ? <OpeningDialog levels={levels} onClose={opening.close} /> : null}
        </>
      )}
    </QueryState>
  )
}
