// Writes a certificate of a supplier, or changes one.
import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { Revised } from '#shared/schemas/records.ts'
import {
  type Certificate,
  type CertificateInput,
  certificateInput,
  certificateKinds,
} from '#shared/schemas/suppliers.ts'
import classes from './supply.module.css'

type DialogProps = { supplierId: number; certificateId: number | null; onClose: () => void }

export function CertificateDialog({ supplierId, certificateId, onClose }: DialogProps) {
  const { t } = useText()
  const query = useQuery({
    ...trpc.certificates.get.queryOptions({ id: certificateId ?? 0 }),
    enabled: certificateId !== null,
  })
  const title = query.data?.title ?? ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={certificateId === null ? t('suppliers.certificates.new') : t('suppliers.certificates.edit', { title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {certificateId !== null && !query.data ? (
        <LoadingState />
      ) : (
        <CertificateFields supplierId={supplierId} kept={query.data ?? null} onClose={onClose} />
      )}
    </Modal>
  )
}

type CertificateForm = Record<'kind' | 'title' | 'number' | 'issuer' | 'issuedOn' | 'expiresOn' | 'note', string>

type FieldsProps = { supplierId: number; kept: Revised<Certificate> | null; onClose: () => void }

function CertificateFields({ supplierId, kept, onClose }: FieldsProps) {
  const { t } = useText()
  const form = useForm<CertificateForm>({ initialValues: formOf(kept) })
  const save = useMutation({
    mutationFn: async (certificate: CertificateInput) => {
      if (!kept) await client.certificates.add.mutate(certificate)
      else await client.certificates.edit.mutate({ id: kept.id, seen: kept.revision, certificate })
      return certificate.title
    },
    onSuccess: (title) => {
      notifications.show({ message: t('suppliers.certificates.saved', { title }) })
      onClose()
    },
    onError: (error) => form.setErrors(fieldErrors(t, error, 'certificate')),
  })
  const submit = (values: CertificateForm) => {
    const reading = parseFields(certificateInput, {
      ...{ ...values, supplierId },
      issuedOn: typedDay(values.issuedOn) || null,
      expiresOn: typedDay(values.expiresOn) || null,
    })
    if (reading.ok) save.mutate(reading.value)
    else form.setErrors(fieldMessages(t, reading.problems))
  }
  const isTold = Object.keys(form.errors).length > 0
  const word = (key: keyof CertificateForm) => t(`suppliers.certificate.${key}`)
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(submit)}>
      <TextInput label={word('title')} required data-autofocus {...form.getInputProps('title')} />
      <Select
        label={word('kind')}
        allowDeselect={false}
        data={certificateKinds.map((value) => ({ value, label: t(`suppliers.certificateKinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={word('number')} {...form.getInputProps('number')} />
      <TextInput label={word('issuer')} {...form.getInputProps('issuer')} />
      <DayInput label={word('issuedOn')} {...form.getInputProps('issuedOn')} />
      <DayInput label={word('expiresOn')} {...form.getInputProps('expiresOn')} />
      <Textarea label={word('note')} {...form.getInputProps('note')} />
      {save.error && !isTold ? <p role="alert">{errorMessage(t, save.error)}</p> : null}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function formOf(kept: Certificate | null): CertificateForm {
  return {
    kind: kept?.kind ?? 'other',
    title: kept?.title ?? '',
    number: kept?.number ?? '',
    issuer: kept?.issuer ?? '',
    issuedOn: kept?.issuedOn ?? '',
    expiresOn: kept?.expiresOn ?? '',
    note: kept?.note ?? '',
  }
}
