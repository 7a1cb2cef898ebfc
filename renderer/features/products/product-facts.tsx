// What is known of a product, in groups; the drawer and the page show the same.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import type { Product } from '#shared/schemas/catalog.ts'
import { ProductPictures } from './product-pictures.tsx'
import classes from './products.module.css'

export function ProductFacts({ product }: { product: Product }) {
  return (
    <>
      <ProductPictures product={product} />
      <TradeFacts product={product} />
      <KitFacts product={product} />
      <VariantFacts product={product} />
      <CustomsFacts product={product} />
      <PackingFacts product={product} />
    </>
  )
}

export function TradeFacts({ product }: { product: Product }) {
  const { t, format, language } = useText()
  const { price, cost, category } = product
  return (
    <>
      <Facts
        title={t('products.sections.what')}
        facts={[
          { label: t('products.fields.nameEn'), value: product.nameEn, optional: true },
          { label: t('products.fields.nameZh'), value: product.nameZh, optional: true },
          { label: t('products.fields.kind'), value: t(`products.kinds.${product.kind}`) },
          {
            label: t('products.fields.parent'),
            value: product.parent && <ProductLink {...product.parent} />,
            optional: true,
          },
          { label: t('products.fields.variantLabel'), value: product.variantLabel, optional: true },
          { label: t('products.fields.category'), value: category && nameIn(language, category) },
          { label: t('products.fields.barcodes'), value: product.barcodes.join('\n'), optional: true },
          { label: t('products.fields.noSale'), value: product.noSale && t('common.yes'), optional: true },
          { label: t('products.fields.note'), value: product.note, optional: true },
        ]}
      />
      <Facts
        title={t('products.sections.prices')}
        facts={[
          { label: t('products.fields.price'), value: price && format.money(price.amount, price.currency) },
          {
            label: t('products.fields.cost'),
            value: cost ? format.money(cost.amount, cost.currency) : t('products.noCost'),
          },
          {
            label: t('products.fields.onHand'),
            value: product.onHand === null ? t('products.noStock') : quantityText(format, product.onHand, product.unit),
          },
          {
            label: t('products.fields.onOrder'),
            value: product.onOrder !== null && quantityText(format, product.onOrder, product.unit),
            optional: true,
          },
          { label: t('products.fields.supplier'), value: product.supplier && nameIn(language, product.supplier) },
          {
            label: t('products.fields.moq'),
            value: product.moq !== null && quantityText(format, product.moq, product.unit),
            optional: true,
          },
          {
            label: t('products.fields.reorderPoint'),
            value: product.reorderPoint !== null && quantityText(format, product.reorderPoint, product.unit),
            optional: true,
          },
          {
            label: t('products.fields.orderMultiple'),
            value: product.orderMultiple !== null && quantityText(format, product.orderMultiple, product.unit),
            optional: true,
          },
          {
            label: t('products.fields.leadTimeDays'),
            value:
              product.leadTimeDays !== null &&
              t('products.daysCount', { count: product.leadTimeDays, formatted: format.number(product.leadTimeDays) }),
            optional: true,
          },
          {
            label: t('products.fields.tracking'),
            value: product.tracking !== 'none' && t(`products.trackings.${product.tracking}`),
            optional: true,
          },
        ]}
      />
    </>
  )
}

export function CustomsFacts({ product }: { product: Product }) {
  const { t, format } = useText()
  return (
    <Facts
      title={t('products.sections.customs')}
      facts={[
        { label: t('products.fields.hsCode'), value: product.hsCode },
        { label: t('products.fields.originCountry'), value: format.country(product.originCountry) },
        { label: t('products.fields.customsNameEn'), value: product.customsNameEn, optional: true },
        { label: t('products.fields.customsNameZh'), value: product.customsNameZh, optional: true },
        { label: t('products.fields.declarationEn'), value: product.declarationEn, optional: true },
        { label: t('products.fields.declarationZh'), value: product.declarationZh, optional: true },
        { label: t('products.fields.vatRate'), value: format.percent(product.vatRatePercent), optional: true },
        { label: t('products.fields.refundRate'), value: format.percent(product.refundRatePercent), optional: true },
      ]}
    />
  )
}

export function PackingFacts({ product }: { product: Product }) {
  const { t, format } = useText()
  const size = format.box([product.lengthMm, product.widthMm, product.heightMm])
  const cartonSize = format.box([product.cartonLengthMm, product.cartonWidthMm, product.cartonHeightMm])
  return (
    <>
      <Facts
        title={t('products.sections.piece')}
        facts={[
          { label: t('products.fields.netWeight'), value: format.kg(product.netWeightGrams), optional: true },
          { label: t('products.fields.grossWeight'), value: format.kg(product.grossWeightGrams), optional: true },
          { label: t('products.fields.size'), value: size, optional: true },
          { label: t('products.fields.packing'), value: product.packing, optional: true },
        ]}
      />
      <Facts
        title={t('products.sections.carton')}
        facts={[
          {
            label: t('products.fields.piecesPerCarton'),
            value: format.number(product.piecesPerCarton),
            optional: true,
          },
          { label: t('products.fields.cartonSize'), value: cartonSize, optional: true },
          { label: t('products.fields.cartonNet'), value: format.kg(product.cartonNetGrams), optional: true },
          { label: t('products.fields.cartonGross'), value: format.kg(product.cartonGrossGrams), optional: true },
        ]}
      />
    </>
  )
}

export function KitFacts({ product }: { product: Product }) {
  const { t, format, language } = useText()
  if (product.kind !== 'kit') return null
  return (
    <Facts
      title={t('products.sections.kit')}
      facts={
        product.kitPartRows.length > 0
          ? product.kitPartRows.map((part) => ({
              label: nameIn(language, part),
              value: (
                <>
                  {format.number(part.quantity)} × <ProductLink id={part.partId} name={part.sku} />
                </>
              ),
            }))
          : [{ label: t('products.kit.none'), value: '—' }]
      }
    />
  )
}

export function VariantFacts({ product }: { product: Product }) {
  const { t, language } = useText()
  if (product.variants.length === 0) return null
  return (
    <Facts
      title={t('products.sections.variants')}
      facts={product.variants.map((variant) => ({
        label: variant.variantLabel || nameIn(language, variant),
        value: <ProductLink id={variant.id} name={variant.sku} />,
      }))}
    />
  )
}

function ProductLink({ id, name }: { id: number; name: string }) {
  return (
    <Link to="/products/$id" params={{ id: String(id) }} className={classes.link}>
      {name}
    </Link>
  )
}
