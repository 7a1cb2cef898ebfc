// What came over from a damaged book, and what did not.
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { RescueResult } from '#shared/schemas/health.ts'
import classes from './health.module.css'

type Table = RescueResult['tables'][number]

export function RescueResultDialog({ result, onClose }: { result: RescueResult; onClose: () => void }) {
  const { t, format } = useText()
  const { isWhole, references: count, token, fileName } = result
  const open = useMutation({
    mutationFn: () => client.host.openBook.mutate({ token }),
    onError: (error) => sayError(t, error),
  })
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={t('health.rescue.done')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.dialog}>
        <Notice tone={isWhole ? 'good' : 'warn'}>
          {t(isWhole ? 'health.rescue.whole' : 'health.rescue.partly')}{' '}
          {count > 0 ? t('health.rescue.references', { count, formatted: format.number(count) }) : null}
        </Notice>
        <Tables tables={result.tables.filter((table) => table.rows > 0 || isLacking(table))} />
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('health.rescue.close')}</Button>
          <Button variant="filled" loading={open.isPending} onClick={() => open.mutate()}>
            {t('health.rescue.open', { name: fileName })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

const isLacking = ({ gaps, refused, isMissing }: Table) => gaps > 0 || refused > 0 || isMissing

function Tables({ tables }: { tables: readonly Table[] }) {
  const { t, format } = useText()
  const sorted = [...tables].sort((left, right) => Number(isLacking(right)) - Number(isLacking(left)))
  return (
    <table className={tableClasses.table} aria-label={t('health.rescue.done')}>
      <TableHead heads={[t('health.rescue.kind'), { numeric: t('health.rescue.rows') }, t('health.rescue.lost')]} />
      <tbody>
        {sorted.map((table) => (
          <tr key={table.table}>
            <th scope="row">{tableName(t, table.table)}</th>
            <td data-numeric>{format.number(table.rows)}</td>
            <td>{lostText(t, format, table)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** By the words of the backups' screens; a table without a word of its own is told by its name. */
function tableName(t: Translate, table: string): string {
  const { kinds } = english.backups
  return table in kinds ? t(`backups.kinds.${table as keyof typeof kinds}`) : table.replaceAll('_', ' ')
}

function lostText(t: Translate, format: Format, { gaps, refused, isMissing }: Table): string {
  if (isMissing) return t('health.rescue.missing')
  const texts = [
    gaps > 0 ? t('health.rescue.gaps', { count: gaps, formatted: format.number(gaps) }) : '',
    refused > 0 ? t('health.rescue.refused', { count: refused, formatted: format.number(refused) }) : '',
  ]
  return texts.filter(Boolean).join(', ')
}
