// The statechart of a procedure as a heat map: how much there is at each step, in colour and in figures; a step opens its cases.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import type { StepFigures } from '../../api/overview.ts'
import { type Described, drawingQuery, pinned } from '../../api/procedures.ts'
import { type Measure, measures } from '../../router.tsx'
import type { Colour } from '../../theme.ts'
import { type Heat, type Hot, heatColour, levelOf, levels } from '../../ui/heat.ts'
import { Statechart } from '../../ui/Statechart.tsx'
import { useWords } from '../../ui/words.ts'
import { percentOf, useDuration } from './figures.tsx'
import { leftIn, type Scope, standing } from './links.ts'

const hues: Record<Measure, Colour> = { open: 'accent', overdue: 'danger', median: 'warning', p90: 'warning' }
const amountOf = (measure: Measure, { open, overdue, medianMs, p90Ms }: StepFigures): number =>
  ({ open, overdue: percentOf(overdue, open), median: medianMs ?? 0, p90: p90Ms ?? 0 })[measure]
/** Shares are measured by the whole, everything else by the greatest there is. */
const greatestOf = (measure: Measure, steps: StepFigures[]) =>
  measure === 'overdue' ? 100 : Math.max(...steps.map((step) => amountOf(measure, step)))
const behind = (measure: Measure, scope: Scope, path: string) =>
  measure === 'open' || measure === 'overdue'
    ? standing(scope, { state: path, ...(measure === 'overdue' && { stepOverdue: true as const }) })
    : leftIn(scope, path)

function useSaid() {
  const duration = useDuration()
  return (measure: Measure, value: number): string =>
    measure === 'open' ? String(value) : measure === 'overdue' ? `${value}%` : duration(value)!
}

type Props = { procedure: Described; steps: StepFigures[]; scope: Scope; by: Measure; onBy: (by: Measure) => void }
export function HeatChart({ procedure, steps, scope, by, onBy }: Props) {
  const { t, words } = useWords()
  const navigate = useNavigate()
  const { data: drawing } = useQuery(drawingQuery(pinned({ procedure: procedure.name, version: procedure.version })))
  const heat = useHeat(steps, by)
  return (
    <section className="panel overview-part">
      <div className="overview-head">
        <h2>{t('overview.chart')}</h2>
        <fieldset className="lengths">
          <legend className="quiet">{t('overview.measure')}</legend>
          {measures.map((measure) => (
            <button key={measure} type="button" aria-pressed={measure === by} onClick={() => onBy(measure)}>
              {t(`overview.by.${measure}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <p className="quiet note">{t('overview.chartNote')}</p>
      <Key measure={by} greatest={greatestOf(by, steps)} />
      {drawing ? (
        <Statechart
          drawing={drawing}
          heat={heat}
          label={t('chart.label', { procedure: words(procedure.label) })}
          onChoose={(path) => void navigate({ to: '/', search: behind(by, scope, path) })}
          height={560}
        />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </section>
  )
}

function useHeat(steps: StepFigures[], by: Measure): Heat {
  const { t, words } = useWords()
  const said = useSaid()
  return useMemo(() => {
    const greatest = greatestOf(by, steps)
    const hot = (step: StepFigures): Hot => {
      const value = amountOf(by, step)
      const figure = said(by, value)
      const what = `${words(step.label)} ${t(`overview.by.${by}`)}`
      return { level: levelOf(value, greatest), figure, said: t('overview.opens', { what, figure }) }
    }
    const some = steps.filter((step) => amountOf(by, step) > 0)
    return { hue: hues[by], at: new Map(some.map((step) => [step.path, hot(step)])) }
  }, [steps, by, t, words, said])
}

/** What each strength of the colour stands for. */
function Key({ measure, greatest }: { measure: Measure; greatest: number }) {
  const { t } = useWords()
  const said = useSaid()
  const upTo = (level: number) => {
    const bound = (greatest * level) / levels
    return t('overview.key.upTo', { value: said(measure, measure === 'open' ? Math.floor(bound) : bound) })
  }
  if (!greatest) return null
  const shown = measure === 'open' && greatest < levels ? [levels] : Array.from({ length: levels }, (_, n) => n + 1)
  return (
    <ul className="heat-key">
      <li>
        <i style={{ background: heatColour(hues[measure], 0) }} />
        {t('overview.key.none')}
      </li>
      {shown.map((level) => (
        <li key={level}>
          <i style={{ background: heatColour(hues[measure], level) }} />
          {upTo(level)}
        </li>
      ))}
    </ul>
  )
}
