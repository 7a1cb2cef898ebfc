// A block from a spreadsheet before it goes into the list: which columns it has, what would change, what is refused and why.
import { Button, Checkbox, FocusTrap, Group, Modal, Stack, Textarea } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PasteInput, PasteReport } from '#shared/schemas/cells.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'
import { LoadingState } from '../../loading-state.tsx'
import { Notice } from '../../notice.tsx'
import { ChangesTable } from '../changes-table.tsx'
import { useSaidDone } from '../done-here.ts'
import type { GridScope } from '../grid-scope.ts'
import { PastedColumns } from './pasted-columns.tsx'
import { ReadingChoices } from './reading-choices.tsx'
import { rowsFromText } from './table-text.ts'
import { UnknownKeys } from './unknown-keys.tsx'
import type { PastedTable } from './use-clipboard.ts'

type PasteDialogProps = {
  list: RecordListName
  pasted: PastedTable
  query: ListQuery
  scope: GridScope
  onClose: () => void
}

export function PasteDialog({ pasted, onClose, ...props }: PasteDialogProps) {
  const { t } = useText()
  const [rows, setRows] = useState(pasted.rows)
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('lists.paste.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {rows.length === 0 ? (
        <PasteField onRows={setRows} />
      ) : (
        <PastePreview {...props} pasted={{ ...pasted, rows }} onClose={onClose} />
      )}
    </Modal>
  )
}

/** Where the keys of the system did not bring a block along. */
function PasteField({ onRows }: { onRows: (rows: string[][]) => void }) {
  const { t } = useText()
  const take = (text: string) => text.trim() !== '' && onRows(rowsFromText(text))
  return (
    <Textarea
      label={t('lists.paste.field')}
      description={t('lists.paste.fieldText')}
      rows={6}
      value=""
      onChange={(event) => take(event.currentTarget.value)}
      data-autofocus
    />
  )
}

function PastePreview({ list, pasted, query, scope, onClose }: PasteDialogProps) {
  const { t, format } = useText()
  const [reading, setReading] = useState<PasteInput['reading']>({})
  const [clears, setClears] = useState(false)
  const input = useMemo(
    () => ({
      list,
      rows: pasted.rows,
      columns: pasted.columns,
      query: { ...query, offset: pasted.offset },
      reading,
      clears,
    }),
    [list, pasted, query, reading, clears],
  )
  const plan = useQuery({
    queryKey: [['lists', 'planPaste'], input],
    queryFn: () => client.lists.planPaste.query(input),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const say = useSaidDone(scope.editing)
  const run = useMutation({
    mutationFn: () => client.lists.paste.mutate({ ...input, ids: plan.data?.ids ?? undefined }),
    onSuccess: ({ changed, operationId }) => {
      say(t('lists.paste.done', { count: changed, formatted: format.number(changed) }), operationId)
      onClose()
    },
  })
  const error = plan.error ?? run.error
  const report = plan.data
  const buttons = useFocusOnAnswer(report !== undefined)
  if (!report) return error ? <Notice tone="bad">{errorMessage(t, error)}</Notice> : <Waiting />
  return (
    <Stack gap="md">
      <PastedColumns report={report} columns={scope.columns} />
      <Group gap="lg" align="flex-end">
        <ReadingChoices report={report} onChange={(part) => setReading((before) => ({ ...before, ...part }))} />
        <Checkbox
          label={t('lists.paste.clears')}
          checked={clears}
          onChange={(event) => setClears(event.currentTarget.checked)}
          mb={6}
        />
      </Group>
      <p role="status">{countsText(report, { t, format })}</p>
      {report.shownRows.length > 0 ? (
        <ChangesTable label={t('lists.paste.changes')} rows={report.shownRows} columns={scope.columns} />
      ) : null}
      <UnknownKeys report={report} rows={pasted.rows} list={list} onClose={onClose} />
      {error ? <Notice tone="bad">{errorMessage(t, error)}</Notice> : null}
      <Group gap="sm" justify="flex-end" ref={buttons}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          variant="filled"
          loading={run.isPending}
          disabled={report.changed === 0 || plan.isPlaceholderData}
          onClick={() => run.mutate()}
        >
          {t('lists.paste.run', { count: report.changed, formatted: format.number(report.changed) })}
        </Button>
      </Group>
    </Stack>
  )
}

/** The dialog itself has the focus until there is something to run. */
function Waiting() {
  return (
    <>
      <FocusTrap.InitialFocus />
      <LoadingState />
    </>
  )
}

/** Once it is known what would change, the way on has the focus: the last button that can be pressed. */
function useFocusOnAnswer(isAnswered: boolean) {
  const buttons = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isAnswered) return
    const usable = buttons.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')
    const last = usable?.[usable.length - 1]
    last?.setAttribute('data-autofocus', '')
    last?.focus()
  }, [isAnswered])
  return buttons
}

function countsText(report: PasteReport, { t, format }: Pick<ReturnType<typeof useText>, 't' | 'format'>): string {
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  const parts = [
    t('lists.paste.changed', counted(report.changed)),
    ...(report.same > 0 ? [t('lists.paste.same', counted(report.same))] : []),
    ...(report.refused > 0 ? [t('lists.paste.refused', counted(report.refused))] : []),
    ...(report.beyond > 0 ? [t('lists.paste.beyond', counted(report.beyond))] : []),
    ...(report.ambiguous.length > 0 ? [t('lists.paste.ambiguous', counted(report.ambiguous.length))] : []),
  ]
  return parts.join(' ')
}
