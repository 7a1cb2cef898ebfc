// Mantine in the tone of tokens.css: 13 px text, 28 px controls, one accent. Colours are read from the tokens, so that
// light and dark are said once.
import {
  ActionIcon,
  Button,
  Checkbox,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  NativeSelect,
  Popover,
  SegmentedControl,
  Select,
  Textarea,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import segments from './segments.module.css'

const accent: MantineColorsTuple = [
  '#e4f2f3',
  '#cbe6e8',
  '#a3d3d7',
  '#78c1c8',
  '#4fb3bf',
  '#2f97a4',
  '#17818d',
  '#0b6e7a',
  '#085c66',
  '#064851',
]

const red: MantineColorsTuple = [
  '#fdecea',
  '#fad5d1',
  '#f5b3ac',
  '#f29f95',
  '#f08a7f',
  '#d95347',
  '#c5362a',
  '#b42318',
  '#941c13',
  '#75150e',
]

const gray: MantineColorsTuple = [
  '#f6f7f8',
  '#eef0f2',
  '#e3e6ea',
  '#d3d8dd',
  '#c3cad0',
  '#98a1aa',
  '#5f6973',
  '#4b545c',
  '#333a41',
  '#1b2126',
]

/** By Mantine's places: 0 text, 2 dimmed, 4 lines of controls, 5 under the pointer, 6 controls and menus, 7 the page. */
const dark: MantineColorsTuple = [
  '#e6e9ec',
  '#c5ccd2',
  '#9aa4ad',
  '#9aa4ad',
  '#3a4249',
  '#2d3339',
  '#22272c',
  '#1c2024',
  '#15181b',
  '#101214',
]

// Chinese from the system's own font: Windows, macOS, Linux.
const family =
  '"Inter Variable", "Segoe UI", system-ui, "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/**
 * Filled buttons take ground and text from the tokens: Mantine's own choice writes white on the dark theme's pale accent.
 */
const resolveColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const color = input.color ?? input.theme.primaryColor
  // Mantine's own ground under the mouse is too near its text.
  if (input.variant === 'subtle' && color === 'accent') return { ...colors, hover: 'var(--q-selected)' }
  if (input.variant !== 'filled' || (color !== 'accent' && color !== 'red')) return colors
  const [ground, text] =
    color === 'red' ? ['var(--q-red)', 'var(--q-panel)'] : ['var(--q-accent)', 'var(--q-on-accent)']
  return { ...colors, background: ground, hover: `color-mix(in srgb, ${ground} 88%, var(--q-text))`, color: text }
}

const control = '28px'
const quick = { transition: 'fade', duration: 100 } as const

export const theme = createTheme({
  colors: { accent, red, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: resolveColors,
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: family,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '24px' },
      h2: { fontSize: '15px', lineHeight: '22px' },
      h3: { fontSize: '12px', lineHeight: '18px' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: () => ({ root: { '--button-height': control, '--button-padding-x': '10px', '--button-fz': '12px' } }),
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray' },
      vars: (_theme, { size }) => (size === undefined ? { root: { '--ai-size': control } } : { root: {} }),
    }),
    Input: Input.extend({
      vars: () => ({ wrapper: { '--input-height': control, '--input-fz': '13px', '--input-padding-y': '3px' } }),
    }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      vars: () => ({ label: { '--input-label-size': '11px' }, error: {}, success: {}, description: {} }),
      styles: {
        label: { fontWeight: 500, color: 'var(--q-mute)', lineHeight: '18px' },
        error: { marginTop: 2, fontSize: 11 },
        description: { marginTop: 2, fontSize: 11 },
      },
    }),
    Textarea: Textarea.extend({ defaultProps: { autosize: true, minRows: 2, maxRows: 10 } }),
    Select: Select.extend({ defaultProps: { checkIconPosition: 'right', allowDeselect: false, openOnFocus: false } }),
    // The browser adds its text's line to the padding: the text would stand low.
    NativeSelect: NativeSelect.extend({ styles: { input: { paddingBlock: 0 } } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'xs', withItemsBorders: false },
      classNames: segments,
    }),
    // Lists of countries and currencies are long: none is in the page before it is opened.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    Menu: Menu.extend({
      // The placeholder would be a child of the menu that is no item.
      defaultProps: {
        transitionProps: quick,
        shadow: 'md',
        position: 'bottom-end',
        withInitialFocusPlaceholder: false,
      },
    }),
    Popover: Popover.extend({ defaultProps: { transitionProps: quick, shadow: 'md', position: 'bottom-start' } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: quick, centered: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { transitionProps: quick, openDelay: 400, fz: 'xs' } }),
  },
})

const both = {
  '--mantine-color-body': 'var(--q-panel)',
  '--mantine-color-text': 'var(--q-text)',
  '--mantine-color-dimmed': 'var(--q-mute)',
  '--mantine-color-placeholder': 'var(--q-mute)',
  '--mantine-color-anchor': 'var(--q-accent)',
  '--mantine-color-default': 'var(--q-panel)',
  '--mantine-color-default-hover': 'var(--q-ground)',
  '--mantine-color-default-color': 'var(--q-text)',
  '--mantine-color-default-border': 'var(--q-line)',
  '--mantine-color-error': 'var(--q-red)',
  '--mantine-color-accent-filled': 'var(--q-accent)',
  '--mantine-color-accent-light': 'var(--q-accent-ground)',
  '--mantine-color-accent-light-color': 'var(--q-accent)',
  '--mantine-color-accent-contrast': 'var(--q-on-accent)',
  '--mantine-primary-color-contrast': 'var(--q-on-accent)',
  '--mantine-color-disabled': 'var(--q-line-faint)',
  '--mantine-color-disabled-color': 'var(--q-mute)',
  '--mantine-shadow-md': 'var(--q-shadow)',
  '--mantine-shadow-sm': 'var(--q-shadow)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: both, dark: both })
