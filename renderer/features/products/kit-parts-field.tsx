// The parts of a set, each with how many of it are in one set.
import { ActionIcon, Button, Group } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { KitPartForm, ProductForm } from './product-form-values.ts'
import classes from './products.module.css'

export function KitPartsField({ form }: { form: UseFormReturnType<ProductForm> }) {
  const { t } = useText()
  const parts = form.values.kitParts
  const set = (index: number, change: Partial<KitPartForm>) =>
    form.setFieldValue(
      'kitParts',
      parts.map((part, at) => (at === index ? { ...part, ...change } : part)),
    )
  const add = () => form.setFieldValue('kitParts', [...parts, { key: crypto.randomUUID(), part: null, quantity: '1' }])
  return (
    <FormSection title={t('products.sections.kit')} isWide>
      {parts.length === 0 ? <p className="q-quiet">{t('products.kit.none')}</p> : null}
      {parts.map((part, index) => (
        <Group key={part.key} gap="sm" align="flex-start" wrap="nowrap">
          <ProductPicker
            flex="0 1 300px"
            miw={140}
            aria-label={`${t('products.fields.part')} ${index + 1}`}
            value={part.part}
            onChange={(chosen: PickerOption | null) => set(index, { part: chosen })}
            error={form.errors[`kitParts.${index}.part`]}
          />
          <DecimalInput
            flex="0 0 100px"
            aria-label={`${t('products.fields.partQuantity')} ${index + 1}`}
            value={part.quantity}
            onChange={(quantity) => set(index, { quantity })}
            error={form.errors[`kitParts.${index}.quantity`]}
          />
          <span className={`q-quiet ${classes.partName}`} title={part.part?.detail}>
            {part.part?.detail}
          </span>
          <ActionIcon
            aria-label={t('products.kit.remove', { name: part.part?.name ?? String(index + 1) })}
            onClick={() =>
              form.setFieldValue(
                'kitParts',
                parts.filter((_, at) => at !== index),
              )
            }
          >
            <IconTrash size={15} stroke={1.5} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('products.kit.add')}
        </Button>
      </Group>
    </FormSection>
  )
}
