// Starts the web app: language, data, look and pages.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import 'virtual:tokens.css'
import './base.css'
import './ui/buttons.css'
import './print.css'
import './ui/parts.css'
import './i18n.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { Messages } from './ui/Messages.tsx'

/** What no page expected is said where it is shown (`PageError`), and not by React as well. */
const root = () => createRoot(document.getElementById('root')!, { onCaughtError: () => {} })

const app = (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Messages>
        <RouterProvider router={router} />
      </Messages>
    </QueryClientProvider>
  </StrictMode>
)
// Not awaited here: the pages wait for this very module. The frame that came with the page stays until there is something in its place, and a
// telephone is not kept busy by all of it at once.
void router.load().then(() => startTransition(() => root().render(app)))
