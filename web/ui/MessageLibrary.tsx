// The component library's own messages, and who says them.
import { App } from 'antd'
import { useEffect } from 'react'
import { Look } from './Look.tsx'

type Library = ReturnType<typeof App.useApp>

export default function MessageLibrary({ onReady }: { onReady: (library: Library) => void }) {
  return (
    <Look>
      <App component={false}>
        <Ready onReady={onReady} />
      </App>
    </Look>
  )
}

function Ready({ onReady }: { onReady: (library: Library) => void }) {
  const library = App.useApp()
  useEffect(() => onReady(library), [library, onReady])
  return null
}
