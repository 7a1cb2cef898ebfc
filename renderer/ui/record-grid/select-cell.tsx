// The boxes in front of the rows, and the one in the head that takes all that match.
import type { CustomCellRendererProps } from 'ag-grid-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useGridScope } from './grid-scope.ts'
import { isSelected, nothing, selectedCount } from './selection.ts'

export const selectColumnKey = 'select'

export function SelectCell({ data, node }: CustomCellRendererProps<{ id: number }>) {
  const { t } = useText()
  const { selection, toggleRow, nameOf } = useGridScope()
  const isChosen = useSyncExternalStore(
    selection.subscribe,
    () => data !== undefined && isSelected(selection.get(), data.id),
  )
  if (!data) return null
  return (
    <input
      type="checkbox"
      className="q-box"
      tabIndex={-1}
      checked={isChosen}
      aria-label={t('lists.selectRow', { name: nameOf(data) })}
      onChange={() => {}}
      onClick={(event) => {
        event.stopPropagation()
        toggleRow(node.rowIndex ?? 0, event.shiftKey)
      }}
    />
  )
}

export function SelectHeader() {
  const { t } = useText()
  const { selection, total } = useGridScope()
  const count = useSyncExternalStore(selection.subscribe, () => selectedCount(selection.get(), total))
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && count < total
  }, [count, total])
  return (
    <input
      ref={box}
      type="checkbox"
      className="q-box"
      tabIndex={-1}
      checked={total > 0 && count === total}
      aria-label={t('lists.selectAll')}
      onChange={() => selection.set(count > 0 ? nothing : { isAll: true, ids: new Set() })}
    />
  )
}
