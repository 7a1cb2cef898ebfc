// Where files are let go, or chosen by a click.
import { IconFileImport } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { ChooseFiles } from './choose-files.tsx'
import classes from './drop-area.module.css'

type DropAreaProps = { isOver: boolean; onFiles: (files: File[]) => void }

export function DropArea({ isOver, onFiles }: DropAreaProps) {
  const { t } = useText()
  return (
    <section className={classes.area} data-over={isOver || undefined} aria-label={t('import.drop.title')}>
      <IconFileImport size={32} stroke={1.2} aria-hidden className={classes.icon} />
      <p className={classes.title}>{t(isOver ? 'import.drop.letGo' : 'import.drop.title')}</p>
      <p className={classes.text}>{t('import.drop.text')}</p>
      <ChooseFiles variant="filled" onFiles={onFiles}>
        {t('import.drop.choose')}
      </ChooseFiles>
    </section>
  )
}
