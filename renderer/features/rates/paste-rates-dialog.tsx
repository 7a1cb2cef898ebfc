// Many rates of one pair at once, as they lie on the clipboard.
import { Button, Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './rates.module.css'

type PasteReport = Awaited<ReturnType<typeof client.rates.paste.mutate>>

export function PasteRatesDialog({ onClose }: { onClose: () => void }) {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState(baseCurrency)
  const [text, setText] = useState('')
  const paste = useMutation({
    mutationFn: () => client.rates.paste.mutate({ from, to, text }),
    onSuccess: (report) => {
      const taken = report.added + report.changed
      notifications.show({ message: t('rates.pasteDone', { count: taken, formatted: format.number(taken) }) })
      if (report.refused.length === 0) onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    paste.mutate()
  }
  const isReady = from !== '' && to !== '' && from !== to && text.trim() !== ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rates.paste')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} className={classes.form}>
        <div className={classes.row}>
          <CurrencySelect label={t('rates.fields.from')} value={from} onChange={setFrom} data-autofocus />
          <CurrencySelect label={t('rates.fields.to')} value={to} onChange={setTo} />
        </div>
        <Textarea
          label={t('rates.fields.text')}
          description={t('rates.pasteText')}
          placeholder={t('rates.pasteExample')}
          minRows={8}
          maxRows={16}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {paste.error ? <p role="alert">{errorMessage(t, paste.error)}</p> : null}
        {paste.data ? <Refused report={paste.data} /> : null}
        <div className={classes.actions}>
          <Button onClick={onClose}>{t(paste.data ? 'common.close' : 'common.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={paste.isPending}>
            {t('rates.pasteAction')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Refused({ report }: { report: PasteReport }) {
  const { t } = useText()
  const { refused } = report
  if (refused.length === 0) return null
  return (
    <Notice tone="warn" title={t('rates.pasteRefused', { count: refused.length })}>
      <ul className={classes.refused}>
        {refused.slice(0, 100).map(({ line, text, expected }) => (
          <li key={line}>{t('rates.refusedLine', { line, text, expected: t(`rates.expected.${expected}`) })}</li>
        ))}
      </ul>
    </Notice>
  )
}
