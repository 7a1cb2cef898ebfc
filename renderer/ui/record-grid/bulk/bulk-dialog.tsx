// Changes many records at once: which fields become what, what that does, then one operation that can be taken back.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'
import { Notice } from '../../notice.tsx'
import { useSaidDone } from '../done-here.ts'
import type { GridScope } from '../grid-scope.ts'
import { BulkFieldRow } from './bulk-field-row.tsx'
import { type BulkField, changesOf, newField } from './bulk-fields.ts'
import { BulkPreview } from './bulk-preview.tsx'

type BulkDialogProps = {
  list: RecordListName
  target: RecordTarget
  count: number
  scope: GridScope
  onClose: () => void
  onDone: () => void
}

const pauseMs = 250

export function BulkDialog({ list, target, count, scope, onClose, onDone }: BulkDialogProps) {
  const { t, format } = useText()
  const [fields, setFields] = useState<BulkField[]>([newField()])
  const changes = useMemo(() => changesOf(fields), [fields])
  const [asked] = useDebouncedValue(changes, pauseMs)
  const plan = useQuery({
    queryKey: [['lists', 'planBulk'], list, target, asked],
    queryFn: () => client.lists.planBulk.query({ list, target, changes: asked, jobId: newJobId() }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const say = useSaidDone(scope.editing)
  const run = useMutation({
    mutationFn: () => client.lists.changeInBulk.mutate({ list, target, changes, jobId: newJobId() }),
    onSuccess: ({ changed, operationId }) => {
      say(t('lists.bulk.done', { count: changed, formatted: format.number(changed) }), operationId)
      onDone()
    },
  })
  const isCurrent = asked === changes && !plan.isFetching && changes.length > 0
  const canRun = isCurrent && (plan.data?.changed ?? 0) > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (canRun) run.mutate()
  }
  const put = (key: number, part: Partial<BulkField>) =>
    setFields((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const error = run.error ?? plan.error
  const changed = canRun ? (plan.data?.changed ?? 0) : 0
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('lists.bulk.title', { count, formatted: format.number(count) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {fields.map((field) => (
            <BulkFieldRow
              key={field.key}
              field={field}
              scope={scope}
              taken={fields.filter((one) => one !== field).map(({ column }) => column)}
              onChange={(part) => put(field.key, part)}
              onRemove={fields.length > 1 ? () => setFields((before) => before.filter((one) => one !== field)) : null}
            />
          ))}
          <Button
            variant="subtle"
            mr="auto"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={() => setFields((before) => [...before, newField()])}
          >
            {t('lists.bulk.addField')}
          </Button>
          {plan.data && asked.length > 0 ? <BulkPreview report={plan.data} columns={scope.columns} /> : null}
          {error ? <Notice tone="bad">{errorMessage(t, error)}</Notice> : null}
          <Group gap="sm" justify="flex-end">
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" variant="filled" loading={run.isPending} disabled={!canRun}>
              {canRun
                ? t('lists.bulk.run', { count: changed, formatted: format.number(changed) })
                : t('lists.bulk.runNone')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
