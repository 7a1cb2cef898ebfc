// The seller's day in order: what stands in the sidebar, in the palette and behind the keys. One line per screen.
import {
  IconAddressBook,
  IconArrowMerge,
  IconBarcode,
  IconBell,
  IconBox,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconCalendar,
  IconCategory,
  IconChartBar,
  IconChartHistogram,
  IconChecklist,
  IconClipboardCheck,
  IconClipboardList,
  IconCoins,
  IconCopy,
  IconCreditCardPay,
  IconCurrencyDollar,
  IconFileImport,
  IconFileText,
  IconGridDots,
  IconHeartRateMonitor,
  IconHistory,
  IconHome,
  IconMessageQuestion,
  IconPackages,
  IconPlugConnected,
  IconRadar,
  IconReceipt,
  IconReportAnalytics,
  IconRoute,
  IconScale,
  IconSettings,
  IconShieldCheck,
  IconShoppingCart,
  IconStack2,
  IconTag,
  IconTicket,
  IconTool,
  IconTransfer,
  IconTrash,
  IconTrophy,
  IconTruck,
  IconTruckDelivery,
  IconUsers,
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
  {
    label: null,
    items: [
      { to: '/', label: 'today', icon: IconHome },
      { to: '/tasks', label: 'tasks', icon: IconChecklist },
      { to: '/calendar', label: 'calendar', icon: IconCalendar },
    ],
  },
  {
    label: 'sell',
    items: [
      { to: '/orders', label: 'orders', icon: IconReceipt },
      { to: '/customers', label: 'customers', icon: IconAddressBook },
      { to: '/receivables', label: 'receivables', icon: IconCoins },
      { to: '/sales', label: 'sales', icon: IconChartHistogram },
      { to: '/channels', label: 'channels', icon: IconPlugConnected },
      { to: '/papers', label: 'papers', icon: IconFileText },
    ],
  },
  {
    label: 'stock',
    items: [
      { to: '/products', label: 'products', icon: IconBox },
      { to: '/stock', label: 'stock', icon: IconStack2 },
      { to: '/stock/documents', label: 'stockDocuments', icon: IconTransfer },
      { to: '/stock/counts', label: 'counts', icon: IconClipboardList },
      { to: '/categories', label: 'categories', icon: IconCategory },
      { to: '/warehouses', label: 'warehouses', icon: IconBuildingWarehouse },
      { to: '/batches', label: 'batches', icon: IconBarcode },
    ],
  },
  {
    label: 'buy',
    items: [
      { to: '/replenishment', label: 'replenishment', icon: IconShoppingCart },
      { to: '/purchases', label: 'purchases', icon: IconClipboardCheck },
      { to: '/payables', label: 'payables', icon: IconCreditCardPay },
      { to: '/expected', label: 'expected', icon: IconTruckDelivery },
      { to: '/suppliers', label: 'suppliers', icon: IconBuildingStore },
      { to: '/scores', label: 'scores', icon: IconTrophy },
      { to: '/offers', label: 'offers', icon: IconTag },
      { to: '/requests', label: 'requests', icon: IconMessageQuestion },
      { to: '/carriers', label: 'carriers', icon: IconTruck },
    ],
  },
  {
    label: 'ship',
    items: [
      { to: '/shipments', label: 'shipments', icon: IconPackages },
      { to: '/tracking', label: 'tracking', icon: IconRadar },
      { to: '/freight-quote', label: 'freightQuote', icon: IconScale },
      { to: '/carrier-services', label: 'carrierServices', icon: IconTicket },
      { to: '/lanes', label: 'lanes', icon: IconRoute },
    ],
  },
  {
    label: 'understand',
    items: [
      { to: '/abc', label: 'abc', icon: IconChartBar },
      { to: '/classes', label: 'classes', icon: IconGridDots },
      { to: '/stock/reports', label: 'stockReports', icon: IconReportAnalytics },
    ],
  },
  {
    label: 'safety',
    items: [
      { to: '/history', label: 'history', icon: IconHistory },
      { to: '/bin', label: 'bin', icon: IconTrash },
      { to: '/copies', label: 'copies', icon: IconCopy },
      { to: '/merge', label: 'merge', icon: IconArrowMerge },
      { to: '/clashes', label: 'clashes', icon: IconTool },
      { to: '/backups', label: 'backups', icon: IconShieldCheck },
      { to: '/health', label: 'health', icon: IconHeartRateMonitor },
    ],
  },
  {
    label: 'book',
    items: [
      { to: '/import', label: 'import', icon: IconFileImport },
      { to: '/rates', label: 'rates', icon: IconCurrencyDollar },
      { to: '/alerts', label: 'alerts', icon: IconBell },
      { to: '/people', label: 'people', icon: IconUsers },
      { to: '/company', label: 'company', icon: IconSettings },
    ],
  },
]

const screens = navigation.flatMap(({ items }) => items.map(({ to }) => to as string))

/** Whether the screen of a path, or the one that it opened from, stands in the group. */
export function holdsScreen({ items }: NavGroup, pathname: string): boolean {
  const above = screens.filter((to) => pathname === to || pathname.startsWith(`${to}/`))
  const nearest = above.reduce((longest, to) => (to.length > longest.length ? to : longest), '')
  return items.some(({ to }) => to === nearest)
}
