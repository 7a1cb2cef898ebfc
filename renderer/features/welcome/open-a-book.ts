// Opening books: the host answers with the book, tells everyone, and the book's screens take over.
import { useMutation } from '@tanstack/react-query'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'

type HostMutations = typeof client.host
type NewBookInput = Parameters<HostMutations['createBook']['mutate']>[0]

export type Opening =
  | { by: 'sample' }
  /** `merges`: opened to bring another copy into it. */
  | { by: 'token'; token: string; merges?: boolean }
  /** One of those opened before, at the place where it is now. */
  | { by: 'found'; token: string; at: string; anyway: boolean }
  | { by: 'new'; book: NewBookInput }

/** Where the book's screens begin: a new book with its first files, any other with the day's work. */
const firstAddress = { new: '#/import?first=true', merge: '#/merge', usual: '#/' }

export function useOpenBook() {
  return useMutation({
    mutationFn: async (opening: Opening) => {
      // Set before the book is open: its router begins at the address that it finds.
      window.location.hash = firstAddress[addressOf(opening)]
      return open(opening)
    },
    onSettled: () => queryClient.invalidateQueries(trpc.host.state.queryFilter()),
  })
}

function addressOf(opening: Opening): keyof typeof firstAddress {
  if (opening.by === 'new') return 'new'
  return opening.by === 'token' && opening.merges ? 'merge' : 'usual'
}

function open(opening: Opening) {
  switch (opening.by) {
    case 'sample':
      return client.host.openSample.mutate()
    case 'token':
      return client.host.openBook.mutate({ token: opening.token })
    case 'found':
      return client.host.books.found.mutate({ token: opening.token, at: opening.at, anyway: opening.anyway })
    case 'new':
      return client.host.createBook.mutate(opening.book)
  }
}
