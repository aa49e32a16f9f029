// A file, to be opened or saved by whoever may.
import { useQuery } from '@tanstack/react-query'
import { attachmentHref, attachmentNameQuery } from '../api/records.ts'
import { useMayLookUp } from './names.tsx'
import { useWords } from './words.ts'

export function AttachmentLink({ id }: { id: string }) {
  const { t } = useWords()
  const mayLookUp = useMayLookUp()
  const { data: name } = useQuery({ ...attachmentNameQuery(id), enabled: mayLookUp })
  if (!mayLookUp) return t('attachment.withheld')
  return (
    <a href={attachmentHref(id)} target="_blank" rel="noreferrer">
      {name ?? t('attachment.unnamed')}
    </a>
  )
}
