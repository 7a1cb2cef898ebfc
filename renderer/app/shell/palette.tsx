// Ctrl K: any screen and any record by what is known of it.
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconAddressBook, IconBox, IconReceipt, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Found } from '#shared/schemas/search.ts'
import { navigation } from '../navigation.ts'

const typingPauseMs = 100

export function Palette() {
  const { t, language } = useText()
  const [query, setQuery] = useState('')
  const text = query.trim()
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const options = trpc.search.find.queryOptions({ text: asked })
  const found = useQuery({ ...options, enabled: asked !== '', placeholderData: keepPreviousData })
  const isFresh = asked === text && !found.isPlaceholderData
  const hits = text === '' || !found.data ? [] : recordHits({ t, language }, found.data)
  // An answer to fewer letters may hold what does not fit any more; Enter must not take that.
  const records = hits.filter(
    (hit) => isFresh || `${hit.name} ${hit.detail}`.toLowerCase().includes(text.toLowerCase()),
  )
  const screens = useScreens(text)
  // Who types the beginning of a screen's name means the screen, whatever record holds the word, too.
  const isScreenMeant = text.length > 1 && screens.some((screen) => isBeginning(text, t(`shell.nav.${screen.label}`)))
  const recordGroup =
    records.length > 0 ? (
      <Spotlight.ActionsGroup key="records" label={t('shell.groups.records')}>
        {records.map((hit) => (
          <RecordAction key={`${hit.kind}-${hit.id}`} hit={hit} />
        ))}
      </Spotlight.ActionsGroup>
    ) : null
  const screenGroup =
    screens.length > 0 ? (
      <Spotlight.ActionsGroup key="screens" label={t('shell.groups.screens')}>
        {screens.map((screen) => (
          <ScreenAction key={screen.to} screen={screen} />
        ))}
      </Spotlight.ActionsGroup>
    ) : null
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod+K"
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
        onKeyDown={takeFirst}
      />
      <Spotlight.ActionsList>
        {isScreenMeant ? [screenGroup, recordGroup] : [recordGroup, screenGroup]}
        {records.length + screens.length === 0 ? (
          <Spotlight.Empty>{t(found.isFetching ? 'shell.finding' : 'shell.findNone')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Records arrive after the last key, so none may be highlighted yet: Enter takes the first all the same. */
function takeFirst(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter') return
  const list = event.currentTarget.closest('[role="dialog"]')
  if (list?.querySelector('[data-action][data-selected]')) return
  list?.querySelector<HTMLElement>('[data-action]')?.click()
}

function isBeginning(text: string, name: string): boolean {
  return name.toLowerCase().startsWith(text.toLowerCase())
}

function useScreens(text: string) {
  const { t } = useText()
  return navigation
    .flatMap((group) => group.items)
    .filter((item) => t(`shell.nav.${item.label}`).toLowerCase().includes(text.toLowerCase()))
}

function ScreenAction({ screen }: { screen: ReturnType<typeof useScreens>[number] }) {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <Spotlight.Action
      label={t(`shell.nav.${screen.label}`)}
      leftSection={<screen.icon size={16} stroke={1.5} />}
      onClick={() => navigate({ to: screen.to })}
    />
  )
}

type Hit = { kind: 'product' | 'customer' | 'supplier' | 'carrier' | 'order'; id: number; name: string; detail: string }

const screensOf = {
  product: { to: '/products/$id', icon: IconBox },
  customer: { to: '/customers/$id', icon: IconAddressBook },
  supplier: { to: '/suppliers/$id', icon: IconAddressBook },
  carrier: { to: '/carriers/$id', icon: IconAddressBook },
  order: { to: '/orders/$id', icon: IconReceipt },
} as const

function RecordAction({ hit }: { hit: Hit }) {
  const navigate = useNavigate()
  const { to, icon: Icon } = screensOf[hit.kind]
  return (
    <Spotlight.Action
      label={hit.name}
      description={hit.detail}
      leftSection={<Icon size={16} stroke={1.5} />}
      onClick={() => navigate({ to, params: { id: String(hit.id) } })}
    />
  )
}

type Text = Pick<ReturnType<typeof useText>, 't' | 'language'>

function recordHits({ t, language }: Text, { products, parties, orders }: Found): Hit[] {
  const said = (kind: Hit['kind'], parts: (string | false)[]) =>
    [t(`shell.recordKinds.${kind}`), ...parts].filter(Boolean).join(' · ')
  return [
    ...orders.map((order): Hit => {
      const detail = said('order', [order.customer, order.orderedOn, order.archived && t('common.archived')])
      return { kind: 'order', id: order.id, name: order.number, detail }
    }),
    ...products.map((product): Hit => {
      const detail = said('product', [nameIn(language, product), product.archived && t('common.archived')])
      return { kind: 'product', id: product.id, name: product.sku, detail }
    }),
    ...parties.map((party): Hit => {
      const kind =
        (['customer', 'supplier', 'carrier'] as const).find((role) => party.roles.includes(role)) ?? 'supplier'
      const detail = said(kind, [party.nameZh, party.archived && t('common.archived')])
      return { kind, id: party.id, name: party.name, detail }
    }),
  ]
}
