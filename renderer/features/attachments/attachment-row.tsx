// One file of a record: what it is, who added it when, how long it is valid, and what can be done with it.
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconDots,
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconPhoto,
} from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { daysBetween } from '#shared/dates.ts'
import type { RecordAttachment } from '#shared/schemas/attachments.ts'
import classes from './attachments.module.css'
import { useFileActions } from './file-actions.ts'

type RowProps = { file: RecordAttachment; onShow: (what: 'picture' | 'edit' | 'remove') => void }

export function AttachmentRow({ file, onShow }: RowProps) {
  const { t, format, language } = useText()
  const { open, canOpen } = useFileActions()
  const { name } = file
  const show = () => (file.isPicture ? onShow('picture') : open(file.id))
  const label = t(file.isPicture ? 'attachments.show' : canOpen ? 'attachments.openNamed' : 'attachments.saveNamed', {
    name,
  })
  const added = t('attachments.by', {
    size: format.fileSize(file.size),
    time: file.addedAt === null ? '' : format.instant(file.addedAt),
    person: file.addedBy ? nameIn(language, file.addedBy) : t('history.unknownPerson'),
  })
  return (
    <li className={classes.row}>
      <Thumbnail file={file} onShow={() => onShow('picture')} />
      <div className={classes.text}>
        {file.isLeftOut ? (
          <span className={classes.plainName}>{name}</span>
        ) : (
          <button type="button" className={classes.name} aria-label={label} onClick={show}>
            {name}
          </button>
        )}
        <p className={classes.detail} data-figure>
          {t(`attachments.kinds.${file.kind}`)} · {added}
        </p>
        {file.isLeftOut ? <p className={classes.detail}>{t('attachments.leftOut')}</p> : null}
        <Expiry file={file} />
        {file.note ? <p className={classes.note}>{file.note}</p> : null}
      </div>
      <FileMenu file={file} onShow={onShow} />
    </li>
  )
}

/** The picture itself when it is one; else what kind of file it is. The name beside it does the same for the keyboard. */
function Thumbnail({ file, onShow }: { file: RecordAttachment; onShow: () => void }) {
  if (!file.isPicture || file.isLeftOut) {
    const Icon = iconOf(file.name)
    return (
      <span className={classes.thumb} aria-hidden>
        {file.thumbnail ? <img src={file.thumbnail} alt="" /> : <Icon size={20} stroke={1.3} />}
      </span>
    )
  }
  return (
    <button type="button" className={classes.thumb} tabIndex={-1} aria-hidden onClick={onShow}>
      {file.thumbnail ? <img src={file.thumbnail} alt="" /> : <IconPhoto size={20} stroke={1.3} />}
    </button>
  )
}

const icons: readonly (readonly [RegExp, typeof IconFile])[] = [
  [/\.pdf$/i, IconFileTypePdf],
  [/\.(?:xlsx?|xlsm|ods|csv|tsv)$/i, IconFileSpreadsheet],
  [/\.(?:docx?|odt|rtf|txt|md)$/i, IconFileText],
  [/\.(?:zip|rar|7z|gz|tar)$/i, IconFileZip],
  [/\.(?:eml|msg)$/i, IconMail],
]

function iconOf(name: string): typeof IconFile {
  return icons.find(([pattern]) => pattern.test(name))?.[1] ?? IconFile
}

const soonDays = 30

function Expiry({ file }: { file: RecordAttachment }) {
  const { t } = useText()
  const today = useToday()
  const day = file.expiresOn
  if (day === null) return null
  const left = daysBetween(today, day)
  if (left < 0) return <StatusBadge tone="bad">{t('attachments.expired', { day })}</StatusBadge>
  const text = t('attachments.expires', { day })
  return left <= soonDays ? <StatusBadge tone="warn">{text}</StatusBadge> : <p className={classes.detail}>{text}</p>
}

function FileMenu({ file, onShow }: RowProps) {
  const { t } = useText()
  const { open, save, canOpen } = useFileActions()
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('attachments.menu', { name: file.name })}>
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canOpen && !file.isLeftOut ? (
          <Menu.Item onClick={() => open(file.id)}>{t('attachments.open')}</Menu.Item>
        ) : null}
        {file.isLeftOut ? null : <Menu.Item onClick={() => save(file.id)}>{t('attachments.saveCopy')}</Menu.Item>}
        <WriteGate>
          <Menu.Item onClick={() => onShow('edit')}>{t('attachments.edit')}</Menu.Item>
        </WriteGate>
        <WriteGate>
          <Menu.Item onClick={() => onShow('remove')}>{t('attachments.remove')}</Menu.Item>
        </WriteGate>
      </Menu.Dropdown>
    </Menu>
  )
}
