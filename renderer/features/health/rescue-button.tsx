// Chooses a place for what can be read of it, then tells what came over.
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import classes from './health.module.css'
import { RescueResultDialog } from './rescue-result.tsx'

type Wish = { file: string | null; target: string; currency: string | null }

/** `file`: the damaged book, by its token; null for the open one. */
export function RescueButton({ file }: { file: string | null }) {
  const { t } = useText()
  const [lacking, setLacking] = useState<Wish | null>(null)
  const rescue = useMutation({
    mutationFn: (wish: Wish) => client.host.health.rescue.mutate({ ...wish, jobId: newJobId() }),
    onError: (error, wish) => {
      if (failureOf(error).code === 'rescue/needs-currency') setLacking(wish)
      else sayError(t, error)
    },
  })
  const choose = useMutation({
    mutationFn: async () => {
      const target = await choosePlace({
        what: 'target',
        kind: 'book',
        name: t('health.rescue.title'),
        title: t('health.rescue.target'),
      })
      if (target) rescue.mutate({ file, target: target.token, currency: null })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <>
      <Button loading={rescue.isPending} onClick={() => choose.mutate()}>
        {t('health.rescue.go')}
      </Button>
      {rescue.isPending ? <span role="status">{t('health.rescue.running')}</span> : null}
      {lacking ? (
        <AskCurrency
          onClose={() => setLacking(null)}
          onSaid={(currency) => {
            setLacking(null)
            rescue.mutate({ ...lacking, currency })
          }}
        />
      ) : null}
      {rescue.data ? <RescueResultDialog result={rescue.data} onClose={rescue.reset} /> : null}
    </>
  )
}

function AskCurrency({ onSaid, onClose }: { onSaid: (currency: string) => void; onClose: () => void }) {
  const { t } = useText()
  const [currency, setCurrency] = useState('')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('health.rescue.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.dialog}>
        <CurrencySelect
          label={t('health.rescue.currency')}
          value={currency}
          onChange={(code) => setCurrency(code ?? '')}
        />
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" disabled={currency === ''} onClick={() => onSaid(currency)}>
            {t('health.rescue.goOn')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
