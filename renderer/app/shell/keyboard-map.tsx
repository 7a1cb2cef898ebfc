// All keys on one sheet.
import { Modal } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import classes from './keyboard-map.module.css'

const groups = [
  {
    title: 'everywhere',
    keys: [
      ['Ctrl K', 'find'],
      ['F1', 'helpPage'],
      ['?', 'help'],
      ['Esc', 'close'],
    ],
  },
  {
    title: 'lists',
    keys: [
      ['/', 'search'],
      ['N', 'new'],
      ['↑ ↓ ← →', 'arrows'],
      ['Enter', 'open'],
      ['Ctrl Enter', 'openPage'],
      ['Space', 'select'],
      ['F2', 'edit'],
      ['Tab', 'nextCell'],
      ['Ctrl C', 'copyCell'],
      ['Ctrl V', 'pasteCells'],
      ['Ctrl Z', 'undoChange'],
      ['Alt 1 … 9', 'view'],
      ['Enter', 'sort'],
      ['Alt ← →', 'resizeColumn'],
      ['Shift ← →', 'moveColumn'],
    ],
  },
  {
    title: 'waiting',
    keys: [
      ['↑ ↓', 'rows'],
      ['S', 'snooze'],
      ['D', 'done'],
    ],
  },
  { title: 'forms', keys: [['Ctrl S', 'save']] },
] as const

export function KeyboardMap({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {groups.map((group) => (
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
    </Modal>
  )
}
