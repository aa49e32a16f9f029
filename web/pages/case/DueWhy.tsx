// Until when a step may last; why that day is said when asked.
import { DownOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import type { Deadline, Step } from '../../api/cases.ts'
import { Due } from '../../ui/Due.tsx'
import { DueReasons, deadlineOf } from '../../ui/due-reasons.tsx'
import { useWords } from '../../ui/words.ts'

/** Two parts for a line and what stands below it: the date as a button, and the reasons it opens. */
export function useDueWhy(step: Step | undefined, deadlines: readonly Deadline[]) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  const deadline = step && deadlineOf(step, deadlines)
  if (!step || !deadline) return { date: <Due of={step} />, reasons: null }
  const date = (
    <button type="button" className="due-why" title={t('due.why')} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
      <Due of={step} tip={false} />
      <DownOutlined aria-hidden rotate={open ? 180 : 0} className="unprinted" />
    </button>
  )
  const reasons = (
    <div id={id} hidden={!open}>
      <DueReasons of={deadline} />
    </div>
  )
  return { date, reasons }
}
