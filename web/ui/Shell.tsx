// The house around every page: name, ways to the pages, who is signed in. What few need is fetched when they do.
import { MenuOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { endedQuery, type Session, sessionQuery } from '../api/session.ts'
import { Button } from './Button.tsx'
import { Commands } from './commands/Commands.tsx'
import { dropExpired } from './draft/drafts.ts'
import { Flex } from './Flex.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { later } from './later.tsx'
import { Brand, Navigation } from './Navigation.tsx'
import { NextStep } from './NextStep.tsx'
import { Offline } from './Offline.tsx'
import { PrintedHead } from './PrintedHead.tsx'
import { Sheet } from './Sheet.tsx'
import { TourGuide } from './tour/TourGuide.tsx'
import { UserMenu } from './UserMenu.tsx'
import { useChanges } from './use-changes.ts'
import { useWords } from './words.ts'

const DemoClock = lazy(async () => ({ default: (await import('./DemoClock.tsx')).DemoClock }))
const SignInAgain = later(async () => (await import('./SignInAgain.tsx')).SignInAgain)

export function Shell() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  useChanges(Boolean(session))
  useEffect(dropExpired, [])
  if (!session) return null
  return (
    <>
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <Header session={session} />
      <NextStep session={session} />
      <PrintedHead />
      <Offline />
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
      <TourGuide session={session} />
      <Ended session={session} />
    </>
  )
}

function Ended({ session }: { session: Session }) {
  const { data: ended } = useQuery(endedQuery)
  const [was, setWas] = useState(false)
  useEffect(() => {
    if (ended) setWas(true)
  }, [ended])
  return <Suspense fallback={null}>{(ended || was) && <SignInAgain session={session} />}</Suspense>
}

function Header({ session }: { session: Session }) {
  const { t } = useWords()
  const [menu, setMenu] = useState(false)
  const { href } = useLocation()
  const close = () => setMenu(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever page was chosen, the menu has done its work
  useEffect(close, [href])
  return (
    <header className="header">
      <Button
        className="narrow-only"
        type="text"
        icon={<MenuOutlined aria-hidden />}
        aria-label={t('nav.menu')}
        onClick={() => setMenu(true)}
      />
      <Brand />
      <div className="wide-only nav-room">
        <Navigation session={session} />
      </div>
      <Flex gap={4} align="center" style={{ marginInlineStart: 'auto' }}>
        <Commands session={session} />
        <Suspense fallback={null}>{session.demo && session.role === 'admin' && <DemoClock />}</Suspense>
        <LanguageSwitch />
        <UserMenu session={session} />
      </Flex>
      <Sheet open={menu} onClose={close} place="side" title={t('nav.menu')}>
        <Navigation session={session} vertical />
      </Sheet>
    </header>
  )
}
