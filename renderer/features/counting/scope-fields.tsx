// What goes on the sheet: everything, a bin, a category, a class, or products one by one.
import { Button, Checkbox, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { CategoryPicker } from '#renderer/ui/category-picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { countClasses, countScopes } from '#shared/schemas/counting.ts'
import type { CountForm } from './count-form-values.ts'
import classes from './counting.module.css'
import type { CountPlace } from './use-places.ts'

type ScopeFieldsProps = { form: UseFormReturnType<CountForm>; places: readonly CountPlace[] }

export function ScopeFields({ form, places }: ScopeFieldsProps) {
  const { t } = useText()
  const { scope, warehouseId } = form.values
  const bins = places.find(({ value }) => value === warehouseId)?.bins ?? []
  return (
    <FormSection title={t('counting.form.what')}>
      <Select
        label={t('counting.fields.scope')}
        required
        allowDeselect={false}
        data={countScopes.map((value) => ({ value, label: t(`counting.scopes.${value}`) }))}
        {...form.getInputProps('scope')}
      />
      {scope === 'bin' ? (
        <Select
          label={t('counting.fields.bin')}
          description={bins.length === 0 ? t('counting.form.noBins') : undefined}
          required
          searchable
          data={bins}
          {...form.getInputProps('binId')}
        />
      ) : null}
      {scope === 'category' ? (
        <CategoryPicker label={t('counting.fields.category')} required {...form.getInputProps('category')} />
      ) : null}
      {scope === 'class' ? (
        <Select
          label={t('counting.fields.class')}
          description={t('counting.form.classHint')}
          required
          allowDeselect={false}
          data={countClasses.map((value) => ({ value, label: t(`counting.classes.${value}`) }))}
          {...form.getInputProps('class')}
        />
      ) : null}
      {scope === 'chosen' ? <ChosenProducts form={form} /> : <SheetChoices form={form} />}
    </FormSection>
  )
}

function SheetChoices({ form }: Pick<ScopeFieldsProps, 'form'>) {
  const { t } = useText()
  return (
    <>
      <Checkbox
        className={classes.checkbox ?? ''}
        label={t('counting.fields.onlyDue')}
        description={t('counting.form.dueHint')}
        {...form.getInputProps('onlyDue', { type: 'checkbox' })}
      />
      {form.values.scope === 'bin' ? null : (
        <Checkbox
          className={classes.checkbox ?? ''}
          label={t('counting.fields.withEmpty')}
          description={t('counting.form.emptyHint')}
          {...form.getInputProps('withEmpty', { type: 'checkbox' })}
        />
      )}
    </>
  )
}

function ChosenProducts({ form }: Pick<ScopeFieldsProps, 'form'>) {
  const { t } = useText()
  const { products } = form.values
  return (
    <div className={classes.chosen}>
      <ProductPicker
        label={t('counting.form.addProduct')}
        required
        value={null}
        error={form.errors.products}
        onChange={(option) => {
          if (!option || products.some(({ id }) => id === option.id)) return
          form.setFieldValue('products', [
            ...products,
            { id: option.id, name: option.name, detail: option.detail ?? '' },
          ])
        }}
      />
      <ul className={classes.products}>
        {products.map((product) => (
          <li key={product.id}>
            <span className={classes.clamp}>
              {product.name} <span className="q-quiet">{product.detail}</span>
            </span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('counting.form.leaveOut', { name: product.name })}
              onClick={() =>
                form.setFieldValue(
                  'products',
                  products.filter(({ id }) => id !== product.id),
                )
              }
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
