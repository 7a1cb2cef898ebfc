// The field that a scanner types into: a code and Enter count one more, or ask how many. It keeps the focus, so that the next
// code lands where the last one did.
import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { StockCount } from '#shared/schemas/counting.ts'
import classes from './counting.module.css'
import { ScanChoices } from './scan-choices.tsx'
import { ScanLog } from './scan-log.tsx'
import { useScanner } from './use-scanner.ts'

type Mode = 'one' | 'ask'

/** Nobody counts a million by hand: a code was scanned into the field for the quantity. */
const mostByHand = 999_999

export function ScanBar({ count }: { count: StockCount }) {
  const { t } = useText()
  const scanner = useScanner(count.id)
  const [mode, setMode] = useState<Mode>('one')
  const field = useRef<HTMLInputElement>(null)
  const bins = count.bins.map(({ id, code }) => ({ value: String(id), label: code }))
  return (
    <section aria-label={t('counting.scan.title')} className={classes.scan}>
      <div className={classes.bar}>
        <ScanFields mode={mode} field={field} onScan={scanner.scan} />
        <SegmentedControl
          aria-label={t('counting.scan.mode')}
          data={(['one', 'ask'] as const).map((value) => ({ value, label: t(`counting.scan.modes.${value}`) }))}
          value={mode}
          onChange={(next) => {
            setMode(next as Mode)
            field.current?.focus()
          }}
        />
        {bins.length > 0 ? (
          <Select
            w={160}
            label={t('counting.scan.bin')}
            placeholder={t('counting.scan.anyBin')}
            clearable
            searchable
            data={bins}
            value={scanner.binId === null ? null : String(scanner.binId)}
            onChange={(value) => {
              scanner.chooseBin(value === null ? null : Number(value))
              field.current?.focus()
            }}
          />
        ) : null}
      </div>
      <ScanChoices scanner={scanner} countId={count.id} onDone={() => field.current?.focus()} />
      <ScanLog entries={scanner.entries} />
    </section>
  )
}

type ScanFieldsProps = {
  mode: Mode
  field: React.RefObject<HTMLInputElement | null>
  onScan: (scan: { code: string; quantity: number }) => void
}

function ScanFields({ mode, field, onScan }: ScanFieldsProps) {
  const { t } = useText()
  const [code, setCode] = useState('')
  const [quantity, setQuantity] = useState('')
  const [problem, setProblem] = useState('')
  const amount = useRef<HTMLInputElement>(null)
  const send = (many: number) => {
    onScan({ code: code.trim(), quantity: many })
    setCode('')
    setQuantity('')
    setProblem('')
    field.current?.focus()
  }
  const onCode = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    if (mode === 'one') send(1)
    else amount.current?.focus()
  }
  const onQuantity = (event: FormEvent) => {
    event.preventDefault()
    const read = textToNumber(quantity, 'quantity')
    const many = 'value' in read ? read.value : null
    if (many !== null && many > mostByHand) setProblem(t('counting.scan.looksLikeCode'))
    else if (many === null || many <= 0) setProblem(t('counting.scan.howMany'))
    else send(many)
  }
  return (
    <>
      <form onSubmit={onCode}>
        <TextInput
          ref={field}
          w={260}
          label={t('counting.scan.label')}
          placeholder={t('counting.scan.placeholder')}
          leftSection={<IconBarcode size={16} stroke={1.5} aria-hidden />}
          autoComplete="off"
          autoFocus
          maxLength={200}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </form>
      {mode === 'ask' ? (
        <form onSubmit={onQuantity}>
          <DecimalInput
            ref={amount}
            w={120}
            label={t('counting.scan.quantity')}
            value={quantity}
            error={problem}
            disabled={code.trim() === ''}
            onChange={setQuantity}
          />
        </form>
      ) : null}
    </>
  )
}
