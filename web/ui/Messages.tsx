// Short messages of the component library, fetched when the first of them is said. Pages ask for them by `useMessages()`.
import AppContext from 'antd/es/app/context'
import { lazy, type PropsWithChildren, Suspense, useContext, useMemo, useState } from 'react'

type Library = typeof AppContext extends React.Context<infer T> ? T : never
type Areas = Record<string, Record<string, (...said: unknown[]) => unknown>>

/** What `App.useApp()` gives, without bringing along the library that it stands for. */
export const useMessages = () => useContext(AppContext)

const Said = lazy(() => import('./MessageLibrary.tsx'))

export function Messages({ children }: PropsWithChildren) {
  const [wanted, setWanted] = useState(false)
  const { promise, resolve } = useMemo(() => Promise.withResolvers<Library>(), [])
  const library = useMemo(() => {
    const area = (name: keyof Library) =>
      new Proxy({}, { get: (_, method: string) => later(async (said) => ((await promise) as unknown as Areas)[name]![method]!(...said)) })
    const later =
      (say: (said: unknown[]) => Promise<unknown>) =>
      (...said: unknown[]) => {
        setWanted(true)
        return say(said)
      }
    return { message: area('message'), notification: area('notification'), modal: area('modal') } as Library
  }, [promise])
  return (
    <AppContext.Provider value={library}>
      {children}
      {wanted && (
        <Suspense fallback={null}>
          <Said onReady={resolve} />
        </Suspense>
      )}
    </AppContext.Provider>
  )
}
