// The checklist in the form of a task: Enter goes on with a new item, and the items can change places.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { TaskForm } from './task-form-values.ts'
import classes from './tasks.module.css'

export function ChecklistField({ form }: { form: UseFormReturnType<TaskForm> }) {
  const { t } = useText()
  const { items } = form.values
  const list = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted === null) return
    list.current?.querySelectorAll<HTMLInputElement>('input[type="text"]')[wanted]?.focus()
    setWanted(null)
  }, [wanted])
  const add = (at: number) => {
    form.insertListItem('items', { key: crypto.randomUUID(), text: '', isDone: false }, at)
    setWanted(at)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(at + 1)
  }
  return (
    <div ref={list}>
      {items.length === 0 ? <p className="q-quiet">{t('tasks.noItems')}</p> : null}
      {items.map((item, index) => (
        <div key={item.key} className={classes.itemFields}>
          <input
            type="checkbox"
            className={classes.box}
            aria-label={item.text || t('tasks.fields.item', { number: index + 1 })}
            checked={item.isDone}
            onChange={() => form.setFieldValue(`items.${index}.isDone`, !item.isDone)}
          />
          <TextInput
            type="text"
            aria-label={t('tasks.fields.item', { number: index + 1 })}
            onKeyDown={(event) => onKeyDown(event, index)}
            {...form.getInputProps(`items.${index}.text`)}
          />
          <ItemTools form={form} index={index} />
        </div>
      ))}
      <Button mt={8} leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => add(items.length)}>
        {t('tasks.addItem')}
      </Button>
    </div>
  )
}

function ItemTools({ form, index }: { form: UseFormReturnType<TaskForm>; index: number }) {
  const { t } = useText()
  const move = (to: number) => form.reorderListItem('items', { from: index, to })
  return (
    <span className={classes.itemTools}>
      <ActionIcon disabled={index === 0} onClick={() => move(index - 1)} aria-label={t('common.moveUp')}>
        <IconArrowUp size={14} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        disabled={index === form.values.items.length - 1}
        onClick={() => move(index + 1)}
        aria-label={t('common.moveDown')}
      >
        <IconArrowDown size={14} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        onClick={() => form.removeListItem('items', index)}
        aria-label={t('tasks.removeItem', { number: index + 1 })}
      >
        <IconTrash size={14} stroke={1.5} />
      </ActionIcon>
    </span>
  )
}
