// Customers, suppliers and carriers are one kind of record in three lists; the address says which list it is.
import { useLocation } from '@tanstack/react-router'

const listedRoles = ['customer', 'supplier', 'carrier'] as const
export type ListedRole = (typeof listedRoles)[number]

const paths = {
  customer: {
    list: '/customers',
    new: '/customers/new',
    one: '/customers/$id',
    edit: '/customers/$id/edit',
    export: 'customers',
  },
  supplier: {
    list: '/suppliers',
    new: '/suppliers/new',
    one: '/suppliers/$id',
    edit: '/suppliers/$id/edit',
    export: 'suppliers',
  },
  carrier: {
    list: '/carriers',
    new: '/carriers/new',
    one: '/carriers/$id',
    edit: '/carriers/$id/edit',
    export: 'carriers',
  },
} as const

/** The role of the list that is shown, and the addresses of its screens. */
export function useListedRole() {
  const { pathname } = useLocation()
  const role = listedRoles.find((one) => pathname.startsWith(paths[one].list)) ?? 'customer'
  return { role, to: paths[role] }
}
