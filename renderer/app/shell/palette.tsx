// Ctrl K: any screen and any record by what is known of it.
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { navigation } from '../navigation.ts'

export function Palette() {
  const { t } = useText()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const text = query.trim().toLowerCase()
  const screens = navigation
    .flatMap((group) => group.items)
    .filter((item) => t(`shell.nav.${item.label}`).toLowerCase().includes(text))
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut="mod+K" clearQueryOnClose>
      <Spotlight.Search
        placeholder={t('shell.find')}
        aria-label={t('shell.find')}
        leftSection={<IconSearch size={16} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {screens.length > 0 ? (
          <Spotlight.ActionsGroup label={t('shell.groups.screens')}>
            {screens.map((item) => (
              <Spotlight.Action
                key={item.to}
                label={t(`shell.nav.${item.label}`)}
                leftSection={<item.icon size={16} stroke={1.5} />}
                onClick={() => navigate({ to: item.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : (
          <Spotlight.Empty>{t('shell.findNone')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
