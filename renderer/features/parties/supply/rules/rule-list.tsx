// A list of some settings in its order: each can be moved and taken out; what may be added stands below.
import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import classes from './rules.module.css'

type RuleListProps = {
  /** What the list is called for those who do not see it. */
  label: string
  /** The words of the items, in order. */
  items: readonly string[]
  none: string
  /** The old places of the items that stay, in their new order. */
  onArrange: (places: number[]) => void
}

export function RuleList({ label, items, none, onArrange }: RuleListProps) {
  const { t } = useText()
  const places = items.map((_, place) => place)
  const swap = (place: number, by: 1 | -1) => {
    const next = [...places]
    next.splice(place + by, 0, ...next.splice(place, 1))
    onArrange(next)
  }
  if (items.length === 0) return <p className="q-quiet">{none}</p>
  return (
    <ol className={classes.list} aria-label={label}>
      {items.map((item, place) => (
        <li key={item} className={classes.item}>
          <span className={classes.what}>{item}</span>
          <WriteGate>
            <ActionIcon
              aria-label={`${t('common.moveUp')}: ${item}`}
              disabled={place === 0}
              onClick={() => swap(place, -1)}
            >
              <IconArrowUp size={15} stroke={1.5} />
            </ActionIcon>
          </WriteGate>
          <WriteGate>
            <ActionIcon
              aria-label={`${t('common.moveDown')}: ${item}`}
              disabled={place === items.length - 1}
              onClick={() => swap(place, 1)}
            >
              <IconArrowDown size={15} stroke={1.5} />
            </ActionIcon>
          </WriteGate>
          <WriteGate>
            <ActionIcon
              aria-label={t('suppliers.admit.remove', { item })}
              onClick={() => onArrange(places.filter((one) => one !== place))}
            >
              <IconTrash size={15} stroke={1.5} />
            </ActionIcon>
          </WriteGate>
        </li>
      ))}
    </ol>
  )
}

type RuleAddProps = {
  /** The shipped words that are not in the list, by key. */
  known: readonly { value: string; label: string }[]
  knownLabel: string
  ownLabel: string
  /** Words that are taken. */
  taken: readonly string[]
  mostLong: number
  onKnown: (key: string) => void
  onOwn: (title: string) => void
}

export function RuleAdd({ known, knownLabel, ownLabel, taken, mostLong, onKnown, onOwn }: RuleAddProps) {
  const { t } = useText()
  const [title, setTitle] = useState('')
  const own = title.trim()
  const isTaken = taken.some((word) => word.toLowerCase() === own.toLowerCase())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (own === '' || isTaken) return
    onOwn(own)
    setTitle('')
  }
  return (
    <form className={classes.add} onSubmit={submit}>
      {known.length > 0 ? (
        <WriteGate>
          <Select
            w={200}
            label={knownLabel}
            data={[...known]}
            value={null}
            onChange={(key) => key !== null && onKnown(key)}
          />
        </WriteGate>
      ) : null}
      <WriteGate>
        <TextInput
          className={classes.own}
          label={ownLabel}
          maxLength={mostLong}
          value={title}
          error={isTaken ? t('suppliers.rules.taken') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </WriteGate>
      <WriteGate>
        <Button type="submit">{t('suppliers.rules.add')}</Button>
      </WriteGate>
    </form>
  )
}
