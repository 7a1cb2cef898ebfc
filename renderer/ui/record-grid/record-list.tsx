// A list of records as every feature has it: toolbar, grid, the record beside it, and the keys.

import { ActionIcon, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconClipboardText } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useRef, useSyncExternalStore } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { LoadingState } from '../loading-state.tsx'
import { useEscape } from '../use-escape.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ListNotice, MissingRows } from './list-notice.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import { PasteDialog } from './paste/paste-dialog.tsx'
import { useClipboard } from './paste/use-clipboard.ts'
import { RecordGrid } from './record-grid.tsx'
import classes from './record-list.module.css'
import type { BulkAction } from './run-action.ts'
import { nothing, selectedCount } from './selection.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useEnterGrid } from './use-enter-grid.ts'
import { type RecordListInput, useRecordList } from './use-record-list.ts'
import { ViewTabs } from './views/view-tabs.tsx'

export type RecordListProps<Row extends { id: number }> = RecordListInput<Row> & {
  /** What the list is called for those who do not see it. */
  label: string
  /** `431 products`. */
  countText: (total: number) => string
  /** What can be done with ticked rows; left out, rows are not ticked. */
  bulkActions?: (archived: boolean) => readonly BulkAction[]
  /** These records are archived, not removed. */
  hasArchive?: boolean
  /** Where nothing is yet: what this list is for, and how to begin. */
  empty: { title: string; text: string; actions: ReactNode }
  onNew: () => void
  /** What `onNew` begins can be of use in a book that is only read. */
  newWithoutWriting?: boolean
  /** The record beside the list, and on a page of its own. */
  drawer?: (id: number, onClose: () => void) => ReactNode
  onOpenPage?: (id: number) => void
  /** Before the filters: what the whole list is told of (a place, a day). It keeps itself in the address. */
  frame?: ReactNode
  /** Instead of the drawer: what opening a row does. */
  onOpen?: (row: Row) => void
}

export function RecordList<Row extends { id: number }>(props: RecordListProps<Row>) {
  const list = useRecordList(props)
  const { ifMayWrite } = useMayWrite()
  const { state, change, first, scope } = list
  const searchRef = useRef<HTMLInputElement>(null)
  const close = () => change({ openId: null })
  const onOpen = props.onOpen ?? ((row: Row) => change({ openId: row.id }))
  const enterGrid = useEnterGrid({ api: list.api, search: state.search, first, onOpen })
  useHotkeys([
    ['/', () => searchRef.current?.focus()],
    ['N', props.newWithoutWriting ? props.onNew : ifMayWrite(props.onNew)],
  ])
  useEscape(() => (state.openId === null ? scope.selection.set(nothing) : close()))
  const { query, api, shownColumns } = list
  const { columns, load } = props
  const clipboard = useClipboard({ api, columns, shownColumns, scope, query, load })
  return (
    <>
      <ViewTabs
        list={props.list}
        feature={props.feature}
        views={list.views}
        load={props.load}
        current={list.current}
        isModified={list.isModified}
        total={first.data ? list.total : null}
      />
      <div className={classes.split}>
        <section className={classes.list} aria-label={props.label}>
          <ListBar list={list} props={props} searchRef={searchRef} onEnter={enterGrid} onPaste={clipboard.openEmpty} />
          <div className={classes.grid} onCopy={clipboard.onCopy} onPaste={clipboard.onPaste}>
            {first.error ? null : list.isReady && first.data ? (
              <RecordGrid
                placed={list.placed}
                scope={scope}
                datasource={list.datasource}
                onReady={list.setApi}
                onColumnsChanged={list.onColumnsChanged}
                openId={state.openId}
                canSelect={props.bulkActions !== undefined}
                onOpen={onOpen}
                onOpenPage={(row) => props.onOpenPage?.(row.id)}
              />
            ) : (
              <LoadingState />
            )}
            <ListNotice list={list} props={props} />
          </div>
          <MissingRows list={list} />
        </section>
        {state.openId === null ? null : props.drawer?.(state.openId, close)}
      </div>
      {clipboard.pasted ? (
        <PasteDialog
          list={props.list}
          pasted={clipboard.pasted}
          query={query}
          scope={scope}
          onClose={clipboard.close}
        />
      ) : null}
    </>
  )
}

type ListOf<Row extends { id: number }> = ReturnType<typeof useRecordList<Row>>

type ListBarProps<Row extends { id: number }> = {
  list: ListOf<Row>
  props: RecordListProps<Row>
  searchRef: RefObject<HTMLInputElement | null>
  onEnter: (text: string, opens: boolean) => void
  onPaste: () => void
}

/** Search, filters and tools; while rows are ticked, what can be done with them instead. */
function ListBar<Row extends { id: number }>({ list, props, searchRef, onEnter, onPaste }: ListBarProps<Row>) {
  const { t } = useText()
  const { scope, total, query, state, change, first } = list
  const chosen = useSyncExternalStore(scope.selection.subscribe, scope.selection.get)
  const count = selectedCount(chosen, total)
  const exported = { list: props.list, query, total, columns: list.shownColumns, viewName: list.views.active?.name }
  if (count > 0) {
    const actions = props.bulkActions?.(state.archived) ?? []
    const tools = <ExportMenu {...exported} chosen={{ selection: chosen, count }} />
    return <SelectionBar scope={scope} query={query} list={props.list} actions={actions} tools={tools} />
  }
  return (
    <ListToolbar
      searchRef={searchRef}
      search={state.search}
      onSearch={(search) => change({ search })}
      onEnter={onEnter}
      count={first.data ? props.countText(total) : ''}
      archived={props.hasArchive === false ? undefined : state.archived}
      onArchived={(archived) => change({ archived, openId: null })}
      tools={
        <>
          <ColumnChooser {...list.chooser} />
          {scope.editing.offers.paste ? (
            <WriteGate>
              <Tooltip label={t('lists.pasteBlock')}>
                <ActionIcon variant="default" aria-label={t('lists.pasteBlock')} onClick={onPaste}>
                  <IconClipboardText size={15} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </WriteGate>
          ) : null}
          <ExportMenu {...exported} />
        </>
      }
    >
      {props.frame}
      <FilterBar columns={scope.columns} filters={scope.filters} setFilters={scope.setFilters} />
    </ListToolbar>
  )
}
