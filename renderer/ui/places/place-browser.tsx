// A folder to look through: the way down to it, a search in it, its folders, and its files newest first.
import { Anchor, Breadcrumbs, SegmentedControl, TextInput } from '@mantine/core'
import { IconBook2, IconFileCertificate, IconFolder, IconLock } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { PlaceFile, PlaceKind, PlaceView } from '#shared/schemas/places.ts'
import { NewFolder } from './new-folder.tsx'
import classes from './places.module.css'
import { type PlaceOrder, placesFound } from './places-found.ts'

type PlaceBrowserProps = {
  view: PlaceView
  /** The token of the file that is chosen so far. */
  selected?: string | null
  showsFiles: boolean
  onGo: (token: string) => void
  onSelect?: (file: PlaceFile) => void
  /** A double click, or Enter on a file. */
  onTake?: (file: PlaceFile) => void
}

export function PlaceBrowser({ view, selected, showsFiles, onGo, onSelect, onTake }: PlaceBrowserProps) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<PlaceOrder>('newest')
  const listId = useId()
  const { folders, files } = placesFound(view, search, order)
  const go = (token: string) => {
    setSearch('')
    onGo(token)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows and the search inside
    <div
      className={classes.browser}
      onKeyDown={(event) => moveByKey(event, () => go(view.crumbs.at(-2)?.token ?? view.token))}
    >
      <Shortcuts view={view} onGo={go} />
      <Crumbs view={view} onGo={go} />
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('places.search')}
          placeholder={t('places.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          aria-controls={listId}
        />
        <SegmentedControl
          aria-label={t('places.order')}
          value={order}
          onChange={(value) => setOrder(value as PlaceOrder)}
          data={[
            { value: 'newest', label: t('places.newest') },
            { value: 'name', label: t('places.byName') },
          ]}
        />
        <NewFolder folder={view} onMade={go} />
      </div>
      <ul className={classes.list} aria-label={t('places.list', { folder: view.name })} id={listId}>
        {folders.map(({ token, name }) => (
          <li key={token}>
            <button type="button" className={classes.row} data-row onClick={() => go(token)}>
              <IconFolder size={16} stroke={1.5} aria-hidden />
              <span className={classes.rowName}>{name}</span>
            </button>
          </li>
        ))}
        {(showsFiles ? files : []).map((file) => (
          <FileRow
            key={file.token}
            file={file}
            isSelected={file.token === selected}
            onSelect={() => onSelect?.(file)}
            onTake={() => onTake?.(file)}
          />
        ))}
        {folders.length + (showsFiles ? files.length : 0) === 0 ? (
          <li className={classes.none}>
            {t(search ? 'places.noneFound' : showsFiles ? 'places.none' : 'places.noFolders')}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

const icons: Readonly<Record<PlaceKind, typeof IconBook2>> = {
  book: IconBook2,
  encrypted: IconLock,
  heads: IconFileCertificate,
}

type FileRowProps = { file: PlaceFile; isSelected: boolean; onSelect: () => void; onTake: () => void }

function FileRow({ file, isSelected, onSelect, onTake }: FileRowProps) {
  const { t, format } = useText()
  const Icon = icons[file.kind]
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-row
        aria-pressed={isSelected}
        disabled={file.isOpen}
        onClick={(event) => (event.detail === 0 ? onTake() : onSelect())}
        onDoubleClick={onTake}
      >
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className={classes.rowName}>{file.name}</span>
        <span className={classes.rowFacts}>
          {file.isOpen ? t('places.isOpen') : `${format.fileSize(file.size)} · ${format.instant(file.changedAt)}`}
        </span>
      </button>
    </li>
  )
}

type WayProps = { view: PlaceView; onGo: (token: string) => void }

function Shortcuts({ view, onGo }: WayProps) {
  const { t } = useText()
  // Home is the first of the crumbs already.
  const shown = view.shortcuts.filter(({ kind }) => kind !== 'home' || !view.crumbs[0]?.isHome)
  return (
    <nav className={classes.shortcuts} aria-label={t('places.shortcuts')}>
      {shown.map(({ token, kind, name }) => (
        <Anchor key={token} component="button" type="button" size="sm" onClick={() => onGo(token)}>
          {kind === 'book' ? t('places.besideBook', { name }) : t(`places.usual.${kind}`)}
        </Anchor>
      ))}
    </nav>
  )
}

function Crumbs({ view, onGo }: WayProps) {
  const { t } = useText()
  return (
    <nav aria-label={t('places.crumbs')}>
      <Breadcrumbs separatorMargin={6} className={classes.crumbs}>
        {view.crumbs.map(({ token, name, isHome }) => {
          const label = isHome ? t('places.usual.home') : name
          if (token === view.token) return <strong key={token}>{label}</strong>
          return (
            <Anchor key={token} component="button" type="button" size="md" onClick={() => onGo(token)}>
              {label}
            </Anchor>
          )
        })}
      </Breadcrumbs>
    </nav>
  )
}

/** Arrows go from the search into the rows and through them; Backspace in the rows goes one folder up. */
function moveByKey(event: KeyboardEvent<HTMLElement>, goUp: () => void) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]:not(:disabled)')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const isInField = document.activeElement instanceof HTMLInputElement
  if (event.key === 'Backspace' && !isInField) {
    event.preventDefault()
    return goUp()
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || (isInField && document.activeElement?.getAttribute('type') !== 'search')) return
  event.preventDefault()
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
}
