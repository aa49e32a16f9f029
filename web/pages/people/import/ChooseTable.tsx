// The table: a file, or what was copied out of a spreadsheet.
import { FileExcelOutlined } from '@ant-design/icons'
import { useId, useRef } from 'react'
import { space } from '../../../theme.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Flex } from '../../../ui/Flex.tsx'
import { useWords } from '../../../ui/words.ts'
import { cellsOf } from './csv.ts'
import { cellsIn } from './read-file.ts'

/** `pasted` is what stands in the field: it is there again for whoever comes back to mend a cell. */
type Props = {
  busy: boolean
  pasted: string
  onPaste: (text: string) => void
  onCells: (cells: string[][]) => void
  onUnreadable: () => void
}

export function ChooseTable({ busy, pasted, onPaste, onCells, onUnreadable }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const field = useId()
  const take = async (files: FileList | null) => {
    const [file] = files ?? []
    if (file) await cellsIn(file).then(onCells, onUnreadable)
    // The same file, mended, is chosen again.
    if (input.current) input.current.value = ''
  }
  return (
    <Card title={t('peopleImport.choose')}>
      <Flex vertical gap={space.m} align="flex-start" style={{ maxWidth: 640 }}>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          hidden
          aria-label={t('peopleImport.file')}
          onChange={(e) => void take(e.target.files)}
        />
        <Button type="primary" icon={<FileExcelOutlined aria-hidden />} loading={busy} onClick={() => input.current?.click()}>
          {t('peopleImport.file')}
        </Button>
        <label htmlFor={field}>{t('peopleImport.paste')}</label>
        <textarea className="field" id={field} rows={4} value={pasted} onChange={(e) => onPaste(e.target.value)} spellCheck={false} />
        <Button disabled={!pasted.trim()} loading={busy} onClick={() => onCells(cellsOf(pasted))}>
          {t('peopleImport.look')}
        </Button>
      </Flex>
    </Card>
  )
}
