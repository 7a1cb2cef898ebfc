// In the book's menu: one step back or forth, and the book as it was.
import { Menu } from '@mantine/core'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { choosePast } from '#renderer/lib/past-store.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { stepBack } from '#renderer/ui/undo/undo-steps.tsx'

export function PastItems() {
  const text = useText()
  const { t } = text
  const { timeZone, access } = useBook()
  return (
    <>
      {access.mode === 'write' ? (
        <>
          <Menu.Item rightSection={<KeyHint keys="Ctrl Z" />} onClick={() => void stepBack(text, 'undo', timeZone)}>
            {t('search.commands.undo')}
          </Menu.Item>
          <Menu.Item
            rightSection={<KeyHint keys="Ctrl Shift Z" />}
            onClick={() => void stepBack(text, 'redo', timeZone)}
          >
            {t('search.commands.redo')}
          </Menu.Item>
        </>
      ) : null}
      <Menu.Item onClick={() => choosePast()}>{t('search.commands.past')}</Menu.Item>
      <Menu.Divider />
    </>
  )
}
