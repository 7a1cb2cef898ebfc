// All keys on one sheet, and the way to the text behind it.
import { Button, Modal } from '@mantine/core'
import { keyboard } from '#renderer/lib/keyboard.ts'
import { useText } from '#renderer/lib/language.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import classes from './keyboard-map.module.css'

type KeyboardMapProps = { opened: boolean; onClose: () => void; onHelp: () => void }

export function KeyboardMap({ opened, onClose, onHelp }: KeyboardMapProps) {
  const { t } = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={800}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.groups}>
        {keyboard.map((group) => (
          <section key={group.title} className={classes.group}>
            <h3 className={classes.title}>{t(`shell.keys.${group.title}`)}</h3>
            <dl className={classes.keys}>
              {group.keys.map(([keys, text]) => (
                <div key={text} className={classes.row}>
                  <dt>{t(`shell.keys.${text}`)}</dt>
                  <dd>
                    <KeyHint keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button
        mt={12}
        onClick={() => {
          onClose()
          onHelp()
        }}
      >
        {t('help.open')}
      </Button>
    </Modal>
  )
}
