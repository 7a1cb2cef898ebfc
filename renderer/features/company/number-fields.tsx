// The numbers under which offices know the company.
import { Button, Group, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { numberDoubt } from '#shared/company-numbers.ts'
import { companyNumberKinds } from '#shared/schemas/book.ts'
import { type CompanyForm, newNumber } from './company-form-values.ts'
import { DoubtedInput } from './doubted-input.tsx'
import { RowEntry } from './row-entry.tsx'

export function NumberFields({ form }: { form: UseFormReturnType<CompanyForm> }) {
  const { t } = useText()
  const { numbers, country } = form.values
  const kinds = companyNumberKinds.map((kind) => ({ value: kind, label: t(`company.numberKinds.${kind}`) }))
  return (
    <FormSection title={t('company.sections.numbers')} hint={t('company.hints.numbers')} isWide>
      {numbers.length === 0 ? <p className="q-quiet">{t('company.number.none')}</p> : null}
      {numbers.map((row, index) => {
        const number = index + 1
        return (
          <RowEntry
            key={row.key}
            label={t('company.number.nth', { number })}
            words={{
              up: t('company.number.up', { number }),
              down: t('company.number.down', { number }),
              remove: t('company.number.remove', { number }),
            }}
            index={index}
            count={numbers.length}
            onMove={(to) => form.reorderListItem('numbers', { from: index, to })}
            onRemove={() => form.removeListItem('numbers', index)}
          >
            <Select
              label={t('company.fields.numberKind')}
              allowDeselect={false}
              data={kinds}
              {...form.getInputProps(`numbers.${index}.kind`)}
            />
            <CountrySelect label={t('company.fields.country')} {...form.getInputProps(`numbers.${index}.country`)} />
            <DoubtedInput
              label={t('company.fields.number')}
              required
              doubt={numberDoubt(row.kind, row.country, row.number)}
              {...form.getInputProps(`numbers.${index}.number`)}
            />
            <TextInput label={t('company.fields.note')} {...form.getInputProps(`numbers.${index}.note`)} />
          </RowEntry>
        )
      })}
      <Group>
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => form.insertListItem('numbers', newNumber(crypto.randomUUID(), country))}
        >
          {t('company.number.add')}
        </Button>
      </Group>
    </FormSection>
  )
}
