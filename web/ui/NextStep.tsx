// For the administrator, on every page until the institution is set up: the next of the first steps. Gone when all are done, or when told to go.
import { CloseOutlined, FlagOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { firstStepsQuery } from '../api/first-steps.ts'
import type { Session } from '../api/session.ts'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

const key = 'anjuan.firstSteps'
export const areStepsHidden = () => localStorage.getItem(key) === 'hidden'

export function NextStep({ session }: { session: Session }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const [hidden, setHidden] = useState(areStepsHidden)
  const { data, refetch } = useQuery({ ...firstStepsQuery, enabled: session.role === 'admin' && !hidden })
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was done on the last page may have been the step
  useEffect(() => {
    if (data) void refetch()
  }, [pathname])
  const next = data?.steps.find((step) => !step.done)
  if (!next || hidden || pathname === '/first-steps') return null
  const hide = () => {
    localStorage.setItem(key, 'hidden')
    setHidden(true)
  }
  return (
    <aside className="next-step" aria-label={t('firstSteps.title')}>
      <FlagOutlined aria-hidden />
      <span>
        {t('firstSteps.banner', { done: data!.steps.filter(({ done }) => done).length, all: data!.steps.length })}{' '}
        <Link to="/first-steps">{t(`firstSteps.step.${next.name}`)}</Link>
      </span>
      <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('firstSteps.hide')} onClick={hide} />
    </aside>
  )
}
