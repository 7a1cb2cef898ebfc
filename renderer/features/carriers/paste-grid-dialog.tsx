// Takes prices as they are copied from a spreadsheet: what was understood is seen before it stands in the form.
import { Button, Modal, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { CarrierService, RateRow } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'

type DialogProps = {
  service: CarrierService
  currency: string
  onTake: (rates: readonly RateRow[]) => void
  onClose: () => void
}

export function PasteGridDialog({ service, currency, onTake, onClose }: DialogProps) {
  const { t, format } = useText()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const asked = { serviceId: service.id, text, currency: currency || 'USD' }
  const query = useQuery({ ...trpc.carriers.readGrid.queryOptions(asked), enabled: text.trim() !== '' })
  const read = text.trim() === '' ? undefined : query.data
  const count = read?.rates.length ?? 0
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('carriers.paste.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.dialog}>
        <p className="q-quiet">{t('carriers.paste.hint')}</p>
        <Textarea
          className={classes.paste ?? ''}
          label={t('carriers.paste.text')}
          data-autofocus
          minRows={8}
          maxRows={16}
          autosize
          value={typed}
          placeholder={t('carriers.paste.example')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {read && read.problems.length > 0 ? (
          <Notice tone="warn" title={t('carriers.paste.problems', { count: read.problems.length })}>
            <ul className={classes.list}>
              {read.problems.slice(0, 8).map(({ line, text: what, problem }) => (
                <li key={`${line} ${what} ${problem}`}>
                  {t(`carriers.paste.problem.${problem}`, { line: format.number(line), text: what })}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <div className={classes.footer}>
          <p className="q-quiet" role="status">
            {read ? t('carriers.paste.understood', { count, formatted: format.number(count) }) : ''}
          </p>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" disabled={count === 0} onClick={() => read && onTake(read.rates)}>
            {t('carriers.paste.take')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
