// The places that both changed, as a list by keyboard: arrows go through it, 1 and 2 choose and go on. Only the rows in sight are drawn.
import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { MergeChoice, MergeConflict } from '#shared/schemas/merge.ts'
import { fieldGroups } from './conflict-fields.ts'
import classes from './conflict-list.module.css'
import { nameOfThing } from './merge-words.ts'
import type { SideNames } from './side-names.ts'
import type { ConflictRows } from './use-conflict-rows.ts'

const rowHeight = 48
const beyondSight = 6

type ConflictListProps = {
  rows: ConflictRows
  names: SideNames
  selected: number
  onSelect: (index: number) => void
  onSight: (first: number, last: number) => void
  onChoose: (index: number, choice: MergeChoice) => void
  decisionOf: (conflict: MergeConflict) => MergeChoice | null
}

export function ConflictList({ rows, names, selected, onSelect, onSight, onChoose, decisionOf }: ConflictListProps) {
  const { t } = useText()
  const { list, first, last } = useSight(rows.total, onSight)
  useScrolledTo(list, selected)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, selected, rows.total)
    const choice = choiceKeys[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey || (next === null && !choice)) return
    event.preventDefault()
    if (next !== null) onSelect(next)
    else if (choice) onChoose(selected, choice)
  }
  return (
    <div
      ref={list}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('merge.decide.list')}
      aria-activedescendant={`conflict-${selected}`}
      onKeyDown={onKeyDown}
    >
      <div className={classes.space} style={{ height: rows.total * rowHeight }} role="presentation">
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map((index) => {
          const conflict = rows.at(index)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active one
            <div
              key={index}
              id={`conflict-${index}`}
              role="option"
              aria-selected={index === selected}
              aria-setsize={rows.total}
              aria-posinset={index + 1}
              className={classes.row}
              style={{ top: index * rowHeight, height: rowHeight }}
              onClick={() => onSelect(index)}
            >
              {conflict ? <Row conflict={conflict} names={names} decision={decisionOf(conflict)} /> : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Row({
  conflict,
  names,
  decision,
}: {
  conflict: MergeConflict
  names: SideNames
  decision: MergeChoice | null
}) {
  const words = useText()
  const { t, format } = words
  const labels = [...new Set(fieldGroups(conflict, words).flatMap(({ rows }) => rows.map(({ label }) => label)))]
  return (
    <>
      <span className={classes.name}>{nameOfThing(conflict, words)}</span>
      <span className={classes.detail}>
        {conflict.isDocument ? t('merge.decide.document') : format.list(labels.slice(0, 3))}
      </span>
      <span className={classes.decision} data-open={decision === null || undefined}>
        {decision === null ? (
          t('merge.decide.open')
        ) : (
          <>
            <IconCheck size={12} stroke={2} aria-hidden />
            {decision === 'suggested' ? t('merge.decide.suggestion') : names[decision]}
          </>
        )}
      </span>
    </>
  )
}

const choiceKeys: Readonly<Record<string, MergeChoice>> = { '1': 'ours', '2': 'theirs', '3': 'suggested' }

function keyTarget(key: string, at: number, total: number): number | null {
  const page = 10
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: total - 1,
  }
  const target = moves[key]
  return target === undefined ? null : Math.min(total - 1, Math.max(0, target))
}

/** Which rows are in sight, and a few beyond. */
function useSight(total: number, onSight: (first: number, last: number) => void) {
  const list = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ first: 0, last: 0 })
  const tell = useRef(onSight)
  tell.current = onSight
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - beyondSight)
      const shown = Math.ceil(element.clientHeight / rowHeight) + 2 * beyondSight
      const last = Math.min(total - 1, first + shown)
      setSight((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watcher.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [total])
  useEffect(() => tell.current(sight.first, sight.last), [sight])
  return { list, ...sight }
}

function useScrolledTo(list: RefObject<HTMLDivElement | null>, index: number) {
  useEffect(() => {
    const element = list.current
    if (!element) return
    const top = index * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight
  }, [list, index])
}
