// Cartons and a country typed in, and what each service asks for them.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import classes from './carriers.module.css'
import { newPiece, newQuoteForm, type PieceForm, type QuoteForm, readQuoteForm } from './quote-form-values.ts'
import { QuoteOptions, type QuoteSort } from './quote-options.tsx'
import { QuoteTable } from './quote-table.tsx'

export function QuoteByHand() {
  const { t } = useText()
  const today = useToday()
  const [form, setForm] = useState(() => newQuoteForm(today))
  const [sort, setSort] = useState<QuoteSort>('price')
  const set = (part: Partial<QuoteForm>) => setForm((before) => ({ ...before, ...part }))
  const { question, problems } = readQuoteForm(form, sort)
  const asked = useDeferredValue(question)
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  const query = useQuery({
    // The question is whole whenever it is asked.
    ...trpc.carriers.quote.queryOptions(asked ?? ({} as never)),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.stack}>
      <PieceTable pieces={form.pieces} onChange={(pieces) => set({ pieces })} wrong={wrong} />
      <div className={classes.bar}>
        <CountrySelect
          label={t('carriers.quote.country')}
          required
          value={form.country}
          onChange={(country) => set({ country })}
        />
        <TextInput
          w={140}
          label={t('carriers.quote.postalCode')}
          value={form.postalCode}
          onChange={(event) => set({ postalCode: event.currentTarget.value })}
        />
        <CountrySelect
          label={t('carriers.quote.from')}
          placeholder={t('carriers.quote.ownCountry')}
          value={form.fromCountry}
          onChange={(fromCountry) => set({ fromCountry })}
        />
        <DayInput label={t('carriers.quote.on')} value={form.on} onChange={(on) => set({ on })} error={wrong('on')} />
      </div>
      <QuoteOptions
        requests={form.requests}
        onRequests={(requests) => set({ requests })}
        sort={sort}
        onSort={setSort}
      />
      {asked === null ? (
        <p className="q-quiet" role="status">
          {t('carriers.quote.needed')}
        </p>
      ) : (
        <QueryState query={query}>{(quote) => <QuoteTable quote={quote} />}</QueryState>
      )}
    </div>
  )
}

type TableProps = {
  pieces: readonly PieceForm[]
  onChange: (pieces: PieceForm[]) => void
  wrong: (field: string) => string | undefined
}

const measures = ['pieces', 'length', 'width', 'height', 'weight'] as const
const units = { pieces: '', length: 'cm', width: 'cm', height: 'cm', weight: 'kg' } as const

function PieceTable({ pieces, onChange, wrong }: TableProps) {
  const { t } = useText()
  const set = (at: number, part: Partial<PieceForm>) =>
    onChange(pieces.map((piece, index) => (index === at ? { ...piece, ...part } : piece)))
  return (
    <div>
      <div className={classes.frame}>
        <table
          className={`${classes.table} ${classes.edit} ${classes.narrow}`}
          aria-label={t('carriers.quote.cartons')}
        >
          <thead>
            <tr>
              {measures.map((measure) => (
                <th key={measure} scope="col">
                  {t(`carriers.quote.${measure}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {pieces.map((piece, index) => (
              <tr key={piece.key}>
                {measures.map((measure) => (
                  <td key={measure}>
                    <DecimalInput
                      w={104}
                      aria-label={t('carriers.rates.of', {
                        field: t(`carriers.quote.${measure}`),
                        number: index + 1,
                      })}
                      unit={units[measure]}
                      value={piece[measure]}
                      error={wrong(`pieces.${index}.${measure}`)}
                      onChange={(text) => set(index, { [measure]: text })}
                    />
                  </td>
                ))}
                <td>
                  {pieces.length > 1 ? (
                    <ActionIcon
                      aria-label={t('carriers.quote.remove', { number: index + 1 })}
                      onClick={() => onChange(pieces.filter((_, at) => at !== index))}
                    >
                      <IconTrash size={15} stroke={1.5} />
                    </ActionIcon>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button mt={8} onClick={() => onChange([...pieces, newPiece()])}>
        {t('carriers.quote.add')}
      </Button>
    </div>
  )
}
