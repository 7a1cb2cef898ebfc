// The goods that suppliers are asked for: Enter goes down, and opens a new line behind the last one.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { focusRow, moveDown } from '#renderer/ui/move-in-table.ts'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { newRequestLine, type RequestForm } from './request-form-values.ts'
import classes from './sourcing.module.css'

export function RequestLinesField({ form }: { form: UseFormReturnType<RequestForm> }) {
  const { t } = useText()
  const { lines } = form.values
  const body = useRef<HTMLTableSectionElement>(null)
  const add = () => {
    form.insertListItem('lines', newRequestLine(crypto.randomUUID()))
    requestAnimationFrame(() => focusRow(body.current, lines.length, 0))
  }
  const onEnter = (event: KeyboardEvent) => {
    const isOther = event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey
    if (isOther || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  const of = (field: string, number: number) => t('sourcing.requests.lines.of', { field, number })
  return (
    <FormSection title={t('sourcing.requests.sections.lines')} isWide>
      <div className={classes.frame}>
        <table className={`${classes.table} ${classes.edit}`} aria-label={t('sourcing.requests.sections.lines')}>
          <TableHead
            heads={[
              t('sourcing.request.product'),
              t('sourcing.request.description'),
              t('sourcing.request.quantity'),
              '',
            ]}
          />
          <tbody ref={body} onKeyDown={onEnter}>
            {lines.map((line, index) => (
              <tr key={line.key}>
                <td>
                  <ProductPicker
                    miw={160}
                    aria-label={of(t('sourcing.request.product'), index + 1)}
                    dropdownWidth={320}
                    {...form.getInputProps(`lines.${index}.product`)}
                  />
                </td>
                <td>
                  <TextInput
                    miw={180}
                    aria-label={of(t('sourcing.request.description'), index + 1)}
                    placeholder={line.product?.detail}
                    {...form.getInputProps(`lines.${index}.description`)}
                  />
                </td>
                <td>
                  <DecimalInput
                    w={110}
                    aria-label={of(t('sourcing.request.quantity'), index + 1)}
                    {...form.getInputProps(`lines.${index}.quantity`)}
                  />
                </td>
                <td>
                  <ActionIcon
                    aria-label={t('sourcing.requests.lines.remove', { number: index + 1 })}
                    onClick={() => form.removeListItem('lines', index)}
                  >
                    <IconTrash size={15} stroke={1.5} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('sourcing.requests.lines.add')}
        </Button>
      </div>
    </FormSection>
  )
}
