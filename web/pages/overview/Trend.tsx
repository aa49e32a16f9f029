// What came in and what went out, week by week or month by month: as bars, and as a table that opens the cases.
import { Link } from '@tanstack/react-router'
import type { Span } from '../../api/overview.ts'
import { colours } from '../../theme.ts'
import { useWide } from '../../ui/wide.ts'
import { useWords } from '../../ui/words.ts'
import { type Column, FigureTable } from './FigureTable.tsx'
import { Figure } from './figures.tsx'
import { closedIn, openedIn, type Scope } from './links.ts'

const flows = ['opened', 'closed'] as const
type Flow = (typeof flows)[number]
const behind = { opened: openedIn, closed: closedIn }
const fills = { opened: colours.accent, closed: colours.lineStrong }

export function Trend({ spans, scope }: { spans: Span[]; scope: Scope }) {
  const { t } = useWords()
  const name = useSpanName()
  const monthly = spans.some(({ from, until }) => Date.parse(until) - Date.parse(from) > 7 * 86_400_000)
  const count = (flow: Flow): Column<Span> => {
    const title = t(`overview.column.${flow}`)
    return {
      name: flow,
      title,
      value: (span) => span[flow],
      cell: (span) => <Figure figure={span[flow]} what={`${name(span)} ${title}`} search={behind[flow](scope, span)} />,
    }
  }
  const first: Column<Span> = { name: 'name', title: t('overview.column.span'), value: ({ from }) => from, cell: name }
  return (
    <section className="panel overview-part">
      <h2>{t('overview.trend')}</h2>
      <p className="quiet note">{monthly ? t('overview.trendMonths') : t('overview.trendWeeks')}</p>
      <ul className="heat-key">
        {flows.map((flow) => (
          <li key={flow}>
            <i style={{ background: fills[flow] }} />
            {t(`overview.column.${flow}`)}
          </li>
        ))}
      </ul>
      <Bars spans={spans} scope={scope} />
      <details>
        <summary>{t('overview.trendTable')}</summary>
        <FigureTable
          label={t('overview.trend')}
          rows={spans}
          rowKey={({ from }) => from}
          columns={[first, count('opened'), count('closed')]}
        />
      </details>
    </section>
  )
}

function useSpanName() {
  const { date } = useWords()
  return ({ from, until }: Span) => (from === until ? date(from) : `${date(from)} – ${date(until)}`)
}

const [height, top, foot] = [170, 18, 4]
/** In px: drawn as large as they are, smaller only where there are too many. */
const sizes = { wide: { barWidth: 28, gap: 22 }, narrow: { barWidth: 9, gap: 4 } }
/** Drawn beside its table, which says and opens the same: whoever goes by keys or by ear is not led through it twice. */
function Bars({ spans, scope }: { spans: Span[]; scope: Scope }) {
  const { t } = useWords()
  const name = useSpanName()
  const { barWidth, gap } = sizes[useWide() ? 'wide' : 'narrow']
  const step = 2 * barWidth + gap
  const greatest = Math.max(1, ...spans.flatMap(({ opened, closed }) => [opened, closed]))
  const width = spans.length * step
  return (
    <div className="bars" aria-hidden>
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width }} aria-hidden>
        <line x1={0} x2={width} y1={height - foot} y2={height - foot} stroke={colours.lineStrong} />
        {spans.flatMap((span, n) =>
          flows.map((flow, side) => {
            const tall = ((height - top - foot) * span[flow]) / greatest
            const [x, y] = [n * step + gap / 2 + side * barWidth, height - foot - tall]
            return (
              <Link key={`${span.from} ${flow}`} to="/" search={behind[flow](scope, span)} tabIndex={-1} disabled={!span[flow]}>
                <title>{`${name(span)} ${t(`overview.column.${flow}`)} ${span[flow]}`}</title>
                <rect x={x + 1} y={y} width={barWidth - 2} height={tall} fill={fills[flow]} />
                {span[flow] > 0 && (
                  <text x={x + barWidth / 2} y={y - 4} textAnchor="middle" fontSize={11} fill={colours.quiet}>
                    {span[flow]}
                  </text>
                )}
              </Link>
            )
          }),
        )}
      </svg>
    </div>
  )
}
