// The page: its size and margins, the logo, and what stands on it.
import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type PaperTemplateHeader, type TemplateSwitch, templateSwitches } from '#shared/schemas/paper-templates.ts'
import { paperKindFacts } from '#shared/schemas/papers.ts'
import classes from '../papers.module.css'
import type { PartProps } from './part.ts'

const sides = ['top', 'bottom', 'left', 'right'] as const

export function PagePart({ template, header, change }: PartProps) {
  const { t } = useText()
  const { page } = header
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('papers.templates.name')}
        value={header.name}
        maxLength={120}
        error={header.name.trim() === '' ? t('fields.errors.required') : undefined}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={t('papers.fields.pageSize')}
        data={paperKindFacts[template.kind].pageSizes.map((size) => ({
          value: size,
          label: t(`papers.sizes.${size}`),
        }))}
        value={page.size}
        onChange={(size) => size && change({ page: { ...page, size: size as PaperTemplateHeader['page']['size'] } })}
      />
      <div className={classes.four}>
        {sides.map((side) => (
          <NumberInput
            key={side}
            label={t(`papers.designer.margins.${side}`)}
            min={0}
            max={60}
            clampBehavior="strict"
            value={page.margins[side]}
            onChange={(mm) =>
              typeof mm === 'number' && change({ page: { ...page, margins: { ...page.margins, [side]: mm } } })
            }
          />
        ))}
      </div>
      <LogoFields header={header} change={change} />
      <Switches header={header} change={change} />
    </div>
  )
}

type Changing = Pick<PartProps, 'header' | 'change'>

function LogoFields({ header, change }: Changing) {
  const { t } = useText()
  const { logo, show } = header
  return (
    <>
      <Checkbox
        label={t('papers.designer.show.logo')}
        checked={show.logo}
        onChange={(event) => change({ show: { ...show, logo: event.currentTarget.checked } })}
      />
      {show.logo ? (
        <div className={classes.pair}>
          <div>
            <p className={classes.label} id="logo-side">
              {t('papers.designer.logoSide')}
            </p>
            <SegmentedControl
              fullWidth
              aria-labelledby="logo-side"
              data={(['left', 'right'] as const).map((side) => ({
                value: side,
                label: t(`papers.designer.${side}`),
              }))}
              value={logo.side}
              onChange={(side) => change({ logo: { ...logo, side: side === 'right' ? 'right' : 'left' } })}
            />
          </div>
          <NumberInput
            label={t('papers.designer.logoHeight')}
            min={4}
            max={60}
            clampBehavior="strict"
            value={logo.heightMm}
            onChange={(heightMm) =>
              typeof heightMm === 'number' && heightMm >= 4 && change({ logo: { ...logo, heightMm } })
            }
          />
        </div>
      ) : null}
    </>
  )
}

function Switches({ header, change }: Changing) {
  const { t } = useText()
  const { show } = header
  const others = templateSwitches.filter((name): name is Exclude<TemplateSwitch, 'logo'> => name !== 'logo')
  return (
    <fieldset className={classes.switches}>
      <legend className={classes.label}>{t('papers.designer.onPaper')}</legend>
      {others.map((name) => (
        <Checkbox
          key={name}
          label={t(`papers.designer.show.${name}`)}
          checked={show[name]}
          onChange={(event) => change({ show: { ...show, [name]: event.currentTarget.checked } })}
        />
      ))}
    </fieldset>
  )
}
