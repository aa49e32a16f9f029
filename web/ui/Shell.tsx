// The house around every page: name, ways to the pages, who is signed in.
import { MenuOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Button, Drawer, Flex } from 'antd'
import { useEffect, useState } from 'react'
import { type Session, sessionQuery } from '../api/session.ts'
import { DemoClock } from './DemoClock.tsx'
import { dropExpired } from './draft/drafts.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Brand, Navigation } from './Navigation.tsx'
import { NextStep } from './NextStep.tsx'
import { PrintedHead } from './PrintedHead.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { TourGuide } from './tour/TourGuide.tsx'
import { UserMenu } from './UserMenu.tsx'
import { useChanges } from './use-changes.ts'
import { useWords } from './words.ts'

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
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
      <TourGuide session={session} />
      <SignInAgain session={session} />
    </>
  )
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
        {session.demo && session.role === 'admin' && <DemoClock />}
        <LanguageSwitch />
        <UserMenu session={session} />
      </Flex>
      <Drawer open={menu} onClose={close} placement="left" size={260} title={<Brand />} closable={{ 'aria-label': t('form.close') }}>
        <Navigation session={session} vertical />
      </Drawer>
    </header>
  )
}
