// Codes that stand for several things: the lines and products meant, one to be chosen. Each waits until it is answered.
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { CountLine, Scanned, ScannedProduct } from '#shared/schemas/counting.ts'
import classes from './counting.module.css'
import type { ScanChoice, Scanner } from './use-scanner.ts'

type ScanChoicesProps = { scanner: Scanner; countId: number; onDone: () => void }

export function ScanChoices({ scanner, countId, onDone }: ScanChoicesProps) {
  return scanner.choices.map((choice) => (
    <Choice key={choice.key} choice={choice} scanner={scanner} countId={countId} onDone={onDone} />
  ))
}

type ChoiceProps = ScanChoicesProps & { choice: ScanChoice }

function Choice({ choice, scanner, countId, onDone }: ChoiceProps) {
  const { t } = useText()
  const { key, quantity, scanned } = choice
  const isBatch = scanned.lines.length === 0 && scanned.products.length === 1
  const done = (made: Scanned | null) => {
    const isTold = made !== null && made.status !== 'choose'
    scanner.settle(choice, isTold ? { key, code: scanned.code, quantity, scanned: made } : null)
    onDone()
  }
  const adding = useMutation({
    mutationFn: (line: CountLine) => client.counting.add.mutate({ lineId: line.id, quantity }),
    onSuccess: done,
    onError: (error) => sayError(t, error),
  })
  return (
    <fieldset className={classes.choice}>
      <legend>{t(isBatch ? 'counting.scan.whichBatch' : 'counting.scan.choose', { code: scanned.code })}</legend>
      {scanned.lines.map((line) => (
        <Button key={line.id} onClick={() => adding.mutate(line)} loading={adding.isPending}>
          {[line.sku, line.batch, line.bin || t('counting.noBin')].filter(Boolean).join(' · ')}
        </Button>
      ))}
      {scanned.products.map((product) => (
        <NewLine
          key={product.productId}
          product={product}
          place={{ countId, binId: scanner.binId, quantity }}
          onAdded={done}
        />
      ))}
      <Button variant="subtle" onClick={() => done(null)}>
        {t('counting.scan.skip')}
      </Button>
    </fieldset>
  )
}

type NewLineProps = {
  product: ScannedProduct
  place: { countId: number; binId: number | null; quantity: number }
  onAdded: (made: Scanned) => void
}

/**
 * A product that has no line yet, with its batch where it is kept by batch. The field does not take the focus: the next code
 * of a scanner would be taken for a batch.
 */
function NewLine({ product, place, onAdded }: NewLineProps) {
  const { t, language } = useText()
  const [batch, setBatch] = useState('')
  const isTracked = product.tracking !== 'none'
  const quantity = product.tracking === 'serial' ? 1 : place.quantity
  const adding = useMutation({
    mutationFn: () =>
      client.counting.addLine.mutate({
        ...{ ...place, quantity, productId: product.productId },
        batch: isTracked ? { code: batch } : null,
      }),
    onSuccess: onAdded,
    onError: (error) => sayError(t, error),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isTracked || batch.trim() !== '') adding.mutate()
  }
  const name = [product.sku, nameIn(language, product)].filter(Boolean).join(' · ')
  return (
    <form onSubmit={onSubmit} className={classes.newLine}>
      {isTracked ? (
        <TextInput
          aria-label={t('counting.scan.batchOf', { name })}
          placeholder={t(product.tracking === 'serial' ? 'counting.scan.serial' : 'counting.scan.batch')}
          maxLength={100}
          value={batch}
          onChange={(event) => setBatch(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" loading={adding.isPending}>
        {t('counting.scan.add', { name })}
      </Button>
    </form>
  )
}
