// Above a list: search and filters, or what is ticked; on the right how many there are, and what to do with all of them.
import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconArchive, IconSearch } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { KeyHint } from '../key-hint.tsx'
import classes from './list-toolbar.module.css'

type ListToolbarProps = {
  searchRef: RefObject<HTMLInputElement | null>
  search: string
  onSearch: (text: string) => void
  /** Goes to the first row of what was typed; with `opens`, opens it. */
  onEnter: (text: string, opens: boolean) => void
  /** Filters, or the selection. */
  children: ReactNode
  count: string
  /** Undefined where nothing is archived. */
  archived: boolean | undefined
  onArchived: (archived: boolean) => void
  /** Columns and export. */
  tools: ReactNode
}

export function ListToolbar({
  searchRef,
  search,
  onSearch,
  onEnter,
  children,
  count,
  archived,
  onArchived,
  tools,
}: ListToolbarProps) {
  const { t } = useText()
  return (
    <div className={classes.bar}>
      <SearchField inputRef={searchRef} value={search} onChange={onSearch} onEnter={onEnter} />
      <div className={classes.middle}>{children}</div>
      <div className={classes.end}>
        <span className={classes.count} role="status">
          {count}
        </span>
        {archived === undefined ? null : (
          <Tooltip label={t('lists.showArchived')}>
            <ActionIcon
              variant="default"
              aria-pressed={archived}
              aria-label={t('lists.showArchived')}
              className={classes.toggle}
              onClick={() => onArchived(!archived)}
            >
              <IconArchive size={15} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
        {tools}
      </div>
    </div>
  )
}

const typingPauseMs = 150

type SearchFieldProps = {
  inputRef: RefObject<HTMLInputElement | null>
  value: string
  onChange: (text: string) => void
  onEnter: (text: string, opens: boolean) => void
}

function SearchField({ inputRef, value, onChange, onEnter }: SearchFieldProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  const say = useDebouncedCallback(onChange, { delay: typingPauseMs, flushOnUnmount: false })
  // The address changed by other means: back, a link, "clear".
  useEffect(() => setTyped(value), [value])
  return (
    <TextInput
      ref={inputRef}
      className={classes.search}
      aria-label={t('lists.find')}
      placeholder={t('common.search')}
      leftSection={<IconSearch size={14} stroke={1.5} />}
      rightSection={<KeyHint keys="/" />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        say(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || event.key === 'ArrowDown') && !event.nativeEvent.isComposing) {
          event.preventDefault()
          onChange(typed)
          onEnter(typed, event.key === 'Enter' && typed.trim() !== '')
        }
        if (event.key !== 'Escape' || typed === '') return
        event.stopPropagation()
        setTyped('')
        onChange('')
      }}
    />
  )
}
