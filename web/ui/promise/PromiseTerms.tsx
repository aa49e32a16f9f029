// What was promised and until when, as everybody sees it who may: with the way to redeem it, why that cannot be, or who did.

import { Suspense, useRef, useState } from 'react'
import type { Promised } from '../../api/leavers.ts'
import { colours } from '../../theme.ts'
import { Button } from '../Button.tsx'
import { Flex } from '../Flex.tsx'
import { ScopeProvider } from '../form/scope.ts'
import { later } from '../later.tsx'
import { EnrolmentName, PersonName } from '../names.tsx'
import { useWords } from '../words.ts'

const Redeem = later(async () => (await import('./Redeem.tsx')).Redeem)

export function PromiseTerms({ of }: { of: Promised }) {
  const { t, words, date, list } = useWords()
  const terms = [
    ...(of.percent ? [t('promises.percent', { percent: of.percent })] : []),
    ...(of.materials ? [t('promises.materials')] : []),
  ]
  const [blocked] = of.blocked
  return (
    <>
      <Flex wrap gap={8} justify="space-between" align="center">
        <span>{list(terms)}</span>
        <span style={{ color: colours.quiet }}>{t('promises.until', { date: date(of.until) })}</span>
      </Flex>
      {blocked && <p style={{ color: colours.quiet }}>{words(blocked.reason)}</p>}
      {of.redeemedBy && <Redeemed of={of} by={of.redeemedBy} />}
      <Redeeming of={of} />
    </>
  )
}

export function PromiseState({ of }: { of: Promised }) {
  const { t, date } = useWords()
  if (of.redeemedAt) return <span className="tag good">{t('promises.redeemed', { date: date(of.redeemedAt) })}</span>
  return of.open ? null : <span className="tag">{t('promises.expired')}</span>
}

function Redeemed({ of, by }: { of: Promised; by: string }) {
  const { t, colon } = useWords()
  return (
    <ScopeProvider value={{ student: of.student }}>
      <p style={{ color: colours.quiet }}>
        {t('promises.redeemedBy') + colon}
        <PersonName id={by} />
      </p>
      {of.redeemedFor && (
        <p style={{ color: colours.quiet }}>
          {t('promises.redeemedFor') + colon}
          <EnrolmentName id={of.redeemedFor} />
        </p>
      )}
    </ScopeProvider>
  )
}

function Redeeming({ of }: { of: Promised }) {
  const { words } = useWords()
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [offer] = of.offers
  if (!offer) return null
  const done = () => {
    setAsking(false)
    button.current?.focus()
  }
  return (
    <>
      <Button
        ref={button}
        size="small"
        style={{ marginTop: 6, alignSelf: 'flex-start' }}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {words(offer.label)}
      </Button>
      <Suspense>{asking && <Redeem promise={of} offer={offer} onDone={done} />}</Suspense>
    </>
  )
}
