// The table: a file, or what was copied out of a spreadsheet.
import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Card, Flex, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { space } from '../../../theme.ts'
import { useWords } from '../../../ui/words.ts'
import { cellsOf } from './csv.ts'
import { cellsIn } from './read-file.ts'

type Props = { busy: boolean; onCells: (cells: string[][]) => void; onUnreadable: () => void }

export function ChooseTable({ busy, onCells, onUnreadable }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const pasted = useId()
  const take = async (files: FileList | null) => {
    const [file] = files ?? []
    if (file) await cellsIn(file).then(onCells, onUnreadable)
    // The same file, mended, is chosen again.
    if (input.current) input.current.value = ''
  }
  return (
    <Card size="small" title={t('peopleImport.choose')}>
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
        <label htmlFor={pasted}>{t('peopleImport.paste')}</label>
        <Input.TextArea id={pasted} rows={4} value={text} onChange={(e) => setText(e.target.value)} spellCheck={false} />
        <Button disabled={!text.trim()} loading={busy} onClick={() => onCells(cellsOf(text))}>
          {t('peopleImport.look')}
        </Button>
      </Flex>
    </Card>
  )
}
