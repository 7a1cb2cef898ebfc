// The seller's day in order: what stands in the sidebar, in the palette and behind the keys. One line per screen.
import {
  IconAddressBook,
  IconBox,
  IconBuildingStore,
  IconCategory,
  IconChartBar,
  IconCurrencyDollar,
  IconFileImport,
  IconHome,
  IconReceipt,
  IconSettings,
  IconTruck,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { english } from '#shared/i18n/english.ts'

export type NavItem = {
  to: NonNullable<LinkProps['to']>
  label: keyof typeof english.shell.nav
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
}

export type NavGroup = { label: keyof typeof english.shell.groups | null; items: readonly NavItem[] }

export const navigation: readonly NavGroup[] = [
  { label: null, items: [{ to: '/', label: 'today', icon: IconHome }] },
  {
    label: 'sell',
    items: [
      { to: '/orders', label: 'orders', icon: IconReceipt },
      { to: '/customers', label: 'customers', icon: IconAddressBook },
    ],
  },
  {
    label: 'stock',
    items: [
      { to: '/products', label: 'products', icon: IconBox },
      { to: '/categories', label: 'categories', icon: IconCategory },
    ],
  },
  {
    label: 'buy',
    items: [
      { to: '/suppliers', label: 'suppliers', icon: IconBuildingStore },
      { to: '/carriers', label: 'carriers', icon: IconTruck },
    ],
  },
  { label: 'understand', items: [{ to: '/abc', label: 'abc', icon: IconChartBar }] },
  {
    label: 'book',
    items: [
      { to: '/import', label: 'import', icon: IconFileImport },
      { to: '/rates', label: 'rates', icon: IconCurrencyDollar },
      { to: '/company', label: 'company', icon: IconSettings },
    ],
  },
]
