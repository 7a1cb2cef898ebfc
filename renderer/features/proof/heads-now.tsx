// The heads as they are now: read, printed, saved.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { offerDownload } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { printPage } from '#renderer/lib/print-page.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import table from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import type { HeadsSheet } from '#shared/schemas/heads.ts'
import { hashInGroups } from './hash-in-groups.ts'
import { headsPage } from './heads-page.ts'
import classes from './proof.module.css'

export function HeadsNow({ sheet }: { sheet: HeadsSheet }) {
  const { t, format } = useText()
  const today = useToday()
  const print = useMutation({
    mutationFn: () => printPage(headsPage(sheet, { t, format }), t('proof.sheet.title')),
    onError: (error) => sayError(t, error),
  })
  if (sheet.heads.length === 0) return <p className={classes.text}>{t('proof.empty')}</p>
  const save = () => {
    const name = t('proof.fileName', { company: sheet.file.company, day: today }).replaceAll(/[\\/:*?"<>|]/g, ' ')
    offerDownload(new Blob([`${JSON.stringify(sheet.file, null, 2)}\n`], { type: 'application/json' }), name)
  }
  return (
    <>
      <p className={classes.text}>{t('proof.nowText')}</p>
      <table className={`${table.table} ${classes.heads}`}>
        <thead>
          <tr>
            <th>{t('proof.copy')}</th>
            <th data-numeric>{t('proof.number')}</th>
            <th>{t('proof.when')}</th>
            <th>{t('proof.who')}</th>
            <th>{t('proof.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.heads.map((head) => (
            <tr key={head.copy}>
              <td>{head.letters || t('proof.ownCopy')}</td>
              <td data-numeric>{format.number(head.sequence)}</td>
              <td>{format.instant(head.at)}</td>
              <td>{head.person}</td>
              <td className={classes.hash}>{hashInGroups(head.hash)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.actions}>
        <Button variant="filled" onClick={() => print.mutate()} loading={print.isPending}>
          {t('proof.print')}
        </Button>
        <Button onClick={save}>{t('proof.save')}</Button>
      </div>
      <p className={classes.text}>{t('proof.sees')}</p>
    </>
  )
}
