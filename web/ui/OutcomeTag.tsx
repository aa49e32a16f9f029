// How a case ended, for the student and the count: sign and words.
import { CheckCircleOutlined, MinusCircleOutlined, StopOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import type { CaseSummary } from '../api/cases.ts'
import { useWords } from './words.ts'

const signs = { lost: StopOutlined, kept: CheckCircleOutlined, none: MinusCircleOutlined }
const tones = { lost: 'error', kept: 'success', none: 'default' } as const

export function OutcomeTag({ of }: { of: Pick<CaseSummary, 'outcome'> }) {
  const { t } = useWords()
  const outcome = of.outcome ?? 'none'
  const Sign = signs[outcome]
  return (
    <Tag color={tones[outcome]} icon={<Sign aria-hidden />}>
      {t(`outcome.${outcome}`)}
    </Tag>
  )
}
