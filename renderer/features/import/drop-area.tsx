// Where files are let go, or chosen by a click.
import { IconFileImport } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { DropPlace } from '#renderer/ui/drop-place.tsx'
import { ChooseFiles } from './choose-files.tsx'
import classes from './drop-area.module.css'

type DropAreaProps = { isOver: boolean; onFiles: (files: File[]) => void }

export function DropArea({ isOver, onFiles }: DropAreaProps) {
  const { t } = useText()
  return (
    <div className={classes.area}>
      <DropPlace
        icon={<IconFileImport size={32} stroke={1.2} />}
        label={t('import.drop.title')}
        title={t(isOver ? 'import.drop.letGo' : 'import.drop.title')}
        text={t('import.drop.text')}
        isOver={isOver}
      >
        <ChooseFiles variant="filled" onFiles={onFiles}>
          {t('import.drop.choose')}
        </ChooseFiles>
      </DropPlace>
    </div>
  )
}
