// Makes several records one: which stays, whose values it takes, and what moves to it, before anything is done.
import { Button, Modal, Radio, Select } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { english } from '#shared/i18n/english.ts'
import type { MergedField, MergePreview } from '#shared/schemas/customers.ts'
import classes from './customers.module.css'

type Take = Partial<Record<MergedField, number>>

export function MergeDialog({ ids, onClose }: { ids: readonly number[]; onClose: () => void }) {
  const text = useText()
  const { t, language } = text
  const [keepId, setKeep] = useState(ids[0] ?? 0)
  const [take, setTake] = useState<Take>({})
  const input = { keepId, otherIds: ids.filter((id) => id !== keepId), take }
  const query = useQuery(trpc.customers.mergePreview.queryOptions(input, { placeholderData: keepPreviousData }))
  const kept = query.data?.records.find(({ id }) => id === keepId)
  const name = kept ? nameIn(language, kept) : ''
  const merge = useMutation({
    mutationFn: () => client.customers.merge.mutate(input),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('customers.merge.done', { name }), operationId)
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('customers.merge.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={query}>
        {(preview) => (
          <div className={classes.form}>
            <Select
              label={t('customers.merge.keep')}
              description={t('customers.merge.keepText')}
              data-autofocus
              allowDeselect={false}
              data={preview.records.map((record) => ({
                value: String(record.id),
                label: [record.code, nameIn(language, record)].filter(Boolean).join(' · '),
              }))}
              value={String(keepId)}
              onChange={(id) => {
                setKeep(Number(id))
                // What was chosen was chosen against another one.
                setTake({})
              }}
            />
            <FieldTable preview={preview} onTake={(field, id) => setTake((before) => ({ ...before, [field]: id }))} />
            <Moved preview={preview} />
            {merge.error ? <p role="alert">{errorMessage(t, merge.error)}</p> : null}
            <div className={classes.formActions}>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <WriteGate>
                <Button variant="filled" loading={merge.isPending} onClick={() => merge.mutate()}>
                  {t('customers.merge.go')}
                </Button>
              </WriteGate>
            </div>
          </div>
        )}
      </QueryState>
    </Modal>
  )
}

type FieldTableProps = { preview: MergePreview; onTake: (field: MergedField, id: number) => void }

function FieldTable({ preview, onTake }: FieldTableProps) {
  const { t, language } = useText()
  const said = useValueText()
  return (
    <ScrollRegion name={t('customers.merge.title')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('customers.merge.field')}</th>
            {preview.records.map((record) => (
              <th key={record.id} scope="col">
                {[record.code, nameIn(language, record)].filter(Boolean).join(' · ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.fields.map(({ field, values, takenFrom }) => {
            const label = t(`customers.mergeFields.${field}`)
            return (
              <tr key={field}>
                <th scope="row">{label}</th>
                {preview.records.map((record, index) => {
                  const value = values[index] ?? ''
                  const name = nameIn(language, record)
                  return (
                    <td key={record.id}>
                      <Radio
                        name={`take-${field}`}
                        aria-label={t('customers.merge.take', { field: label, name: `${name} (${record.id})` })}
                        label={
                          value === '' ? (
                            <span className="q-quiet">{t('customers.merge.nothing')}</span>
                          ) : (
                            said(field, value)
                          )
                        }
                        checked={takenFrom === record.id}
                        onChange={() => onTake(field, record.id)}
                      />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** A value as the screens say it, where the book keeps a word of its own. */
function useValueText(): (field: MergedField, value: string) => string {
  const { t, format } = useText()
  return (field, value) => {
    if (field === 'country') return format.country(value)
    if (field === 'status') return t(`parties.statuses.${value as 'active'}`)
    if (field === 'kind') return t(`customers.kinds.${value as 'person'}`)
    if (field === 'language') return t(`parties.languages.${value as 'en'}`)
    if (field === 'creditAction') return t(`customers.creditActions.${value as 'warn'}`)
    if (field !== 'terms') return value
    const [percent = '', days = '', from = ''] = value.split(' · ')
    return `${percent} · ${days} ${t(`customers.dueFroms.${from as 'order'}`)}`
  }
}

function Moved({ preview: { moved, stays } }: { preview: MergePreview }) {
  const { t, format } = useText()
  const { tables } = english.customers
  const line = (rows: MergePreview['moved']) =>
    rows
      .map(({ table: name, count }) => {
        const key = (name in tables ? name : 'other') as keyof typeof tables
        return `${t(`customers.tables.${key}`)} ${format.number(count)}`
      })
      .join(' · ')
  return (
    <>
      <p>{moved.length === 0 ? t('customers.merge.movesNone') : `${t('customers.merge.moves')}: ${line(moved)}`}</p>
      {stays.length > 0 ? <p className="q-quiet">{`${t('customers.merge.stays')}: ${line(stays)}`}</p> : null}
    </>
  )
}
