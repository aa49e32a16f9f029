// The drawn statechart of every procedure, kept beside its tests: whoever changes a machine sees what changed in the drawing.
import { describe, expect, it } from 'vitest'
import { describe as published } from '../../machines/describe.ts'
import { deepest, mermaid } from '../../machines/mermaid.ts'
import { procedures } from '../../machines/procedures.ts'
import { pathOf, statesOf } from '../../machines/states.ts'

describe.each(Object.entries(procedures))('the statechart of the procedure %s', (name, procedure) => {
  const drawing = mermaid(published(procedure), 'en')

  it('is drawn as it was', async () => {
    await expect(drawing).toMatchFileSnapshot(`statecharts/${name}.mmd`)
  })

  it('shows every state once, as deep as can be drawn', () => {
    const drawn = [...drawing.matchAll(/ as (\w+)/g)].map(([, id]) => id)
    const drawable = statesOf(procedure).filter(({ path }) => path.length <= deepest)
    expect(drawn).toEqual(drawable.map((node) => pathOf(node).replaceAll('.', '_')))
  })

  it('begins each step with the state drawn first', () => {
    for (const node of statesOf(procedure).filter(({ type }) => type === 'compound'))
      expect(
        node.initial.target.map(({ key }) => key),
        pathOf(node),
      ).toEqual([Object.keys(node.states)[0]])
  })

  it('closes what it opens', () => {
    const braces = (brace: string) => drawing.split('\n').filter((line) => line.endsWith(brace)).length
    expect(braces('{')).toBe(braces('}'))
  })
})
