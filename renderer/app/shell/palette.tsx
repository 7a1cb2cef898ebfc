// Ctrl K: any record by what is known of it, any screen, and what can be begun anew.
import { Spotlight, useSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './palette.module.css'
import { type FoundAction, isMeant, useFoundActions, usePaletteActions } from './palette-actions.ts'
import { ActionRow, HitRow, MoreRow } from './palette-rows.tsx'
import { chooseFirst, chooseNone, paletteStore, takeFirst } from './palette-store.ts'
import { type FoundRecords, useFoundRecords } from './use-found-records.ts'

export function Palette({ onKeyboardMap }: { onKeyboardMap: () => void }) {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const text = query.trim()
  const { opened } = useSpotlight(paletteStore)
  const found = useFoundRecords(text, opened)
  const onKeyDown = useEnter(text, found)
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod+K"
      tagsToIgnore={[]}
      clearQueryOnClose
      scrollable
      maxHeight={460}
      centered={false}
      yOffset={60}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      transitionProps={{ transition: 'fade', duration: 100 }}
      attributes={{ content: { 'aria-label': t('shell.find') } }}
    >
      <Spotlight.Search
        placeholder={t('shell.find')}
        aria-label={t('shell.find')}
        leftSection={<IconSearch size={16} stroke={1.5} />}
        onKeyDown={onKeyDown}
      />
      <Answers text={text} found={found} onKeyboardMap={onKeyboardMap} />
    </Spotlight.Root>
  )
}

type AnswersProps = { text: string; found: FoundRecords; onKeyboardMap: () => void }

function Answers({ text, found, onKeyboardMap }: AnswersProps) {
  const { t } = useText()
  const actions = usePaletteActions({ onKeyboardMap })
  const { screens, commands } = useFoundActions(text, actions)
  const isActionMeant = isMeant(text, [...screens, ...commands])
  const records = [<Recent key="recent" found={found} />, ...hitGroups({ found, t })]
  const others = [
    <ActionGroup key="screens" label={t('search.groups.screens')} actions={screens} />,
    <ActionGroup key="commands" label={t('search.groups.commands')} actions={commands} />,
  ]
  const isMeantFirst = isMeant(text, commands) && !isMeant(text, screens)
  const ordered = isMeantFirst ? others.toReversed() : others
  const count = found.groups.reduce((sum, group) => sum + group.hits.length, screens.length + commands.length)
  const said = found.groups.some(({ hasMore }) => hasMore) ? 'search.resultsMore' : 'search.results'
  return (
    <Spotlight.ActionsList>
      {isActionMeant ? [...ordered, ...records] : [...records, ...ordered]}
      {text !== '' && count === 0 ? (
        <Spotlight.Empty>{t(found.isAsking ? 'shell.finding' : 'shell.findNone')}</Spotlight.Empty>
      ) : null}
      <output className={classes.spoken}>{text !== '' && found.isFresh ? t(said, { count }) : null}</output>
    </Spotlight.ActionsList>
  )
}

function Recent({ found }: { found: FoundRecords }) {
  const { t } = useText()
  return (
    <Group label={t('search.groups.recent')}>
      {found.recent.map((hit) => (
        <HitRow key={`${hit.kind}-${hit.id}`} hit={hit} />
      ))}
    </Group>
  )
}

function hitGroups({ found, t }: { found: FoundRecords; t: ReturnType<typeof useText>['t'] }): ReactNode[] {
  return found.groups.map(({ kind, hits, hasMore }) => {
    const group = t(`search.groups.${kind}`)
    return (
      <Group key={kind} label={group}>
        {hits.map((hit) => (
          <HitRow key={hit.id} hit={hit} />
        ))}
        {hasMore ? (
          <MoreRow key="more" label={t('search.more', { group })} onClick={() => found.showMore(kind)} />
        ) : null}
      </Group>
    )
  })
}

function ActionGroup({ label, actions }: { label: string; actions: readonly FoundAction[] }) {
  return (
    <Group label={label}>
      {actions.map((action) => (
        <ActionRow key={action.key} action={action} />
      ))}
    </Group>
  )
}

/** Nothing in it, no heading. */
function Group({ label, children }: { label: string; children: ReactNode }) {
  const isEmpty = [children].flat(2).filter(Boolean).length === 0
  return isEmpty ? null : (
    <Spotlight.ActionsGroup className={classes.group} label={label} role="group" aria-label={label}>
      {children}
    </Spotlight.ActionsGroup>
  )
}

/**
 * The first answer is chosen as soon as it is here. Enter before that means the first of what will come: an answer to fewer
 * letters may hold what does not fit any more.
 */
function useEnter(text: string, { isFresh, groups }: FoundRecords) {
  const wantsFirst = useRef(false)
  const first = groups[0]?.hits[0]?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text or another first answer chooses anew
  useEffect(() => {
    if (!isFresh || text === '') return
    if (wantsFirst.current) takeFirst()
    else chooseFirst()
    wantsFirst.current = false
  }, [isFresh, text, first])
  return (event: KeyboardEvent<HTMLInputElement>) => {
    wantsFirst.current = event.key === 'Enter' && !isFresh && !event.nativeEvent.isComposing
    if (!wantsFirst.current) return
    chooseNone()
  }
}
