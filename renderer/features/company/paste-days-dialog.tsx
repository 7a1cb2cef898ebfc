// Many special days at once, as they lie on the clipboard: what would be taken is shown before it is.
import { Button, Modal, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { PastedDays } from '#shared/schemas/special-days.ts'
import classes from './company.module.css'

export function PasteDaysDialog({ onClose }: { onClose: () => void }) {
  const { t, format } = useText()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  const preview = useQuery(
    trpc.book.previewSpecialDays.queryOptions({ text: asked }, { placeholderData: keepPreviousData }),
  )
  const paste = useMutation({
    mutationFn: () => client.book.pasteSpecialDays.mutate({ text }),
    onSuccess: ({ added, changed }) => {
      const count = added + changed
      notifications.show({ message: t('company.days.saved', { count, formatted: format.number(count) }) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    paste.mutate()
  }
  const count = preview.data?.rows.filter((row) => row.effect !== 'unchanged').length ?? 0
  const isCurrent = asked === text && !preview.isFetching
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('company.days.pasteTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} className={classes.dialogForm}>
        <Textarea
          label={t('company.days.pasteLabel')}
          description={t('company.days.pasteText')}
          placeholder={t('company.days.pasteExample')}
          data-autofocus
          rows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {preview.data ? <Preview preview={preview.data} /> : null}
        {preview.error ? <p role="alert">{errorMessage(t, preview.error)}</p> : null}
        {paste.error ? <p role="alert">{errorMessage(t, paste.error)}</p> : null}
        <div className={classes.dialogActions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={count === 0 || !isCurrent} loading={paste.isPending}>
            {count === 0
              ? t('company.days.pasteNothing')
              : t('company.days.pasteAction', { count, formatted: format.number(count) })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const shownRows = 100

function Preview({ preview: { rows, refused, refusedCount } }: { preview: PastedDays }) {
  const { t, format } = useText()
  const more = rows.length - shownRows
  return (
    <>
      {rows.length > 0 ? (
        <ScrollRegion name={t('company.days.preview')} className={classes.preview}>
          <table className={`${tableClasses.table} ${classes.days}`} aria-label={t('company.days.preview')}>
            <tbody>
              {rows.slice(0, shownRows).map((row) => (
                <tr key={row.on}>
                  <th scope="row" data-figure>
                    {row.on}
                  </th>
                  <td>{row.name}</td>
                  <td>{t(row.isWorking ? 'company.days.worked' : 'company.days.off')}</td>
                  <td>
                    <StatusBadge tone={row.effect === 'unchanged' ? 'outline' : 'accent'}>
                      {t(`company.days.effects.${row.effect}`)}
                    </StatusBadge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {more > 0 ? (
            <p className="q-quiet">{t('company.days.more', { count: more, formatted: format.number(more) })}</p>
          ) : null}
        </ScrollRegion>
      ) : null}
      {refusedCount > 0 ? (
        <Notice
          tone="warn"
          title={t('company.days.refused', { count: refusedCount, formatted: format.number(refusedCount) })}
        >
          <ul className={classes.refused}>
            {refused.map(({ line, text, expected }) => (
              <li key={`${line}-${text}`}>
                {t('company.days.refusedLine', { line, text, expected: t(`company.days.expected.${expected}`) })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}
