// Where to turn: the tour, keys, how it looks, whom to ask, and where the data is.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PropsWithChildren } from 'react'
import { institutionQuery } from '../../api/first-steps.ts'
import { administratorsQuery } from '../../api/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx'
import { startTour } from '../../ui/tour/running.ts'
import { useWords } from '../../ui/words.ts'

export function Help() {
  const { t } = useWords()
  return (
    <Page title={t('help.title')} lead={t('help.lead')} narrow>
      <Part title={t('help.begin')}>
        <p>{t('help.beginText')}</p>
        <p className="ways">
          <Button onClick={startTour}>{t('nav.tour')}</Button>
          <Link to="/handbook">{t('nav.handbook')}</Link>
        </p>
      </Part>
      <Part title={t('help.keysTitle')}>
        <Keys />
      </Part>
      <Part title={t('look.title')}>
        <ThemeSwitch />
        <p className="quiet">{t('help.print')}</p>
      </Part>
      <Part title={t('help.contact')}>
        <Contact />
      </Part>
      <Part title={t('help.data')}>
        <ul>
          {dataLines.map((line) => (
            <li key={line}>{t(`help.dataLine.${line}`)}</li>
          ))}
        </ul>
      </Part>
    </Page>
  )
}

function Part({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <Card title={<h2>{title}</h2>}>
      <div className="prose">{children}</div>
    </Card>
  )
}

const dataLines = ['server', 'personal', 'history', 'browser'] as const

const keys = [
  ['Tab', 'tab'],
  ['Enter', 'enter'],
  ['Esc', 'escape'],
  ['↑ ↓ ← →', 'arrows'],
  ['Ctrl', 'wheel'],
  ['?', 'list'],
] as const

function Keys() {
  const { t } = useWords()
  return (
    <dl className="fields">
      {keys.map(([key, name]) => (
        <div key={name}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(`help.keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Contact() {
  const { t, list } = useWords()
  const { data: institution } = useQuery(institutionQuery)
  const { data: people } = useQuery(administratorsQuery)
  if (!people) return null
  return (
    <>
      {institution?.name && <p>{institution.name}</p>}
      <p>{t('help.administrators', { names: list(people.map(({ name }) => name)) })}</p>
    </>
  )
}
