// Asks for cartons: for what no row holds yet, or for everything anew. What is proposed stands in the form, nothing is saved.
import type { UseFormReturnType } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import type { PackingLine } from '#shared/schemas/packing.ts'
import { leftOfLines, type PackForm, proposedRows } from './pack-form-values.ts'

export function useProposal(form: UseFormReturnType<PackForm>, lines: readonly PackingLine[]) {
  return useMutation({
    mutationFn: async (isAnew: boolean) => {
      const rows = isAnew ? [] : form.getValues().rows
      const wanted = leftOfLines(lines, { rows }).flatMap(({ lineId, productId, leftMilli }) =>
        leftMilli > 0 ? [{ lineId, productId, quantity: leftMilli / 1000 }] : [],
      )
      const proposal = await client.packing.propose.query({ lines: wanted })
      return { rows, proposal }
    },
    onSuccess: ({ rows, proposal }) => {
      form.clearErrors()
      form.setFieldValue('rows', [...rows, ...proposedRows(proposal, () => crypto.randomUUID())] as never)
    },
  })
}
