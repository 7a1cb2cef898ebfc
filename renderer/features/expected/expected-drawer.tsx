// Goods on order beside their list.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Expected } from '#shared/schemas/expected.ts'
import classes from './expected.module.css'
import { ExpectedStatusBadge } from './expected-status.tsx'

type DrawerProps = { id: number; onClose: () => void; onReceive: () => void }

export function ExpectedDrawer({ id, onClose, onReceive }: DrawerProps) {
  const { t, language } = useText()
  const query = useQuery(trpc.expected.get.queryOptions({ id }))
  const expected = query.data
  return (
    <RecordDrawer
      name={expected?.sku ?? t('expected.one')}
      title={expected?.sku ?? ''}
      badge={expected ? <ExpectedStatusBadge row={expected} /> : null}
      subtitle={expected ? namesIn(language, expected.nameEn, expected.nameZh)[0] : null}
      actions={
        expected?.status === 'open' ? (
          <>
            <WriteGate>
              <Button variant="filled" onClick={onReceive}>
                {t('expected.receive.open')}
              </Button>
            </WriteGate>
            <WriteGate>
              <LinkButton to="/expected/$id/edit" params={{ id: String(id) }}>
                {t('common.edit')}
              </LinkButton>
            </WriteGate>
          </>
        ) : null
      }
      onClose={onClose}
    >
      <QueryState query={query}>{(found) => <ExpectedFacts expected={found} />}</QueryState>
    </RecordDrawer>
  )
}

function ExpectedFacts({ expected }: { expected: Expected }) {
  const { t, format } = useText()
  return (
    <div className={classes.drawer}>
      <Facts
        facts={[
          {
            label: t('expected.fields.product'),
            value: (
              <Link className="q-link" to="/products/$id" params={{ id: String(expected.productId) }}>
                {expected.sku}
              </Link>
            ),
          },
          { label: t('expected.fields.quantity'), value: quantityText(format, expected.quantity, expected.unit) },
          { label: t('expected.fields.expectedOn'), value: expected.expectedOn ?? t('expected.noDay') },
          { label: t('expected.fields.receivedOn'), value: expected.receivedOn, optional: true },
          { label: t('expected.fields.orderedOn'), value: expected.orderedOn, optional: true },
          { label: t('expected.fields.supplier'), value: expected.supplier },
          {
            label: t('expected.fields.warehouse'),
            value: placeName(t, { id: expected.warehouseId, name: expected.warehouse }),
          },
          { label: t('expected.fields.reference'), value: expected.reference, optional: true },
          { label: t('expected.fields.source'), value: expected.source, optional: true },
          { label: t('expected.fields.note'), value: expected.note, optional: true },
        ]}
      />
      <RecordHistory entity="expected" id={expected.id} />
    </div>
  )
}
