// A product's pictures: small ones in a row, in full on click, added and removed here.
import { ActionIcon, Button, FileButton, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPhotoPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { uploadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { thumbnailOf } from '#renderer/lib/picture-thumbnail.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Product } from '#shared/schemas/catalog.ts'
import { productTitle } from './product-name.tsx'
import classes from './products.module.css'

type Picture = Product['pictures'][number]

export function ProductPictures({ product }: { product: Product }) {
  const { t, language } = useText()
  const [shown, setShown] = useState<Picture | null>(null)
  const name = productTitle(product, language)
  return (
    <section aria-label={t('products.sections.pictures')}>
      {product.pictures.length > 0 ? (
        <ul className={classes.pictures}>
          {product.pictures.map((picture, index) => (
            <li key={picture.id} className={classes.picture}>
              <button
                type="button"
                className={classes.pictureButton}
                aria-label={t('products.picture.open', { number: index + 1 })}
                onClick={() => setShown(picture)}
              >
                <img src={picture.thumbnail ?? ''} alt={t('products.picture.of', { number: index + 1, name })} />
              </button>
              <RemovePicture picture={picture} number={index + 1} />
            </li>
          ))}
        </ul>
      ) : null}
      <AddPicture productId={product.id} />
      {shown ? <FullPicture picture={shown} name={name} onClose={() => setShown(null)} /> : null}
    </section>
  )
}

function AddPicture({ productId }: { productId: number }) {
  const { t } = useText()
  const add = useMutation({
    mutationFn: async (file: File) => {
      const thumbnail = await thumbnailOf(file)
      if (thumbnail === null)
        return notifications.show({ color: 'red', message: t('products.picture.notPicture', { name: file.name }) })
      await client.products.addPicture.mutate({ productId, file: await uploadFile(file), thumbnail })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <FileButton accept="image/jpeg,image/png,image/webp,image/gif" onChange={(file) => file && add.mutate(file)}>
      {(props) => (
        <WriteGate>
          <Button
            {...props}
            mt={8}
            mb={12}
            leftSection={<IconPhotoPlus size={14} stroke={1.5} />}
            loading={add.isPending}
          >
            {t('products.picture.add')}
          </Button>
        </WriteGate>
      )}
    </FileButton>
  )
}

function RemovePicture({ picture, number }: { picture: Picture; number: number }) {
  const { t } = useText()
  const remove = useMutation({
    mutationFn: () => client.products.removePicture.mutate({ id: picture.id }),
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <ActionIcon
        size={20}
        variant="default"
        className={classes.removePicture}
        aria-label={t('products.picture.remove', { number })}
        onClick={() => remove.mutate()}
        loading={remove.isPending}
      >
        <IconX size={12} />
      </ActionIcon>
    </WriteGate>
  )
}

function FullPicture({ picture, name, onClose }: { picture: Picture; name: string; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.products.picture.queryOptions({ attachmentId: picture.attachmentId }))
  return (
    <Modal opened onClose={onClose} title={name} size="auto" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <QueryState query={query}>{(source) => <img className={classes.full} src={source} alt={name} />}</QueryState>
    </Modal>
  )
}
