// Files: stored at once when chosen, so that the form sends their ids only.
import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { attachmentNameKey, attachmentNameQuery, uploadAttachment } from '../../api/records.ts'
import { Alert } from '../Alert.tsx'
import { AttachmentLink } from '../AttachmentLink.tsx'
import { Button } from '../Button.tsx'
import { Flex } from '../Flex.tsx'
import { useProblemWords } from '../problem-words.ts'
import { useWords } from '../words.ts'
import { Options } from './Choice.tsx'
import { type ControlProps, wiring } from './control-props.ts'

export function AttachmentInput(props: ControlProps) {
  const { schema } = props
  const held = (schema.items ?? schema).enum as string[] | undefined
  return held ? <Held {...props} ids={held} /> : <Handed {...props} />
}

/** Files that the case holds already: chosen among, by name. */
function Held({ ids, ...props }: ControlProps & { ids: string[] }) {
  const { t } = useWords()
  const names = useQueries({ queries: ids.map(attachmentNameQuery) })
  const options = ids.map((id, index) => ({ value: id, label: names[index]?.data ?? t('attachment.unnamed') }))
  return <Options {...props} options={options} several={props.schema.type === 'array'} />
}

/** Files that are handed in now. */
function Handed(props: ControlProps) {
  const { schema, value, onChange } = props
  const several = schema.type === 'array'
  const ids: string[] = several ? (value ?? []) : value ? [value] : []
  const set = (next: string[]) => onChange?.(several ? next : next.at(-1))
  const full = ids.length >= (several ? (schema.maxItems ?? 20) : 1)
  return (
    <Flex vertical gap={6} align="start">
      {ids.map((id) => (
        <Stored key={id} id={id} onRemove={() => set(ids.filter((other) => other !== id))} />
      ))}
      {!full && <Chooser {...props} several={several} onStored={(stored) => set([...ids, ...stored])} />}
    </Flex>
  )
}

function Stored({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useWords()
  return (
    <Flex gap={8} align="center">
      <PaperClipOutlined aria-hidden />
      <AttachmentLink id={id} />
      <Button size="small" type="text" aria-label={t('form.remove')} icon={<DeleteOutlined aria-hidden />} onClick={onRemove} />
    </Flex>
  )
}

function Chooser({ several, onStored, ...props }: ControlProps & { several: boolean; onStored: (ids: string[]) => void }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const picker = useRef<HTMLInputElement>(null)
  const storing = useStoring(onStored)
  return (
    <>
      <input
        {...wiring(props)}
        ref={picker}
        type="file"
        multiple={several}
        style={{ position: 'absolute', width: 1, height: 1, opacity: 0, pointerEvents: 'none' }}
        tabIndex={-1}
        onChange={(e) => storing.mutate([...(e.target.files ?? [])])}
      />
      <Button icon={<UploadOutlined aria-hidden />} loading={storing.isPending} onClick={() => picker.current?.click()}>
        {t(several ? 'form.chooseFiles' : 'form.chooseFile')}
      </Button>
      {storing.error && <Alert type="error" title={explain(storing.error)} />}
    </>
  )
}

/** Stores file after file; those already stored are kept when one fails. */
function useStoring(onStored: (ids: string[]) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (files: File[]) => {
      const ids: string[] = []
      try {
        for (const file of files) {
          const stored = await uploadAttachment(file)
          client.setQueryData(attachmentNameKey(stored.id), stored.name)
          ids.push(stored.id)
        }
      } finally {
        if (ids.length) onStored(ids)
      }
    },
  })
}
