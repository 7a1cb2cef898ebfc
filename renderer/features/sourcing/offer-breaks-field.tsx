// The prices of an offer by quantity, as a small grid: Enter goes down, and opens a new row behind the last one.
import { ActionIcon, Button } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { focusRow, moveDown } from '#renderer/ui/move-in-table.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { newBreak, type OfferForm } from './offer-form-values.ts'
import classes from './sourcing.module.css'

export function OfferBreaksField({ form }: { form: UseFormReturnType<OfferForm> }) {
  const { t } = useText()
  const { prices, currency } = form.values
  const body = useRef<HTMLTableSectionElement>(null)
  const add = () => {
    form.insertListItem('prices', newBreak(crypto.randomUUID()))
    requestAnimationFrame(() => focusRow(body.current, prices.length, 0))
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  const of = (field: string, number: number) => t('sourcing.offers.breaks.of', { field, number })
  return (
    <FormSection title={t('sourcing.offers.sections.prices')} hint={t('sourcing.offers.hints.prices')} isWide>
      <table
        className={`${classes.table} ${classes.edit} ${classes.narrow}`}
        aria-label={t('sourcing.offers.sections.prices')}
      >
        <TableHead heads={[t('sourcing.offer.from'), t('sourcing.offers.breaks.price'), '']} />
        <tbody ref={body} onKeyDown={onEnter}>
          {prices.map(({ key }, index) => (
            <tr key={key}>
              <td>
                <DecimalInput
                  aria-label={of(t('sourcing.offer.from'), index + 1)}
                  placeholder="0"
                  {...form.getInputProps(`prices.${index}.from`)}
                />
              </td>
              <td>
                <DecimalInput
                  aria-label={of(t('sourcing.offers.breaks.price'), index + 1)}
                  unit={currency}
                  {...form.getInputProps(`prices.${index}.price`)}
                />
              </td>
              <td>
                <ActionIcon
                  aria-label={t('sourcing.offers.breaks.remove', { number: index + 1 })}
                  onClick={() => form.removeListItem('prices', index)}
                >
                  <IconTrash size={15} stroke={1.5} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('sourcing.offers.breaks.add')}
        </Button>
      </div>
    </FormSection>
  )
}
