// Adds a warehouse, changes one, puts one away or deletes one that nothing refers to.
import { Button, Modal } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { ChangedNotice, changedSinceOf } from '#renderer/ui/record-form/changed-since.tsx'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import type { Revised } from '#shared/schemas/records.ts'
import type { Warehouse, WarehouseInput } from '#shared/schemas/warehouses.ts'
import { BinsField } from './bins-field.tsx'
import { WarehouseFields } from './warehouse-fields.tsx'
import { readWarehouseForm, warehouseToForm } from './warehouse-form-values.ts'
import classes from './warehouses.module.css'

type DialogProps = { warehouse: Revised<Warehouse> | null; onClose: () => void }

export function WarehouseDialog({ warehouse, onClose }: DialogProps) {
  const { t } = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t(warehouse ? 'warehouses.edit' : 'warehouses.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <WarehouseForm warehouse={warehouse} onClose={onClose} />
      {warehouse ? <RecordHistory entity="warehouse" id={warehouse.id} /> : null}
    </Modal>
  )
}

function WarehouseForm({ warehouse, onClose }: DialogProps) {
  const { t } = useText()
  const { form, submit, saving, saveMine, changed, isTold } = useWarehouseForm(warehouse, onClose)
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <WarehouseFields form={form} isMain={warehouse?.isFixed ?? false} />
      <BinsField form={form} />
      {changed ? <ChangedNotice changed={changed} isBusy={saving.isPending} onSaveMine={saveMine} /> : null}
      {saving.error && !isTold && !changed ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
      <div className={classes.actions}>
        {warehouse && !warehouse.isFixed ? <PutAway warehouse={warehouse} onClose={onClose} /> : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function PutAway({ warehouse, onClose }: { warehouse: Warehouse; onClose: () => void }) {
  const { t } = useText()
  const remove = useMutation({
    mutationFn: () => client.warehouses.remove.mutate({ id: warehouse.id }),
    onSuccess: () => {
      notifications.show({ message: t('warehouses.removed', { name: placeName(t, warehouse) }) })
      onClose()
    },
    onError: (error) => notifications.show({ color: 'red', message: errorMessage(t, error) }),
  })
  return (
    <>
      <Button onClick={() => remove.mutate()} loading={remove.isPending}>
        {t('warehouses.remove')}
      </Button>
      <ArchiveButton
        archived={warehouse.archived}
        archive={() => client.warehouses.archive.mutate({ ids: [warehouse.id] }).then(onClose)}
        unarchive={() => client.warehouses.unarchive.mutate({ ids: [warehouse.id] }).then(onClose)}
      />
    </>
  )
}

/** Failures that one field is to blame for. */
const blamed: Readonly<Record<string, string>> = {
  'warehouses/no-name': 'name',
  'warehouses/name-taken': 'name',
  'warehouses/code-taken': 'code',
  'warehouses/moved-before': 'startsOn',
}

function useWarehouseForm(warehouse: Revised<Warehouse> | null, onClose: () => void) {
  const { t } = useText()
  const form = useForm({ mode: 'controlled', initialValues: warehouseToForm(warehouse) })
  const saving = useMutation({
    mutationFn: async ({ input, seen }: { input: WarehouseInput; seen: string | undefined }) => {
      if (warehouse) await client.warehouses.edit.mutate({ id: warehouse.id, seen, warehouse: input })
      else await client.warehouses.add.mutate(input)
    },
    onSuccess: (_done, { input }) => {
      const name = placeName(t, { id: warehouse?.id ?? 0, name: input.name })
      notifications.show({ message: t('warehouses.saved', { name }) })
      onClose()
    },
    onError: (error) => {
      const { code, details } = failureOf(error)
      const field =
        blamed[code] ?? (String(details?.field ?? '').startsWith('bins.') ? String(details?.field) : undefined)
      form.setErrors(field ? { [field]: errorMessage(t, error) } : fieldErrors(t, error, 'warehouse'))
    },
  })
  const send = (seen: string | undefined) => {
    if (saving.isPending) return
    const read = readWarehouseForm(form.getValues())
    if (read.ok) saving.mutate({ input: read.value, seen })
    else form.setErrors(fieldMessages(t, read.problems))
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    send(warehouse?.revision)
  }
  useHotkeys([['mod+S', () => submit()]], [])
  const changed = saving.error ? changedSinceOf(failureOf(saving.error)) : null
  const isTold = Object.keys(form.errors).length > 0
  return { form, submit, saving, changed, isTold, saveMine: () => send(changed?.revision) }
}
