// The zones of a service: shown by the names of their countries, edited as codes in one field a zone.
import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { CarrierService, CarrierZone } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'
import { type Place, placesToText, readPlaces } from './places-text.ts'

export function ServiceZones({ service }: { service: CarrierService }) {
  const { t } = useText()
  const [isEditing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  // Whoever came by key goes on from where the form was opened.
  const close = () => {
    setEditing(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <section aria-label={t('carriers.zones.title')}>
      <div className={classes.head}>
        <SectionTitle>{t('carriers.zones.title')}</SectionTitle>
        {isEditing ? null : (
          <WriteGate>
            <Button ref={opener} onClick={() => setEditing(true)}>
              {t(service.zones.length === 0 ? 'carriers.zones.add' : 'carriers.zones.edit')}
            </Button>
          </WriteGate>
        )}
      </div>
      {isEditing ? (
        <ZonesForm service={service} onClose={close} />
      ) : service.zones.length === 0 ? (
        <p className="q-quiet">{t('carriers.zones.none')}</p>
      ) : (
        <ZoneList zones={service.zones} />
      )}
    </section>
  )
}

function ZoneList({ zones }: { zones: readonly CarrierZone[] }) {
  const { t, format } = useText()
  const named = ({ country, postalPrefix }: Place) => `${format.country(country)} ${postalPrefix}`.trim()
  return (
    <dl className={classes.zones}>
      {zones.map(({ id, name, places }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{places.length === 0 ? t('carriers.zones.nowhere') : places.map(named).join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

type ZoneForm = { key: string; id: number | null; name: string; places: string }

function ZonesForm({ service, onClose }: { service: CarrierService; onClose: () => void }) {
  const { t } = useText()
  const state = useZones(service, onClose)
  const { zones, set, add, remove, problems, saving } = state
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => frame.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={frame}
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        state.submit()
      }}
    >
      <p className="q-quiet">{t('carriers.zones.hint')}</p>
      {zones.map((zone, index) => (
        <div key={zone.key} className={classes.zone}>
          <TextInput
            w={160}
            label={t('carriers.zones.name')}
            value={zone.name}
            error={problems[`${index}.name`]}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <Textarea
            className={classes.grows ?? ''}
            label={t('carriers.zones.places')}
            autosize
            minRows={1}
            maxRows={8}
            value={zone.places}
            error={problems[`${index}.places`]}
            onChange={(event) => set(index, { places: event.currentTarget.value })}
          />
          <ActionIcon
            mt={22}
            aria-label={t('carriers.zones.remove', { name: zone.name || String(index + 1) })}
            onClick={() => remove(index)}
          >
            <IconTrash size={15} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      {saving.error ? <Notice tone="bad">{errorMessage(t, saving.error)}</Notice> : null}
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button onClick={add}>{t('carriers.zones.addOne')}</Button>
      </div>
    </form>
  )
}

function useZones(service: CarrierService, onClose: () => void) {
  const text = useText()
  const { t } = text
  const [zones, setZones] = useState<ZoneForm[]>(() => formOf(service.zones))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const change = (next: ZoneForm[]) => {
    setZones(next)
    setProblems({})
  }
  const saving = useMutation({
    mutationFn: () =>
      client.carriers.saveZones.mutate({
        serviceId: service.id,
        zones: zones.map(({ id, name, places }) => ({ id, name: name.trim(), places: readPlaces(places).places })),
      }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('carriers.zones.saved'), operationId)
      onClose()
    },
  })
  const submit = () => {
    const found: Record<string, string> = {}
    for (const [index, { name, places }] of zones.entries()) {
      if (name.trim() === '') found[`${index}.name`] = t('fields.errors.required')
      const { unknown } = readPlaces(places)
      if (unknown.length > 0) found[`${index}.places`] = t('carriers.zones.unknown', { words: unknown.join(' ') })
    }
    setProblems(found)
    if (Object.keys(found).length === 0 && !saving.isPending) saving.mutate()
  }
  return {
    ...{ zones, problems, saving, submit },
    set: (at: number, part: Partial<ZoneForm>) =>
      change(zones.map((zone, index) => (index === at ? { ...zone, ...part } : zone))),
    remove: (at: number) => change(zones.filter((_, index) => index !== at)),
    add: () => change([...zones, newZone(zones.length + 1)]),
  }
}

function formOf(zones: readonly CarrierZone[]): ZoneForm[] {
  if (zones.length === 0) return [newZone(1)]
  return zones.map(({ id, name, places }) => ({ key: String(id), id, name, places: placesToText(places) }))
}

function newZone(number: number): ZoneForm {
  return { key: crypto.randomUUID(), id: null, name: String(number), places: '' }
}
