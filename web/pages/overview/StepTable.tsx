// The figures of the heat map and more, step by step: for whoever would rather read than look.
import type { StepFigures } from '../../api/overview.ts'
import type { Described } from '../../api/procedures.ts'
import { useWords, type Words } from '../../ui/words.ts'
import { type Column, FigureTable } from './FigureTable.tsx'
import { Figure, shareOf, useDuration } from './figures.tsx'
import { leftIn, type Scope, standing } from './links.ts'

type Props = { procedure: Described; steps: StepFigures[]; scope: Scope; mostStays: number }

export function StepTable({ procedure, steps, scope, mostStays }: Props) {
  const words = useWords()
  const { t } = words
  const some = steps.filter(({ open, left }) => open || left)
  return (
    <section className="panel overview-part">
      <h2>{t('overview.steps')}</h2>
      <p className="quiet note">{t('overview.stepsNote', { most: mostStays })}</p>
      <FigureTable label={t('overview.steps')} rows={some} rowKey={({ path }) => path} columns={useColumns(procedure, scope, words)} />
    </section>
  )
}

function useColumns(procedure: Described, scope: Scope, all: Words): [Column<StepFigures>, ...Column<StepFigures>[]] {
  const { t, words } = all
  const duration = useDuration()
  const column = (
    name: 'open' | 'overdue' | 'left' | 'leftLate' | 'median' | 'p90',
    value: (step: StepFigures) => number | null,
    said: (step: StepFigures) => number | string | null,
    search: (step: StepFigures) => ReturnType<typeof standing>,
  ): Column<StepFigures> => ({
    name,
    title: t(`overview.column.${name}`),
    value,
    cell: (step) => (
      <Figure
        figure={said(step)}
        what={`${words(step.label)} ${t(`overview.column.${name}`)}`}
        search={search(step)}
        strong={name === 'open'}
      />
    ),
  })
  const counted = ({ left, more }: StepFigures) => (more ? t('overview.more', { count: left }) : left)
  const left = ({ path }: StepFigures) => leftIn(scope, path)
  return [
    {
      name: 'name',
      title: t('overview.column.step'),
      value: (step) => steps(procedure, step.path).map(words).join(),
      cell: ({ path }) => <StepName labels={steps(procedure, path).map(words)} />,
    },
    column(
      'open',
      ({ open }) => open,
      ({ open }) => open,
      ({ path }) => standing(scope, { state: path }),
    ),
    column(
      'overdue',
      ({ overdue }) => overdue,
      ({ overdue, open }) => shareOf(all, overdue, open),
      ({ path }) => standing(scope, { state: path, stepOverdue: true }),
    ),
    column('left', ({ left }) => left, counted, left),
    column(
      'leftLate',
      ({ leftLate }) => leftLate,
      (step) => shareOf(all, step.leftLate, step.left),
      ({ path }) => leftIn(scope, path, true),
    ),
    column(
      'median',
      ({ medianMs }) => medianMs,
      ({ medianMs }) => duration(medianMs),
      left,
    ),
    column(
      'p90',
      ({ p90Ms }) => p90Ms,
      ({ p90Ms }) => duration(p90Ms),
      left,
    ),
  ]
}

/** The step with what it is part of. */
const steps = ({ states }: Described, path: string) =>
  path.split('.').flatMap((_, n, names) => states.find((state) => state.path === names.slice(0, n + 1).join('.'))?.label ?? [])
function StepName({ labels }: { labels: string[] }) {
  return (
    <>
      {labels.length > 1 && <small className="quiet">{labels.slice(0, -1).join(' › ')}</small>}
      <span>{labels.at(-1)}</span>
    </>
  )
}
