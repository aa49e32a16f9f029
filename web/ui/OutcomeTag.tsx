// How a case ended, for the student and the count: sign and words.
import { CheckCircleOutlined, MinusCircleOutlined, StopOutlined } from '@ant-design/icons'
import type { CaseSummary } from '../api/cases.ts'
import { useWords } from './words.ts'

const signs = { lost: StopOutlined, kept: CheckCircleOutlined, none: MinusCircleOutlined }

export function OutcomeTag({ of }: { of: Pick<CaseSummary, 'outcome'> }) {
  const { t } = useWords()
  const outcome = of.outcome ?? 'none'
  const Sign = signs[outcome]
  return (
    <span className={`outcome ${outcome}`}>
      <Sign aria-hidden /> {t(`outcome.${outcome}`)}
    </span>
  )
}
