// Starts the web app: language, data, look and pages.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'virtual:tokens.css'
import './base.css'
import './print.css'
import './ui/parts.css'
import './i18n.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { Look } from './ui/Look.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
)
