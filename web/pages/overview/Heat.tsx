// The statechart of a procedure as a heat map: how much there is at each step, in colour and in figures; a step opens its cases.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { StepFigures } from '../../api/overview.ts'
import { type Described, drawingQuery, referenceOf } from '../../api/procedures.ts'
import { type Measure, measures } from '../../router.tsx'
import type { Colour } from '../../theme.ts'
import { boundsOf, type Heat, type Hot, heatColour, levelIn, levels } from '../../ui/heat.ts'
import { Statechart, Undrawn } from '../../ui/Statechart.tsx'
import { useWords } from '../../ui/words.ts'
import { percentOf, useDuration } from './figures.tsx'
import { leftIn, type Scope, standing } from './links.ts'

/** In px. */
const tall = 680

const hues: Record<Measure, Colour> = { open: 'accent', overdue: 'danger', median: 'warning', p90: 'warning' }
const amountOf = (measure: Measure, { open, overdue, medianMs, p90Ms }: StepFigures): number =>
  ({ open, overdue: percentOf(overdue, open), median: medianMs ?? 0, p90: p90Ms ?? 0 })[measure]
/** Shares are measured by the whole, everything else by the greatest there is; few cases are told apart one by one. Empty where there is nothing. */
function boundsFor(measure: Measure, steps: StepFigures[]): number[] {
  if (measure === 'overdue') return boundsOf(100, true)
  const greatest = Math.max(0, ...steps.map((step) => amountOf(measure, step)))
  if (measure !== 'open') return greatest ? boundsOf(greatest, false) : []
  const bounds = greatest < levels ? Array.from({ length: greatest }, (_, n) => n + 1) : boundsOf(greatest, false).map(Math.floor)
  return [...new Set(bounds)].filter((bound) => bound > 0)
}
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
  const { data: drawing } = useQuery(drawingQuery(referenceOf(procedure)))
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
      <Key measure={by} bounds={boundsFor(by, steps)} />
      {drawing ? (
        <Statechart
          drawing={drawing}
          heat={heat}
          label={t('chart.label', { procedure: words(procedure.label) })}
          onChoose={(path) => void navigate({ to: '/', search: behind(by, scope, path) })}
          height={tall}
        />
      ) : (
        <Undrawn height={tall} />
      )}
    </section>
  )
}

function useHeat(steps: StepFigures[], by: Measure): Heat {
  const { t, words } = useWords()
  const told = useSaid()
  return useMemo(() => {
    const bounds = boundsFor(by, steps)
    const hot = (step: StepFigures): Hot => {
      const value = amountOf(by, step)
      const figure = told(by, value)
      const said = t('overview.node', { step: words(step.label), figure, what: t(`overview.by.${by}`) })
      return { level: levelIn(bounds, value), figure, said }
    }
    const some = steps.filter((step) => amountOf(by, step) > 0)
    return { hue: hues[by], at: new Map(some.map((step) => [step.path, hot(step)])) }
  }, [steps, by, t, words, told])
}

/** What each strength of the colour stands for. */
function Key({ measure, bounds }: { measure: Measure; bounds: number[] }) {
  const { t } = useWords()
  const said = useSaid()
  if (!bounds.length) return null
  return (
    <ul className="heat-key">
      <li>
        <i style={{ background: heatColour(hues[measure], 0) }} />
        {t('overview.key.none')}
      </li>
      {bounds.map((bound, n) => (
        <li key={bound}>
          <i style={{ background: heatColour(hues[measure], n + 1) }} />
          {t('overview.key.upTo', { value: said(measure, bound) })}
        </li>
      ))}
    </ul>
  )
}
