// @vitest-environment happy-dom
// A message is said by the component library, although the page does not bring it along.
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Button } from '../../../web/ui/Button.tsx'
import { useMessages } from '../../../web/ui/Messages.tsx'
import { quietly, show } from '../render.tsx'

function Saying() {
  const { message } = useMessages()
  return <Button onClick={() => void message.success('已保存')}>保存</Button>
}

describe('a message', () => {
  quietly()
  it('appears, although nothing was there to say it', async () => {
    show(<Saying />)
    fireEvent.click(screen.getByRole('button'))
    expect((await screen.findByText('已保存')).textContent).toBe('已保存')
  })
})
