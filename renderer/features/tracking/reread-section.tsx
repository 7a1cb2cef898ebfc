// Kept events that the rules of today read otherwise: what would change, and doing it as one step.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { RereadPreview } from '#shared/schemas/tracking.ts'
import classes from './tracking.module.css'

export function RereadSection() {
  const { t } = useText()
  const query = useQuery(trpc.tracking.rereadPreview.queryOptions())
  return (
    <section>
      <SectionTitle>{t('tracking.rules.reread')}</SectionTitle>
      <QueryState query={query}>
        {(preview) =>
          preview.changed === 0 ? (
            <p className="q-quiet">{t('tracking.rules.rereadNone')}</p>
          ) : (
            <Changes preview={preview} />
          )
        }
      </QueryState>
    </section>
  )
}

function Changes({ preview }: { preview: RereadPreview }) {
  const text = useText()
  const { t, format } = text
  const { changed, shipments, examples } = preview
  const rereading = useMutation({
    mutationFn: () => client.tracking.reread.mutate(),
    onSuccess: ({ changed: count, operationId }) =>
      sayUndoable(text, t('tracking.rules.reread_done', { count, formatted: format.number(count) }), operationId),
    onError: (error) => sayError(t, error),
  })
  const ofShipments = t('tracking.rules.ofShipments', { count: shipments, formatted: format.number(shipments) })
  const nameOf = (state: TrackingState | '') =>
    state === '' ? t('tracking.event.noState') : t(`shipments.states.${state}`)
  return (
    <>
      <div className={classes.sectionHead}>
        <p>
          {t('tracking.rules.rereadSome', {
            count: changed,
            formatted: format.number(changed),
            shipments: ofShipments,
          })}
        </p>
        <WriteGate>
          <Button loading={rereading.isPending} onClick={() => rereading.mutate()}>
            {t('tracking.rules.rereadRun')}
          </Button>
        </WriteGate>
      </div>
      <ScrollRegion className={classes.rows ?? ''} name={t('tracking.rules.reread')}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{t('tracking.event.text')}</th>
              <th scope="col">{t('tracking.rules.before')}</th>
              <th scope="col">{t('tracking.rules.after')}</th>
              <th scope="col" data-numeric>
                {t('tracking.rules.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ text: said, before, after, count }) => (
              <tr key={`${before}/${after}/${said}`}>
                <td className={classes.words}>{said}</td>
                <td>{nameOf(before)}</td>
                <td>{nameOf(after)}</td>
                <td data-numeric>{format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
