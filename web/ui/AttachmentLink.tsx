// A file, to be opened or saved.
import { useQuery } from '@tanstack/react-query'
import { attachmentHref, attachmentNameQuery } from '../api/records.ts'
import { useWords } from './words.ts'

export function AttachmentLink({ id }: { id: string }) {
  const { t } = useWords()
  const { data: name } = useQuery(attachmentNameQuery(id))
  return (
    <a href={attachmentHref(id)} target="_blank" rel="noreferrer">
      {name ?? t('attachment.unnamed')}
    </a>
  )
}
