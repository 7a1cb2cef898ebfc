// What a count would post, line by line and in money, and what that changes of figures told since; only then it is posted.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayAll, sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { CountReview, StockCount } from '#shared/schemas/counting.ts'
import { signed } from './count-lines-table.tsx'
import classes from './counting.module.css'
import { DifferenceValue } from './difference-value.tsx'
import { LaterChanges } from './later-changes.tsx'
import { ReviewSums } from './review-sums.tsx'

export function ReviewDialog({ count, onClose }: { count: StockCount; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.counting.review.queryOptions({ id: count.id }))
  return (
    <Modal opened onClose={onClose} size="xl" title={t('counting.review.title', { number: count.number })}>
      <QueryState query={query}>{(review) => <Review count={count} review={review} onClose={onClose} />}</QueryState>
    </Modal>
  )
}

type ReviewProps = { count: StockCount; review: CountReview; onClose: () => void }

function Review({ count, review, onClose }: ReviewProps) {
  const { t } = useText()
  const { posting, again, preview } = useReview(count, review, onClose)
  const failure = posting.error ?? preview.error
  // All of it at once: what came in later would move the buttons under the hand.
  if (preview.isLoading) return <LoadingState />
  return (
    <div className={classes.review}>
      <ReviewNotices review={review} />
      {review.differing === 0 ? (
        <Text>{t('counting.review.allAgree')}</Text>
      ) : (
        <>
          <ReviewSums review={review} />
          <ReviewLines review={review} />
        </>
      )}
      {preview.data ? <LaterChanges preview={preview.data} /> : null}
      {failure ? <Notice tone="bad">{wholeMessage(t, failure)}</Notice> : null}
      <Group justify="flex-end" gap="sm">
        {review.differing > 0 ? (
          <Button onClick={() => again.mutate()} loading={again.isPending}>
            {t('counting.review.again')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('counting.review.back')}</Button>
        <Button variant="filled" onClick={() => posting.mutate()} loading={posting.isPending} data-autofocus>
          {t('counting.review.post')}
        </Button>
      </Group>
    </div>
  )
}

function useReview(count: StockCount, review: CountReview, onClose: () => void) {
  const text = useText()
  const { t, format } = text
  const { id, number } = count
  const preview = useQuery({
    queryKey: [['counting', 'preview'], id, review.mark],
    queryFn: () => client.counting.preview.mutate({ id }),
    enabled: review.differing > 0,
    retry: false,
    gcTime: 0,
  })
  const posting = useMutation({
    mutationFn: () => client.counting.post.mutate({ id, seen: review.mark }),
    onSuccess: ({ result, operationId }) => {
      const posted = { number, count: result.differing, formatted: format.number(result.differing) }
      sayUndoable(text, t('counting.review.done', posted), operationId)
      sayAll(
        'yellow',
        result.warnings.map((warning) => errorMessage(t, warning)),
      )
      onClose()
    },
  })
  const again = useMutation({
    mutationFn: () => client.counting.recount.mutate({ id }),
    onSuccess: ({ result, operationId }) => {
      sayUndoable(
        text,
        t('counting.review.againDone', { count: result, formatted: format.number(result) }),
        operationId,
      )
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return { posting, again, preview }
}

function ReviewNotices({ review }: { review: CountReview }) {
  const { t, format } = useText()
  const { notCounted, unknown, moved } = review
  const said = (count: number) => ({ count, formatted: format.number(count) })
  return (
    <>
      {notCounted > 0 ? <Notice tone="warn">{t('counting.review.notCounted', said(notCounted))}</Notice> : null}
      {moved > 0 ? <Notice tone="warn">{t('counting.review.moved', said(moved))}</Notice> : null}
      {unknown > 0 ? <Notice>{t('counting.review.unknown', said(unknown))}</Notice> : null}
    </>
  )
}

function ReviewLines({ review }: { review: CountReview }) {
  const { t, format, language } = useText()
  const { lines, differing, baseCurrency } = review
  const rest = differing - lines.length
  return (
    <ScrollRegion name={t('counting.review.differences')} className={classes.tall ?? ''}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('counting.fields.product'),
            { numeric: t('counting.fields.expected') },
            { numeric: t('counting.fields.counted') },
            { numeric: t('counting.fields.difference') },
            { numeric: t('counting.fields.value', { currency: baseCurrency }) },
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={classes.wide}>
                {line.sku}{' '}
                <span className="q-quiet">
                  {[nameIn(language, line), line.batch, line.bin].filter(Boolean).join(' · ')}
                </span>
              </td>
              <td data-numeric>{format.number(line.expected ?? 0)}</td>
              <td data-numeric>{format.number(line.counted ?? 0)}</td>
              <td data-numeric data-differs="">
                {signed(format, line.difference ?? 0)}
              </td>
              <td data-numeric>
                <DifferenceValue line={line} base={baseCurrency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? (
        <p className={classes.muted}>{t('counting.review.rest', { count: rest, formatted: format.number(rest) })}</p>
      ) : null}
    </ScrollRegion>
  )
}
