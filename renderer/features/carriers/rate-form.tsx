// The form of a rate table: when it holds, prices by weight and zone, surcharges. A grid can be pasted from a spreadsheet.
import { ActionIcon, Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { focusRow, moveDown } from '#renderer/ui/move-in-table.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { CarrierService } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'
import { PasteGridDialog } from './paste-grid-dialog.tsx'
import { newRow, pastedRows, type RateForm } from './rate-form-values.ts'
import { SurchargeFields } from './surcharge-fields.tsx'

type FieldsProps = { form: UseFormReturnType<RateForm>; service: CarrierService; isNew: boolean }

export function RateFields({ form, service, isNew }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('carriers.tables.holds')}>
        <TextInput label={t('carriers.tables.name')} {...form.getInputProps('name')} />
        <CurrencySelect label={t('carriers.fields.currency')} required {...form.getInputProps('currency')} />
        <DayInput label={t('carriers.tables.validFrom')} required {...form.getInputProps('validFrom')} />
        <DayInput label={t('carriers.tables.validTo')} {...form.getInputProps('validTo')} />
        <DecimalInput
          label={t('carriers.tables.minimumLabel')}
          unit={form.values.currency}
          {...form.getInputProps('minimum')}
        />
        {isNew && service.tables.length > 0 ? (
          <Checkbox
            label={t('carriers.tables.endsPrevious')}
            {...form.getInputProps('endsPrevious', { type: 'checkbox' })}
          />
        ) : null}
      </FormSection>
      <PriceGrid form={form} service={service} />
      <SurchargeFields form={form} service={service} />
      <FormSection title={t('carriers.sections.more')} isWide>
        <Textarea label={t('carriers.fields.note')} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

type GridProps = Pick<FieldsProps, 'form' | 'service'>

function PriceGrid({ form, service }: GridProps) {
  const { t } = useText()
  const [isPasting, setPasting] = useState(false)
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows, columns } = form.values
  const isByTons = service.weighsBy === 'revenue_ton'
  const add = () => {
    form.insertListItem('rows', newRow(columns.length, rows.at(-1)?.upTo ?? '0') as never)
    requestAnimationFrame(() => focusRow(body.current, rows.length, 1))
  }
  const onEnter = (event: KeyboardEvent) => {
    const isOther = event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey
    if (isOther || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  return (
    <FormSection
      title={t('carriers.tables.rates')}
      hint={t(isByTons ? 'carriers.rates.tonHint' : 'carriers.rates.hint')}
      isWide
    >
      <div className={classes.frame}>
        <table className={`${classes.table} ${classes.edit}`} aria-label={t('carriers.tables.rates')}>
          <thead>
            <tr>
              <th scope="col">{t('carriers.rates.overKg')}</th>
              <th scope="col">{t('carriers.rates.upToKg')}</th>
              <th scope="col">{t(isByTons ? 'carriers.rates.minimumTons' : 'carriers.rates.stepKg')}</th>
              {columns.map(({ zoneId, name }) => (
                <th key={zoneId ?? 0} scope="col" data-numeric>
                  {zoneId === null ? t('carriers.rates.everywhere') : name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onEnter}>
            {rows.map((row, index) => (
              <PriceRow key={row.key} form={form} index={index} isByTons={isByTons} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.actions}>
        <Button onClick={add}>{t('carriers.rates.add')}</Button>
        <Button onClick={() => setPasting(true)}>{t('carriers.paste.button')}</Button>
      </div>
      {isPasting ? (
        <PasteGridDialog
          service={service}
          currency={form.values.currency}
          onClose={() => setPasting(false)}
          onTake={(rates) => {
            form.setValues(pastedRows(rates, service) as never)
            setPasting(false)
          }}
        />
      ) : null}
    </FormSection>
  )
}

type RowProps = { form: UseFormReturnType<RateForm>; index: number; isByTons: boolean }

function PriceRow({ form, index, isByTons }: RowProps) {
  const { t } = useText()
  const of = (field: string) => t('carriers.rates.of', { field, number: index + 1 })
  const third = isByTons ? 'minimumTons' : 'step'
  return (
    <tr>
      <td>
        <DecimalInput
          w={84}
          aria-label={of(t('carriers.rates.overKg'))}
          {...form.getInputProps(`rows.${index}.over`)}
        />
      </td>
      <td>
        <DecimalInput
          w={84}
          aria-label={of(t('carriers.rates.upToKg'))}
          placeholder={t('carriers.rates.noEnd')}
          {...form.getInputProps(`rows.${index}.upTo`)}
        />
      </td>
      <td>
        <DecimalInput
          w={84}
          aria-label={of(t(isByTons ? 'carriers.rates.minimumTons' : 'carriers.rates.stepKg'))}
          {...form.getInputProps(`rows.${index}.${third}`)}
        />
      </td>
      {form.values.columns.map(({ zoneId, name }, cell) => (
        <td key={zoneId ?? 0} data-numeric>
          <TextInput
            miw={104}
            aria-label={of(zoneId === null ? t('carriers.rates.everywhere') : name)}
            autoComplete="off"
            styles={{ input: { textAlign: 'right' } }}
            {...form.getInputProps(`rows.${index}.cells.${cell}`)}
          />
        </td>
      ))}
      <td>
        <ActionIcon
          aria-label={t('carriers.rates.remove', { number: index + 1 })}
          onClick={() => form.removeListItem('rows', index)}
        >
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}
