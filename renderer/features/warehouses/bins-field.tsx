// The bins of a warehouse: codes one under the other, Enter begins the next.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { WarehouseForm } from './warehouse-form-values.ts'
import classes from './warehouses.module.css'

export function BinsField({ form }: { form: UseFormReturnType<WarehouseForm> }) {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const added = useRef(false)
  const { bins } = form.values
  const add = () => {
    added.current = true
    form.insertListItem('bins', { key: crypto.randomUUID(), code: '', note: '' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new row is there once the count has changed
  useEffect(() => {
    if (added.current) list.current?.querySelector<HTMLInputElement>('[data-bin]:last-child input')?.focus()
    added.current = false
  }, [bins.length])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <section>
      <div className={classes.binHead}>
        <SectionTitle>{t('warehouses.fields.bins')}</SectionTitle>
        <Button onClick={add}>{t('warehouses.bins.add')}</Button>
      </div>
      {bins.length === 0 ? <p className="q-quiet">{t('warehouses.hints.bins')}</p> : null}
      <div ref={list} className={classes.bins}>
        {bins.map((bin, index) => (
          <div key={bin.key} className={classes.bin} data-bin>
            <TextInput
              aria-label={t('warehouses.fields.binOf', { number: index + 1 })}
              placeholder={t('warehouses.fields.binCode')}
              maxLength={40}
              {...form.getInputProps(`bins.${index}.code`)}
              onKeyDown={onKeyDown}
            />
            <TextInput
              aria-label={`${t('warehouses.fields.binNote')} ${index + 1}`}
              placeholder={t('warehouses.fields.binNote')}
              {...form.getInputProps(`bins.${index}.note`)}
            />
            <ActionIcon
              aria-label={t('warehouses.bins.remove', { code: bin.code })}
              onClick={() => form.removeListItem('bins', index)}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </div>
        ))}
      </div>
    </section>
  )
}
