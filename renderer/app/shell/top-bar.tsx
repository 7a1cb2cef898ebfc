// One search for everything; the last backup, language, theme and the keyboard map at the end.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDeviceDesktop, IconHelp, IconKeyboard, IconMoon, IconSun } from '@tabler/icons-react'
import { savePreferences, useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { type Language, languages } from '#shared/i18n/translate.ts'
import { BackupMark } from './backup-mark.tsx'
import { palette } from './palette-store.ts'
import classes from './top-bar.module.css'

export function TopBar({ onKeyboardMap, onHelp }: { onKeyboardMap: () => void; onHelp: () => void }) {
  const { t } = useText()
  return (
    <section className={classes.top} aria-label={t('shell.tools')}>
      <button type="button" className={classes.find} onClick={() => palette.open()}>
        <span className={classes.findText}>{t('shell.find')}</span>
        <KeyHint keys="Ctrl K" />
      </button>
      <div className={classes.end}>
        <BackupMark />
        <LanguageSwitch />
        <ThemeSwitch />
        <ActionIcon aria-label={`${t('help.open')} (F1)`} onClick={onHelp}>
          <IconHelp size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('shell.keys.title')} onClick={onKeyboardMap}>
          <IconKeyboard size={16} stroke={1.5} />
        </ActionIcon>
      </div>
    </section>
  )
}

/** Each language by its own name: whoever cannot read the other one still finds theirs. */
const names: Readonly<Record<Language, string>> = { en: 'EN', 'zh-CN': '中文' }

export function LanguageSwitch() {
  const { t, language } = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset
    <div className={classes.languages} role="group" aria-label={t('shell.language')}>
      {languages.map((one, index) => (
        <span key={one}>
          {index > 0 ? <span aria-hidden>·</span> : null}
          <button
            type="button"
            lang={one}
            className={classes.language}
            aria-pressed={one === language}
            onClick={() => savePreferences({ language: one })}
          >
            {names[one]}
          </button>
        </span>
      ))}
    </div>
  )
}

const themes = [
  { key: 'system', icon: IconDeviceDesktop },
  { key: 'light', icon: IconSun },
  { key: 'dark', icon: IconMoon },
] as const

export function ThemeSwitch() {
  const { t } = useText()
  const wanted = useHostState().preferences.theme
  const Current = themes.find((theme) => theme.key === wanted)?.icon ?? IconDeviceDesktop
  return (
    <Menu width={140}>
      <Menu.Target>
        <ActionIcon aria-label={`${t('shell.theme.label')}: ${t(`shell.theme.${wanted}`)}`}>
          <Current size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ key, icon: Icon }) => (
          <Menu.Item
            key={key}
            leftSection={<Icon size={14} stroke={1.5} />}
            aria-current={key === wanted || undefined}
            onClick={() => savePreferences({ theme: key })}
          >
            {t(`shell.theme.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
