// What was found in the handbook, by kind, each with the way to its place.
import { Link } from '@tanstack/react-router'
import { Card } from '../../ui/Card.tsx'
import { Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { type Hit, kinds } from './search.ts'

/** So many of a kind are shown; whoever has more to choose from types more. */
const most = 12

export function Found({ hits }: { hits: Hit[] }) {
  const { t } = useWords()
  if (!hits.length) return <Nothing title={t('handbook.nothing')} hint={t('handbook.nothingHint')} />
  return kinds.map((kind) => {
    const own = hits.filter((hit) => hit.kind === kind)
    if (!own.length) return null
    return (
      <Card key={kind} title={t(`handbook.kind.${kind}`, { count: own.length })}>
        <ul className="hits">
          {own.slice(0, most).map((hit) => (
            <li key={hit.key}>
              <Place of={hit} /> <span className="quiet">{hit.aside}</span>
            </li>
          ))}
          {own.length > most && <li className="quiet">{t('handbook.more', { count: own.length - most })}</li>}
        </ul>
      </Card>
    )
  })
}

function Place({ of: { kind, title, procedure, hash } }: { of: Hit }) {
  const shown = kind === 'clause' ? <span className="tag">{title}</span> : title
  if (!procedure) return shown
  return (
    <Link to="/handbook/$procedure" params={{ procedure }} hash={hash}>
      {shown}
    </Link>
  )
}
