// A finding as it was recorded: what, why, by whom and when.
import { CheckCircleFilled, ExclamationCircleFilled, MinusCircleFilled } from '@ant-design/icons'
import { type Finding, findings } from '../../../machines/audit.ts'
import type { Said } from '../../api/audit.ts'
import { colours } from '../../theme.ts'
import { useWords } from '../words.ts'

const signs = {
  inOrder: [CheckCircleFilled, colours.success],
  objection: [ExclamationCircleFilled, colours.danger],
  notExamined: [MinusCircleFilled, colours.quiet],
} as const satisfies Record<Finding, unknown>

export function FindingName({ finding }: { finding: Finding }) {
  const { words } = useWords()
  const [Sign, ink] = signs[finding]
  return (
    <strong style={{ color: ink, whiteSpace: 'nowrap' }}>
      <Sign aria-hidden /> {words(findings[finding])}
    </strong>
  )
}

export function FindingSaid({ said: { finding, remark, erased, at, by } }: { said: Said }) {
  const { t, time } = useWords()
  return (
    <div>
      <FindingName finding={finding} />{' '}
      <span style={{ color: colours.quiet }}>{t('audit.round.byWhom', { who: by.name, time: time(at) })}</span>
      {remark && <div style={{ whiteSpace: 'pre-wrap' }}>{remark}</div>}
      {erased && <div style={{ color: colours.quiet }}>{t('audit.round.erased')}</div>}
    </div>
  )
}
